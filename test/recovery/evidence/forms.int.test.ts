/** Evidence has one form: no finding, record or ground is there twice, in another order or in another format. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeJson, changeLines, forged } from '../assessments/forging.ts';
import { packed } from '../assessments/packing.ts';
import { PERIOD, useProcedure } from '../assessments/procedure.ts';
import { ok } from '../plant.ts';

const { app, smelter } = useProcedure();
const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));

type Finding = { code: string; title: string };
type Listed = { findings: (Finding | undefined)[]; status: string };
type Snapshot = { evaluation: Listed; methods: Listed[]; dioxin: unknown; takenAt: string };
type Files = Parameters<Parameters<typeof forged>[1]>[0];

let check: (archive: Buffer) => { readonly findings: number | null };
let archive: Buffer;

const inSnapshots = (change: (snapshot: Snapshot) => void) => (files: Files) => {
  for (const path of ['snapshot.json', 'snapshot.en.json']) changeJson(files, path, change);
};
const inFindings = (change: (one: Listed) => void) =>
  inSnapshots(({ evaluation, methods }) => [evaluation, ...methods].forEach(change));
// biome-ignore lint/suspicious/noExplicitAny: a forger changes members of any form
const inGrounds = (change: (grounds: any) => void) => (files: Files) => changeJson(files, 'grounds.json', change);

/** Takes the grounds away, as the second format had none, and the findings with them. */
const downgraded = (takenAt: string) => (files: Files) => {
  inFindings((one) => Object.assign(one, { findings: [], status: 'clear' }))(files);
  changeJson(files, 'snapshot.json', (snapshot) => Object.assign(snapshot, { takenAt, dioxin: null }));
  changeJson(files, 'snapshot.en.json', (snapshot) => delete snapshot.dioxin);
  delete files['grounds.json'];
  changeJson(files, 'manifest.json', (manifest) => {
    manifest.format = 'leadloop-evidence/2';
    manifest.files = manifest.files.filter(({ path }: { path: string }) => path !== 'grounds.json');
  });
};

beforeAll(async () => {
  ({ check } = await import(VERIFIER));
  // The evidence is of a day on which the present format is in use.
  app.clock.now = new Date('2026-12-03T02:00:00.000Z');
  const { manager } = await smelter({ flagged: true });
  const { id } = await ok(manager.post('/v1/assessments', { period: PERIOD }));
  archive = await packed(app, id);
}, 120_000);

describe('the verifier', () => {
  it('finds all of an honest package', () => {
    expect(check(archive).findings).toBeGreaterThan(1);
  });

  it.each<[string, RegExp, (files: Files) => void]>([
    [
      'a damaged finding',
      /^finding \d+ of \S+ in snapshot.json is damaged/,
      inFindings((one) => one.findings.push(undefined)),
    ],
    [
      'a finding that is there twice',
      /^the finding [A-Z_]+ of lead-recovery is there twice/,
      inSnapshots(({ evaluation }) => evaluation.findings.push(evaluation.findings[0])),
    ],
    [
      'findings in another order',
      /^the finding [A-Z_]+ of \S+ is in another order/,
      inFindings((one) => one.findings.reverse()),
    ],
    [
      'records in another order',
      /^records.ndjson has \S+ twice or in another order/,
      (files) => changeLines(files, 'records.ndjson', (lines) => lines.reverse()),
    ],
    [
      'another member',
      /^grounds.json has another form at \//,
      inGrounds((grounds) => Object.assign(grounds, { extra: 1 })),
    ],
    [
      'another member of an assay',
      /^grounds.json has another form at assays/,
      inGrounds(({ assays }) => Object.assign(assays[0], { extra: 1 })),
    ],
    [
      'an assay that is there twice',
      /^grounds.json has another form at assays/,
      inGrounds(({ assays }) => assays.push(assays[0])),
    ],
    [
      'text that is not canonical',
      /^grounds.json is not in canonical form/,
      (files) => {
        files['grounds.json'] = Buffer.concat([files['grounds.json'] ?? new Uint8Array(), Buffer.from(' ')]);
      },
    ],
    [
      'an older format',
      /^the evidence is too young for the format leadloop-evidence\/2/,
      downgraded('2026-12-03T02:00:00.000Z'),
    ],
    [
      'an older format of an earlier day',
      /^the evidence is too young for the format/,
      downgraded('2026-11-03T02:00:00.000Z'),
    ],
  ])('names %s', async (_, fault, change) => {
    const bad = await forged(archive, change);
    expect(() => check(bad)).toThrow(fault);
  });
});
