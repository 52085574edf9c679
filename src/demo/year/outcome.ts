/** The outcome of the year, read from the service. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { GUANGXI } from '../plan/place.ts';
import { clientOf, type Stage } from '../stage/stage.ts';
import { download } from '../trade/transfer.ts';
import { type Assessed, assess, managerOf } from './assessment.ts';
import { periodOf, YEAR } from './calendar.ts';
import type { Attempt } from './recycler.ts';

const Share = z.object({ percent: z.string() }).nullable();
const Finding = z.object({ code: z.string(), severity: z.string(), title: z.string(), detail: z.string() });

const Rate = z.object({
  status: z.string(),
  rates: z.object({ headline: Share, productsOnly: Share }).nullable(),
  uncertainty: z.object({ headline: z.object({ expandedPoints: z.string() }) }).nullable(),
  findings: z.array(Finding),
});
export type Rate = z.output<typeof Rate>;

const Comparison = z.object({
  methods: z.array(
    z.object({
      method: z.string(),
      title: z.string(),
      figures: z.array(
        z.object({
          title: z.string(),
          value: Share,
          uncertainty: z.object({ expandedPoints: z.string() }).nullable(),
        }),
      ),
      verdicts: z.array(z.object({ title: z.string(), limitPercent: z.string(), verdict: z.string() })),
      findings: z.array(Finding),
    }),
  ),
});
export type Method = z.output<typeof Comparison>['methods'][number];

const Keys = z.object({ keys: z.array(z.object({ kid: z.string() })) });

export type Tried = Attempt & { readonly rate: Rate; readonly assessed: Assessed };
type EnterpriseYear = {
  readonly name: string;
  readonly partyId: string;
  readonly rate: Rate;
  readonly assessed: Assessed;
};

export type YearOutcome = {
  readonly honest: EnterpriseYear & {
    readonly months: readonly Rate[];
    readonly methods: readonly Method[];
    readonly files: readonly string[];
    /** Thumbprint of the key of the province, with which the evidence is signed. */
    readonly thumbprint: string;
    /** Text that the verifier printed about the evidence. */
    readonly verified: string;
  };
  readonly other: EnterpriseYear & { readonly tried: readonly Tried[] };
  readonly seconds: number;
};

export const readRate = (stage: Stage, partyId: string, period: string): Promise<Rate> =>
  clientOf(stage, GUANGXI).get(`/v1/recovery?partyId=${partyId}&period=${period}`, Rate);

export async function readMethods(stage: Stage, partyId: string): Promise<readonly Method[]> {
  const path = `/v1/recovery/comparison?partyId=${partyId}&period=${YEAR}`;
  return (await clientOf(stage, GUANGXI).get(path, Comparison)).methods;
}

/** Reads what the service makes of each attempt, and lets the enterprise apply for the assessment of that month. */
export async function readTried(
  stage: Stage,
  { partyId, attempts, language }: { partyId: string; attempts: readonly Attempt[]; language: Language },
): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const one of attempts) {
    const period = periodOf(one.month);
    const rate = await readRate(stage, partyId, period);
    tried.push({ ...one, rate, assessed: await assess(stage, { partyId, period, language }) });
  }
  return tried;
}

const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));

/** Addresses of what the honest recycler can download, with the names of the files. */
const downloadsOf = (partyId: string, assessmentId: string, language: Language) => {
  const report = `/v1/recovery/report?partyId=${partyId}&period=${YEAR}&language=${language}`;
  return [
    { name: `recovery-${YEAR}.pdf`, path: `${report}&format=pdf` },
    { name: `recovery-${YEAR}.xlsx`, path: `${report}&format=xlsx` },
    { name: `evidence-${YEAR}.zip`, path: `/v1/assessments/${assessmentId}/evidence` },
  ] as const;
};

/** Downloads report, workbook and evidence into a folder, and runs the verifier of `docs/examples` on the evidence. */
export async function takeHome(
  stage: Stage,
  {
    partyId,
    assessmentId,
    folder,
    language,
  }: { partyId: string; assessmentId: string; folder: string; language: Language },
): Promise<{ files: string[]; thumbprint: string; verified: string }> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const { name, path } of downloadsOf(partyId, assessmentId, language)) {
    const file = join(folder, name);
    await writeFile(file, await download(stage, path, managerOf(partyId)));
    files.push(file);
  }
  const { keys } = await clientOf(stage, GUANGXI).get('/v1/exchange/keys', Keys);
  const thumbprint = keys.at(-1)?.kid ?? '';
  const { stdout } = await promisify(execFile)(process.execPath, [VERIFIER, files.at(-1) ?? '', thumbprint]);
  return { files, thumbprint, verified: stdout.trim() };
}
