/** Wire shape of a finding about a recovery rate. */
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { titlesOf } from '../../core/messages/notice.ts';
import { namedCodes, SeverityCode } from '../../platform/http/index.ts';
import { StatusCode } from '../figure-schemas.ts';
import type { Finding } from '../lead-recovery.ts';
import { FINDING_CODES, recoveryFinding } from '../problems.ts';

const FindingCode = namedCodes(
  'FindingCode',
  'Code of a finding about a recovery rate',
  FINDING_CODES,
  titlesOf(recoveryFinding.entries),
);

export const FindingsOut = z
  .array(
    z.object({
      code: FindingCode.describe('Code of the finding in /problems'),
      severity: SeverityCode.describe('How serious the finding is; `block` stops the approval of the rate'),
      title: z.string().describe('In the language of the request'),
      detail: z.string().describe('In the language of the request'),
      facts: z.record(z.string(), z.unknown()).describe('Plain values that the detail shows'),
    }),
  )
  .describe('What the evaluation lacks or shows');

export const StatusOut = StatusCode.describe(
  'blocked: must not be approved; flagged: a person must review it; clear: neither',
);

export const toFindings = (findings: readonly Finding[], language: Language): z.infer<typeof FindingsOut> =>
  findings.map((finding) => ({ ...finding, ...recoveryFinding.text(finding, language) }));

export function toStatus(findings: readonly Finding[]): z.infer<typeof StatusCode> {
  const severities = new Set(findings.map(({ severity }) => severity));
  return severities.has('block') ? 'blocked' : severities.has('flag') ? 'flagged' : 'clear';
}
