/** Findings in the evidence: one that was removed or added is named, also when its grounds are changed with it. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ok, on, TONNE } from '../plant.ts';
import { changeJson, forged } from './forging.ts';
import { packed } from './packing.ts';
import { PERIOD, useProcedure } from './procedure.ts';

const { app, plant, people } = useProcedure();
const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));

type Finding = { code: string; severity: string; facts: object };
type Snapshot = {
  evaluation: { findings: Finding[]; status: string };
  methods: { findings: Finding[]; status: string }[];
};
type Files = Parameters<Parameters<typeof forged>[1]>[0];

let check: (archive: Buffer) => { readonly findings: number; readonly snapshot: Snapshot };
let archive: Buffer;

/** A smelter that took a load without an assay of its own, of a class whose samples scatter, and batteries without a manifest. */
async function flaggedSmelter() {
  const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  const load = await plant.collect({ who: people.point }, 100, on(1, 1));
  const sent = await plant.send({ who: people.point }, { who }, { batchId: load, tonnes: 100, day: 3 });
  const received = await plant.decide(who, sent, on(3, 12));
  for (const [day, ppm] of [
    [2, 600_000],
    [12, 540_000],
  ] as const) {
    await plant.certified(who, { basis: 'supplier_class', supplierId: people.point.partyId, ppm, sampledAt: on(day) });
  }
  const own = await plant.collect({ who }, 1, on(5));
  await plant.assay(who, own, 580_000, { certificateFileId: null, certificateNumber: null });
  await plant.smelt(who, { [received]: 100, [own]: 1 }, 58.4);
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams: 58_400_000, leadPpm: 1_000_000 }]);
  await app.follow();
  const manager = await app.client({ subject: `manager-${who.partyId}`, partyId: who.partyId, loggedIn: true });
  const body = { period: PERIOD, method: 'comprehensive-recovery' };
  return (await ok(manager.post('/v1/assessments', body))).id as string;
}

/** Changes the findings of the rate of lead and of every method, in both languages, and the status with them. */
const inFindings = (change: (findings: Finding[]) => Finding[]) => (files: Files) => {
  for (const path of ['snapshot.json', 'snapshot.en.json']) {
    changeJson(files, path, ({ evaluation, methods }: Snapshot) => {
      for (const one of [evaluation, ...methods]) {
        if (one.findings.length > 0) one.findings = change(one.findings);
        one.status = one.findings.some(({ severity }) => severity === 'flag') ? 'flagged' : 'clear';
      }
    });
  }
};

beforeAll(async () => {
  ({ check } = await import(VERIFIER));
  archive = await packed(app, await flaggedSmelter());
}, 120_000);

describe('the findings of the evidence', () => {
  it('are all found again', () => {
    const { findings, snapshot } = check(archive);
    const codes = snapshot.evaluation.findings.map(({ code }) => code);
    expect(findings).toBe(codes.length);
    expect(codes).toEqual(
      expect.arrayContaining(['BATTERIES_WITHOUT_MANIFEST', 'ASSAYS_WITHOUT_CERTIFICATE', 'CLASS_SAMPLES_SCATTER']),
    );
  });

  it('name each one that was removed', async () => {
    const { snapshot } = check(archive);
    for (const { code } of snapshot.methods.flatMap(({ findings }) => findings)) {
      const without = await forged(
        archive,
        inFindings((findings) => findings.filter((one) => one.code !== code)),
      );
      expect(() => check(without), code).toThrow(code);
    }
  });

  it('name one that was added or made lighter, and a fact that is another', async () => {
    const cases: [string, (findings: Finding[]) => Finding[]][] = [
      ['STOCK_OLD', (findings) => [...findings, { ...(findings[0] as Finding), code: 'STOCK_OLD' }]],
      [
        'BATTERIES_WITHOUT_MANIFEST',
        (findings) =>
          findings.map((one) => (one.code === 'BATTERIES_WITHOUT_MANIFEST' ? { ...one, severity: 'note' } : one)),
      ],
      [
        'CLASS_SAMPLES_SCATTER',
        (findings) =>
          findings.map((one) =>
            one.code === 'CLASS_SAMPLES_SCATTER' ? { ...one, facts: { ...one.facts, scatterPercent: '1.00' } } : one,
          ),
      ],
    ];
    for (const [fault, change] of cases) {
      const bad = await forged(archive, inFindings(change));
      expect(() => check(bad), fault).toThrow(`the finding ${fault} of`);
    }
  });

  it('name grounds that are not those of the journal, and a scatter that is not that of the samples', async () => {
    // biome-ignore lint/suspicious/noExplicitAny: a forger changes members of any form
    const inGrounds = (change: (grounds: any) => void) => (files: Files) => changeJson(files, 'grounds.json', change);
    const cases: [RegExp, (files: Files) => void][] = [
      [
        /^the grounds of assay:\S+ differ from its entry/,
        inGrounds(({ assays }) => {
          for (const one of assays) Object.assign(one, { hasCertificate: true, hasNumber: true });
        }),
      ],
      [
        /^the grounds of assay:\S+ differ from its entry/,
        inGrounds(({ assays }) => {
          for (const one of assays) Object.assign(one, { seenMassGrams: 100 * TONNE });
        }),
      ],
      [
        /^the confirmation of the certificate of the record \S+ differs/,
        inGrounds(({ assays }) => {
          for (const one of assays) if (one.present) one.present.material = 'slag';
        }),
      ],
      [
        /^the grounds of stock-count:\S+ differ from its entry/,
        inGrounds(({ stock }) => Object.assign(stock.counts[1].lines[0], { massGrams: 57 * TONNE })),
      ],
      [/^the scatter of the record/, inGrounds(({ classes }) => classes[0].samples.pop())],
      [
        /^the loads of one organisation are others/,
        inGrounds(({ circumstances }) => Object.assign(circumstances, { loneManifests: 3 })),
      ],
      [
        /^the sample assay:\S+ differs/,
        inGrounds(({ classes }) =>
          classes[0].samples.map((one: { ppm: number }) => Object.assign(one, { ppm: one.ppm - 1_000 })),
        ),
      ],
      [
        /^the grounds of the findings are missing/,
        (files) =>
          delete files['grounds.json'] &&
          changeJson(files, 'manifest.json', (manifest) => {
            manifest.files = manifest.files.filter(({ path }: { path: string }) => path !== 'grounds.json');
          }),
      ],
    ];
    for (const [fault, change] of cases) {
      const bad = await forged(archive, change);
      expect(() => check(bad), String(fault)).toThrow(fault);
    }
  });
});
