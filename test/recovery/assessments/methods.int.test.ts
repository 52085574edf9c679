/** Certification by every method of the registry: figures, fractions and verdicts are frozen, and computed again. */
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client, Enterprise } from '../../app/fixture.ts';
import { pdf, upload } from '../../files/sample.ts';
import { bare, pagesOf } from '../../platform/print/pdf.ts';
import { buyerOf } from '../buying.ts';
import { measure } from '../measuring.ts';
import { ok, on, TONNE } from '../plant.ts';
import { changeJson, changeLines, forged } from './forging.ts';
import { PERIOD, useProcedure } from './procedure.ts';

const { app, plant, reachWithFlags } = useProcedure();
const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));

type Figure = { readonly figure: string; readonly value: { readonly percent: string } | null };
type Method = { readonly method: string; readonly figures: readonly Figure[] };
type Finding = { readonly code: string; readonly title: string };
type Snapshot = {
  readonly dioxin: { readonly findings: readonly Finding[] };
  readonly methods: readonly Method[];
  readonly assessment: { readonly method: string };
};
type Verifier = { readonly check: (archive: Buffer) => { readonly snapshot: Snapshot } };
type Files = Record<string, Uint8Array>;

const MADE = { refined_lead: 57, plastics_light: 6, waste_acid_recovered: 10, sodium_sulphate: 5, slag_used: 4 };
const METHODS = ['comprehensive-recovery', 'industry-lead-recovery', 'eu-2025-606', 'eu-493-2012'];

let check: Verifier['check'];
let of: { readonly who: Enterprise; readonly manager: Client; readonly received: string; readonly product: string };
const archives = new Map<string, Buffer>();
const ids = new Map<string, string>();

/** A smelter that fed 100 t with 10 % of water, and delivered what it made of them to users who confirmed. */
async function smelter() {
  const who = await plant.enterprise('recycler', ['recycling']);
  const from = await plant.enterprise('collection_point', ['collection', 'transport']);
  const received = await plant.deliver({ who: from }, { who }, { tonnes: 100, day: 3 });
  const run = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(2), process: 'integrated' }));
  const lines = [{ batchId: received, massGrams: 100 * TONNE, pieces: 5_000 }];
  await ok(who.post(`/v1/runs/${run.id}/feeds`, { fedAt: on(20), lines }));
  const outputs = Object.entries(MADE).map(([material, tonnes]) => ({ material, massGrams: tonnes * TONNE }));
  const { batches } = await ok(who.post(`/v1/runs/${run.id}/outputs`, { yieldedAt: on(20, 20), outputs }));
  await ok(who.post(`/v1/runs/${run.id}/close`, { closedAt: on(20, 22), carriedGrams: 0 }));
  const made: Record<string, string> = Object.fromEntries(
    batches.map((one: { materialCode: string; id: string }) => [one.materialCode, one.id]),
  );
  const product = made.refined_lead ?? '';
  await plant.assay(who, product, 1_000_000);
  await plant.assay(who, made.slag_used ?? '', 20_000);
  const analyse = (batchId: string | undefined, substance: string, ppm: number) =>
    ok(
      who.post('/v1/analyses', {
        ...{ method: '烘干法', laboratory: '演示检测中心', basis: 'batch', sampledAt: on(21), batchId, substance, ppm },
      }),
    );
  await analyse(received, 'water', 100_000);
  await analyse(received, 'sulphur', 90_000);
  await analyse(made.plastics_light, 'water', 50_000);
  await analyse(made.waste_acid_recovered, 'sulphuric_acid', 320_000);
  await analyse(made.sodium_sulphate, 'sulphate', 990_000);
  await analyse(made.slag_used, 'water', 100_000);
  const buyer = await buyerOf(app);
  for (const [material, batchId] of Object.entries(made)) {
    if (batchId === product) continue;
    const massGrams = MADE[material as keyof typeof MADE] * TONNE;
    const use = material === 'slag_used' ? 'building-material' : 'raw-material';
    const { id } = await ok(
      who.post(`/v1/batches/${batchId}/dispositions`, {
        ...{ kind: 'use', massGrams, use, receiverName: '演示买方', contractNumber: '演示合同', occurredAt: on(25) },
        receiverId: buyer.partyId,
      }),
    );
    const confirmed = { number: `演示确-${material}`, use, massGrams, confirmedOn: '2026-10-26' };
    const path = `/v1/dispositions/${id}/confirmations`;
    // The enterprise proves the use of plastics by a file alone.
    if (material === 'plastics_light') {
      const fileId = (await upload(app, who, pdf(`confirmation ${material}`))).json.id;
      await ok(who.post(path, { ...confirmed, fileId }));
    } else await ok(buyer.post(path, confirmed));
  }
  await measure(who, '2025-06-05', { technologyClass: '1', pvcSeparated: false, certificateNumber: '演示检-2025-1' });
  await measure(who, '2026-10-06', { technologyClass: '3', certificateNumber: '演示检-2026-1' });
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams: 57 * TONNE, leadPpm: 1_000_000 }]);
  await app.follow();
  const manager = await app.client({ subject: `manager-${who.partyId}`, partyId: who.partyId, loggedIn: true });
  return { who, manager, received, product };
}

/** Lets the European method of before be in force, so that every method can be certified in one month. */
async function keepInForce(): Promise<void> {
  const { $client: client } = app.database.db;
  const { rows } = await client.query("select value from law_values where key = 'recovery.method-validity'");
  const value = rows[0].value.map((one: { code: string }) =>
    one.code === 'eu-493-2012' ? { ...one, validTo: null } : one,
  );
  await client.query("update law_values set valid_to = '2026-10-01' where key = 'recovery.method-validity'");
  await client.query(
    "insert into law_values (key, valid_from, value, source, confidence) values ('recovery.method-validity', '2026-10-01', $1, '演示', 'I')",
    [JSON.stringify(value)],
  );
  app.clock.now = new Date(app.clock.now.getTime() + 120_000);
}

beforeAll(async () => {
  ({ check } = (await import(VERIFIER)) as Verifier);
  of = await smelter();
  const refused = await of.manager.post('/v1/assessments', { period: PERIOD, method: 'eu-493-2012' });
  expect([refused.status, refused.json.code]).toEqual([422, 'method-not-in-force']);
  await keepInForce();
  for (const method of METHODS) {
    const id = await reachWithFlags(of, method);
    ids.set(method, id);
    const headers = { authorization: `Bearer ${of.who.token}` };
    const answer = await app.http.inject({ method: 'GET', url: `/v1/assessments/${id}/evidence`, headers });
    archives.set(method, answer.rawPayload);
  }
}, 120_000);

describe('an assessment', () => {
  it.each(METHODS)('by %s has the figures of the API, which the verifier computes again', async (method) => {
    const { snapshot } = check(archives.get(method) as Buffer);
    expect(snapshot.assessment.method).toBe(method);
    const url = `/v1/recovery/methods/${method}/evaluation?partyId=${of.who.partyId}&period=${PERIOD}`;
    const shown = await ok(of.who.get(url, { 'accept-language': 'zh' }));
    const frozen = snapshot.methods.find((one) => one.method === method) as Method & Record<string, unknown>;
    for (const name of Object.keys(frozen)) expect(frozen[name], name).toEqual(shown[name]);
    const dioxin = `/v1/recovery/dioxin?partyId=${of.who.partyId}&year=2026`;
    expect(snapshot.dioxin).toEqual(await ok(of.who.get(dioxin, { 'accept-language': 'zh' })));
    expect(frozen.figures.every(({ value, figure }) => value !== null || figure === 'slagLead')).toBe(true);
  });

  it('by mass names a figure, an uncertainty, a verdict, a term and a fraction that are others', async () => {
    const archive = archives.get('comprehensive-recovery') as Buffer;
    // biome-ignore lint/suspicious/noExplicitAny: a forger changes members of any form
    const inMethod = (change: (method: any) => void) => (files: Files) => {
      for (const path of ['snapshot.json', 'snapshot.en.json']) {
        changeJson(files, path, ({ methods }) =>
          change(methods.find((one: Method) => one.method === 'comprehensive-recovery')),
        );
      }
    };
    const cases: [string, (files: Files) => void][] = [
      [
        'the figure comprehensive of comprehensive-recovery',
        inMethod(({ figures }) => Object.assign(figures[0].value, { percent: '99.99' })),
      ],
      [
        'uncertainty of comprehensiveWithoutAcid of',
        inMethod(({ figures }) => Object.assign(figures[1].uncertainty, { expandedPoints: '0.01' })),
      ],
      [
        'the term acid of',
        inMethod(({ terms }) =>
          Object.assign(
            terms.find(({ term }: { term: string }) => term === 'acid'),
            { massGramsExact: '1' },
          ),
        ),
      ],
      [
        'snapshot.en.json differs at',
        (files) =>
          changeJson(files, 'snapshot.en.json', ({ evaluation }) => Object.assign(evaluation, { status: 'blocked' })),
      ],
      ['has no reason', (files) => changeJson(files, 'snapshot.json', ({ review }) => review.flagReasons.pop())],
      [
        'the mass of the record',
        (files) =>
          changeLines(files, 'fractions.ndjson', (lines) =>
            Object.assign(
              lines.find(({ fate }) => fate === 'material'),
              { massGrams: 7 * TONNE },
            ),
          ),
      ],
      [
        'the content of the record',
        (files) =>
          changeLines(files, 'fractions.ndjson', (lines) =>
            Object.assign(
              lines.find(({ fraction, fate }) => fraction === 'acid' && fate === 'material'),
              { contentPpm: 990_000 },
            ),
          ),
      ],
      [
        'is confirmed for another mass than grounds.json states',
        (files) => changeJson(files, 'grounds.json', ({ fractions }) => Object.assign(fractions, { uses: [] })),
      ],
    ];
    for (const [fault, change] of cases) {
      const bad = await forged(archive, change);
      expect(() => check(bad), fault).toThrow(fault);
    }
    // biome-ignore lint/suspicious/noExplicitAny: a forger changes members of any form
    const inDioxin = (change: (dioxin: any) => void) => (files: Files) => {
      for (const path of ['snapshot.json', 'snapshot.en.json']) changeJson(files, path, ({ dioxin }) => change(dioxin));
    };
    const [first] = check(archive).snapshot.dioxin.findings;
    for (const [fault, change] of [
      [`the finding ${first?.code} of dioxin is missing`, inDioxin(({ findings }) => findings.shift())],
      ['the dioxin of the year is wrong', inDioxin((dioxin) => Object.assign(dioxin.totals, { measuredGrams: '0.1' }))],
      [
        'differs from its entry',
        (files) =>
          changeJson(files, 'grounds.json', ({ dioxin }) =>
            Object.assign(dioxin.measurements[0], { certificateFileId: of.who.partyId }),
          ),
      ],
    ] satisfies typeof cases) {
      const bad = await forged(archive, change);
      expect(() => check(bad), fault).toThrow(fault);
    }
    const eu = await forged(archives.get('eu-2025-606') as Buffer, (files) => {
      for (const path of ['snapshot.json', 'snapshot.en.json']) {
        changeJson(files, path, ({ methods }) => {
          const [verdict] = methods.find((one: Method) => one.method === 'eu-2025-606').verdicts;
          Object.assign(verdict, { verdict: verdict.verdict === 'pass' ? 'fail' : 'pass', undecided: null });
        });
      }
    });
    expect(() => check(eu)).toThrow(/^the verdict on /);
  });
});

describe('the report of a certified figure', () => {
  const report = async (query: string, method = 'comprehensive-recovery') => {
    const headers = { authorization: `Bearer ${of.who.token}` };
    const url = `/v1/assessments/${ids.get(method)}/report?${query}`;
    const { rawPayload } = await app.http.inject({ url, headers });
    const [folder] = [process.env.LEADLOOP_REPORTS];
    if (folder) await writeFile(`${folder}/${method}-${query.replaceAll(/\W/g, '-')}.pdf`, rawPayload);
    return (await pagesOf(rawPayload)).join('');
  };
  // biome-ignore lint/suspicious/noExplicitAny: the snapshot is read as its readers read it
  const frozen = (): any => check(archives.get('comprehensive-recovery') as Buffer).snapshot;

  it('shows every figure of every method, verdicts with their limits, and dioxin before and after, in Chinese', async () => {
    const text = await report('format=pdf');
    const { methods, dioxin, enterprise } = frozen();
    expect(text).toContain('回收率认定报告');
    expect(text).toContain(bare(enterprise.name));
    for (const { inForce, title, figures, verdicts } of methods) {
      if (!inForce) continue;
      expect(text).toContain(bare(title));
      for (const one of figures) {
        expect(text).toContain(bare(one.title));
        if (one.value) expect(text).toContain(`${one.value.percent}${one.uncertainty.expandedPoints}`);
      }
      for (const one of verdicts) {
        expect(text).toContain(
          `${bare(one.title)}${one.comparison === 'at_least' ? '不低于' : '低于'}${one.limitPercent}%`,
        );
      }
    }
    expect(text).toContain('本次认定');
    const { baselineGrams, factorGrams, measuredGrams } = dioxin.totals;
    expect(text).toContain(`${baselineGrams}${factorGrams}${measuredGrams}`);
    expect(text).toContain('二噁英审查事项（2026年）');
    for (const { title } of dioxin.findings) expect(text).toContain(bare(title));
    const { findings } = methods.find(({ method }: Method) => method === 'comprehensive-recovery');
    expect(findings.length).toBeGreaterThan(0);
    for (const { title } of findings) expect(text).toContain(bare(title));
    const reasons = text.match(/专家说明：已核对原始记录/g) ?? [];
    expect(reasons).toHaveLength(findings.filter(({ severity }: { severity: string }) => severity === 'flag').length);
  });

  it('is in English with the same figures', async () => {
    const text = await report('format=pdf&language=en');
    expect(text).toContain(bare('Report on certified recovery'));
    for (const { inForce, figures } of frozen().methods) {
      for (const { value, uncertainty } of inForce ? figures : []) {
        if (value) expect(text).toContain(`${value.percent}${uncertainty.expandedPoints}`);
      }
    }
    expect(text).toContain(bare('comprehensive recovery without acid'));
    expect(text).toContain(bare('Reason of the expert: '));
    expect(text).not.toContain('专家说明');
    expect(text).toContain(bare('Findings about dioxin of 2026'));
  });

  it('has the name of the enterprise at the certification', async () => {
    const { name } = frozen().enterprise;
    await app.database.db.$client.query("update parties set name = '改名后的企业' where id = $1", [of.who.partyId]);
    const text = await report('format=pdf');
    expect(text).toContain(bare(name));
    expect(text).not.toContain('改名后的企业');
  });
});
