/** Wire shapes of warnings about organisations and sites. */
import { z } from 'zod';
import { titlesOf } from '../../core/messages/notice.ts';
import { named, namedCodes, SeverityCode } from '../../platform/http/index.ts';
import { REGISTER_WARNINGS } from '../examples/register.ts';
import { registerNotice } from './problems.ts';
import { PARTY_WARNINGS, type RegisterWarningCode, SITE_WARNINGS, WARNING_FILTER_TERMS } from './warning.ts';

const TITLES = titlesOf(registerNotice.entries);

const PartyWarningCode = namedCodes(
  'PartyWarningCode',
  'Code of a warning about an organisation',
  PARTY_WARNINGS,
  TITLES,
);
const SiteWarningCode = namedCodes('SiteWarningCode', 'Code of a warning about a site', SITE_WARNINGS, TITLES);

const warningsWith = <Code extends z.ZodType>(code: Code) =>
  z
    .array(
      z.object({
        code,
        severity: SeverityCode.describe('How serious the warning is; the register has no warnings of severity `block`'),
        title: z.string().describe('In the language of the request'),
        detail: z.string().describe('In the language of the request'),
      }),
    )
    .describe('Doubtful codes and places, judged at the registration, which they did not prevent');

export const PartyWarnings = warningsWith(PartyWarningCode.describe('Code of the warning in /problems'));
export const SiteWarnings = warningsWith(SiteWarningCode.describe('Code of the warning in /problems'));

const CODES = Object.keys(registerNotice.entries) as RegisterWarningCode[];
const RegisterWarningCodes = namedCodes(
  'RegisterWarningCode',
  'Code of a warning about an organisation or a site',
  CODES,
  TITLES,
);

const WarnedRecordCode = namedCodes('WarnedRecord', 'Kind of the records with a warning', ['party', 'site'], {
  party: { en: 'organisations', zh: '单位' },
  site: { en: 'sites', zh: '场所' },
});

export const RegisterWarningsResponse = named(
  'RegisterWarnings',
  'Numbers of organisations and sites with each warning.',
  z.object({
    items: z
      .array(
        z.object({
          record: WarnedRecordCode.describe('Kind of the counted records'),
          code: RegisterWarningCodes.describe('Code of the warning in /problems'),
          title: z.string().describe('In the language of the request'),
          records: z.int().describe('How many organisations or sites have it now'),
        }),
      )
      .describe('Warnings that at least one record has'),
  }),
  REGISTER_WARNINGS,
);

const FILTER = 'Records with this warning';

export const PartyWarningFilter = namedCodes(
  'PartyWarningFilter',
  'Warning of the organisations to be listed',
  ['any', ...PARTY_WARNINGS],
  WARNING_FILTER_TERMS,
)
  .optional()
  .describe(FILTER);

export const SiteWarningFilter = namedCodes(
  'SiteWarningFilter',
  'Warning of the sites to be listed',
  ['any', ...SITE_WARNINGS],
  WARNING_FILTER_TERMS,
)
  .optional()
  .describe(FILTER);
