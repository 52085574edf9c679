/** Every record of a package of evidence, held against the journal entries that made it. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdf, upload } from '../../files/sample.ts';
import { ok, on, TONNE } from '../plant.ts';
import { changeJson, changeLines, forged } from './forging.ts';
import { useProcedure } from './procedure.ts';

const { app, plant, people, reachWithFlags } = useProcedure();
const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));

type Line = {
  id: string;
  kind: string;
  term: string;
  massGrams: number;
  ppm: number;
  moisturePpm: number;
  certificate?: string;
};
type Verifier = { readonly check: (archive: Buffer) => { readonly records: number; readonly subjects: number } };

let check: Verifier['check'];
let archive: Buffer;
let kinds: Set<string>;

/** Certifies a month with loads that came, were refused and went on, corrections, uses, stock and an open run. */
beforeAll(async () => {
  ({ check } = (await import(VERIFIER)) as Verifier);
  const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  const received = await plant.deliver({ who: people.point }, { who }, { tonnes: 100, day: 3, refused: 5 });
  await plant.deliver({ who: people.point }, { who }, { tonnes: 20, day: 4, accepted: 19 });
  const own = await plant.collect({ who }, 2, on(5));
  const right = { massGrams: 3 * TONNE, pieces: 150, reason: '地磅读数录入错误' };
  await ok(who.post(`/v1/batches/${own}/corrections`, right));
  // The laboratory sees the batch as it was corrected.
  await plant.assay(who, own, 580_000, { moisturePpm: 10_000, wetBasis: false });
  const part = await ok(who.post(`/v1/batches/${received}/split`, { massGrams: 20 * TONNE, pieces: 1_000 }));
  const load = await plant.send({ who }, { who: people.point }, { batchId: part.id, tonnes: 20, day: 6 });
  await plant.decide(people.point, load, on(6, 13), { accepted: 19 });
  const { id: run } = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(9), process: 'integrated' }));
  const feed = { fedAt: on(10), lines: [{ batchId: received, massGrams: 60 * TONNE, pieces: 3_000 }] };
  await ok(who.post(`/v1/runs/${run}/feeds`, feed));
  const { items: feeds } = await ok(who.get(`/v1/runs/${run}/movements?limit=50`));
  const fed = { massGrams: 61 * TONNE, pieces: 3_050, reason: '补记一叉车' };
  await ok(who.post(`/v1/runs/${run}/feeds/${feeds[0].id}/corrections`, fed));
  const outputs = [
    { material: 'refined_lead', massGrams: 34 * TONNE },
    { material: 'slag', massGrams: 3 * TONNE },
    { material: 'slag_used', massGrams: 2 * TONNE },
  ];
  const { batches } = await ok(who.post(`/v1/runs/${run}/outputs`, { yieldedAt: on(11), outputs }));
  const [product, slag, useful] = batches.map((one: { id: string }) => one.id);
  await ok(who.post(`/v1/runs/${run}/outputs/${product}/corrections`, { massGrams: 34_500_000, reason: '过磅单更正' }));
  await ok(who.post(`/v1/runs/${run}/close`, { closedAt: on(12), carriedGrams: 0 }));
  await plant.assay(who, product, 999_900);
  for (const one of [slag, useful]) await plant.assay(who, one, 20_000);
  const leave = (batchId: string, massGrams: number, body: object) =>
    ok(
      who.post(`/v1/batches/${batchId}/dispositions`, {
        ...{ massGrams, receiverName: '演示接收方', occurredAt: on(29), ...body },
      }),
    );
  await leave(slag, 3 * TONNE, { kind: 'disposal' });
  const { id: delivery } = await leave(useful, 2 * TONNE, {
    ...{ kind: 'use', contractNumber: '合同-1', use: 'building-material' },
  });
  const fileId = (await upload(app, who, pdf('confirmation'))).json.id;
  const confirmed = { number: '确-1', use: 'building-material', massGrams: TONNE, confirmedOn: '2026-10-30' };
  await ok(who.post(`/v1/dispositions/${delivery}/confirmations`, { ...confirmed, fileId }));
  const air = { medium: 'air', leadGrams: 5_000, method: 'CEMS', monitoringPoint: 'DA001', siteId: who.siteId };
  const emission = await ok(who.post('/v1/emissions', { ...air, occurredAt: on(15) }));
  await ok(who.post(`/v1/emissions/${emission.id}/corrections`, { leadGrams: 6_000, reason: '更正监测数据' }));
  const { id: open } = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(30), process: 'integrated' }));
  const last = { fedAt: on(30, 9), lines: [{ batchId: received, massGrams: TONNE, pieces: 50 }] };
  await ok(who.post(`/v1/runs/${open}/feeds`, last));
  await plant.countBoth(who, [
    { item: 'batteries', massGrams: (95 - 20 - 61 - 1 + 19 + 3) * TONNE, leadPpm: 580_000 },
    { item: 'refined_lead', massGrams: 34_500_000, leadPpm: 999_900 },
    { item: 'furnace', massGrams: TONNE, leadPpm: 580_000 },
  ]);
  await app.follow();
  const manager = await app.client({ subject: `manager-${who.partyId}`, partyId: who.partyId, loggedIn: true });
  const id = await reachWithFlags({ who, manager, received, product });
  const headers = { authorization: `Bearer ${who.token}` };
  archive = (await app.http.inject({ method: 'GET', url: `/v1/assessments/${id}/evidence`, headers })).rawPayload;
  kinds = new Set();
  await forged(archive, (files) =>
    changeLines(files, 'records.ndjson', (lines: Line[]) => {
      for (const { kind } of lines) kinds.add(kind);
    }),
  );
}, 120_000);

const recordsWhere = (choose: (line: Line) => boolean, change: (line: Line) => void) => (files: Files) =>
  changeLines(files, 'records.ndjson', (lines: Line[]) => {
    const found = lines.find(choose);
    if (!found) throw new Error('no such record');
    change(found);
  });
type Files = Record<string, Uint8Array>;

describe('the records of a package', () => {
  it('are of many kinds, and agree with the entries that made them', () => {
    expect([...kinds].toSorted()).toEqual(
      [
        ...['disposal', 'dispatch', 'emission', 'feed', 'generation', 'line_difference', 'load_difference'],
        ...['manifest_line', 'output', 'refused_line', 'sale', 'stock_count_line'],
      ].toSorted(),
    );
    const { subjects, records } = check(archive);
    expect(subjects).toBeGreaterThan(records);
  });

  it('are named when their mass is another than that of the entry, for each kind', async () => {
    for (const kind of kinds) {
      const bad = await forged(
        archive,
        recordsWhere(
          (line) => line.kind === kind,
          (line) => {
            line.massGrams += line.kind === 'stock_count_line' ? 1_000 * TONNE : 1;
          },
        ),
      );
      expect(() => check(bad), kind).toThrow(/^the (mass of the record|use of disposition)/);
    }
  });

  it('are named when content, moisture or laboratory is another than that of the assay', async () => {
    const isOwn = ({ kind }: Line) => kind === 'generation';
    const content = await forged(
      archive,
      recordsWhere(isOwn, (line) => Object.assign(line, { ppm: line.ppm + 1 })),
    );
    expect(() => check(content)).toThrow(/^the content of the record movement:/);
    const moisture = await forged(
      archive,
      recordsWhere(isOwn, (line) => Object.assign(line, { moisturePpm: 0 })),
    );
    expect(() => check(moisture)).toThrow(/^the moisture of the record movement:/);
    const laboratory = await forged(archive, (files) =>
      changeJson(files, 'certificates.json', ([first]) => {
        first.laboratory = '另一检测中心';
      }),
    );
    expect(() => check(laboratory)).toThrow(/^the laboratory of assay:/);
  });

  it('are named when the laboratory states another thing of a certificate than its entry', async () => {
    const isConfirmed = ({ certificate }: Line) => certificate === 'confirmed';
    const forgedOutcome = (certificate: string | undefined) =>
      forged(
        archive,
        recordsWhere(isConfirmed, (line) => Object.assign(line, { certificate })),
      );
    for (const certificate of ['contradicted', undefined]) {
      const bad = await forgedOutcome(certificate);
      expect(() => check(bad)).toThrow(/^the confirmation of the certificate of the record /);
    }
  });

  it('are incomplete without the chain of one assay', async () => {
    const bad = await forged(archive, (files) =>
      changeLines(files, 'assays.ndjson', (lines) => {
        const { subject } = lines.at(-1);
        lines.splice(0, lines.length, ...lines.filter((line) => line.subject !== subject));
      }),
    );
    expect(() => check(bad)).toThrow(/^assay:.* has no entry$/);
  });
});
