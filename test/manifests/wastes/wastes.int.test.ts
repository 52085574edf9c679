/** Waste other than batteries on manifests: what is refused, and the books of both sides. */
import { describe, expect, it } from 'vitest';
import { moveMass } from '../../../src/batches/index.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { newId } from '../../../src/platform/ids.ts';
import { at, DEPART, deps, numbered, send, take, trade, useManifests } from '../api.ts';
import { addLicence, addStock, clock, requestOf } from '../province.ts';

useManifests();

/** A batch of a residue, an intermediate or a product on the site of the consignor, as a run leaves it. */
async function made(kind: 'residue' | 'other_feed' | 'product', material: string): Promise<string> {
  const id = newId();
  const when = { occurredAt: new Date('2026-09-01T00:00:00.000Z'), recordedAt: new Date('2026-09-01T00:00:00.000Z') };
  const nothing = { batteryKind: null, riskClass: null, condition: null, sourceType: null, supplierName: null };
  const account = { id, partyId: trade.consignor.id, siteId: trade.site.id, kind, material, evidence: null };
  const brought = { kind: 'supply', from: { boundary: 'supply' }, to: { batchId: id }, evidence: null } as const;
  await deps.db.transaction((tx) =>
    moveMass(
      tx,
      [{ ...account, ...nothing, ...when }],
      [{ ...brought, massGrams: toGrams(3_000_000), pieces: 0, ...when }],
    ),
  );
  return id;
}

const lineOf = (batchId: string, more: object = {}) => ({
  ...{ batchId, massGrams: 1_000_000, pieces: 0, packaging: 'bulk-bag', packages: 1, ...more },
});
const draft = (lines: readonly object[]) => send(trade.consignor, '/manifests', { ...requestOf(trade, 1, 1), lines });

async function arrivedWith(lines: readonly object[], wasteCode: string): Promise<string> {
  for (const [who, mode] of [
    [trade.receiver, 'recycling'],
    [trade.carrier, 'transport'],
  ] as const) {
    await addLicence(deps, who, mode, { wasteCodes: [wasteCode] });
  }
  const { body } = await draft(lines);
  const step = async (who: typeof trade.carrier, name: string, given: object) => {
    const { status, body: answer } = await take(who, body.id, name, given);
    expect(status, JSON.stringify(answer)).toBe(200);
  };
  await step(trade.consignor, 'submit', { at: at(0) });
  await numbered(body.id);
  await step(trade.consignor, 'hand-over', { at: at(10) });
  await step(trade.carrier, 'depart', DEPART);
  await step(trade.receiver, 'arrive', { at: at(20) });
  return body.id;
}

const decided = (line: number, more: object = {}) => ({
  ...{ line, acceptedGrams: 1_000_000, acceptedPieces: 0, treatmentMethod: 'R4', ...more },
});

describe('a draft', () => {
  it('takes several lines of one waste, and names the code of an own intermediate', async () => {
    const [paste, separators] = [await made('other_feed', 'lead_paste'), await made('residue', '900-052-31')];
    const { status, body } = await draft([lineOf(paste), lineOf(separators)]);
    expect([status, body.wasteCode]).toEqual([201, '900-052-31']);
    expect(body.lines).toMatchObject([
      { batteryKind: null, riskClass: null, condition: 'paste' },
      { batteryKind: null, riskClass: null, condition: null },
    ]);
  });

  it('has the members of a draft of batteries', async () => {
    const [dust, batteries] = [
      await made('residue', '321-029-48'),
      await addStock(deps, trade.site, { massGrams: 1e6, pieces: 60 }),
    ];
    const [one, other] = [await draft([lineOf(dust)]), await draft([lineOf(batteries, { pieces: 60 })])];
    expect(Object.keys(one.body)).toEqual(Object.keys(other.body));
    expect(Object.keys(one.body.lines[0])).toEqual(Object.keys(other.body.lines[0]));
  });

  it.each([
    ['a product', 'product', 'refined_lead', {}, 'manifest-batch-not-waste'],
    ['work in progress', 'other_feed', 'work_in_progress', {}, 'manifest-batch-not-waste'],
    ['pieces of a residue', 'residue', '321-029-48', { pieces: 1 }, 'batch-pieces-exceeded'],
  ] as const)('refuses %s', async (_, kind, material, more, code) => {
    const { status, body } = await draft([lineOf(await made(kind, material), more)]);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.pointer).toMatch(/^#\/body\/lines\/0\//);
  });

  it('refuses warranty returns together with waste, and takes a load of their own', async () => {
    const stock = { massGrams: 2_000_000, pieces: 120 };
    const returned = await addStock(deps, trade.site, { ...stock, sourceType: 'warranty-return' });
    const waste = await addStock(deps, trade.site, stock);
    const line = (id: string) => lineOf(id, { pieces: 60 });
    const { status, body } = await draft([line(returned), line(waste)]);
    expect([status, body.code, body.pointer]).toEqual([422, 'batches-kept-apart', '#/body/lines']);
    expect((await draft([line(returned)])).status).toBe(201);
  });

  it('refuses open or broken batteries on a pallet from the day of law on', async () => {
    const stock = { massGrams: 1_000_000, pieces: 60, whole: false };
    const lines = [lineOf(await addStock(deps, trade.site, stock), { pieces: 60, packaging: 'pallet' })];
    expect((await draft(lines)).status).toBe(201);
    clock.now = new Date('2027-01-02T00:00:00.000Z');
    const { status, body } = await draft(lines);
    expect([status, body.code, body.pointer]).toEqual([422, 'manifest-packaging-unfit', '#/body/lines/0/packaging']);
    const boxed = lines.map((line) => ({ ...line, packaging: 'acid-proof-box' }));
    expect((await draft(boxed)).status).toBe(201);
  });

  it('refuses waste of two codes', async () => {
    const lines = [lineOf(await made('residue', '321-029-48')), lineOf(await made('residue', '321-016-48'))];
    expect((await draft(lines)).body.code).toBe('manifest-waste-codes-differ');
  });
});

it('a load of warranty returns is still kept apart at the receiver', async () => {
  const batchId = await addStock(deps, trade.site, { massGrams: 1_000_000, pieces: 60, sourceType: 'warranty-return' });
  const id = await arrivedWith([lineOf(batchId, { pieces: 60 })], '900-052-31');
  const { body } = await take(trade.receiver, id, 'accept', {
    at: at(30),
    lines: [decided(1, { acceptedPieces: 60 })],
  });
  const { rows } = await deps.db.$client.query('select source_type from batches where id = $1', [
    body.lines[0].receivedBatchId,
  ]);
  expect(rows).toEqual([{ source_type: 'warranty-return' }]);
});

describe('a load of residues', () => {
  it('needs licences for its code, also of the carrier', async () => {
    const { body } = await draft([lineOf(await made('residue', '321-029-48'))]);
    const submitted = () => take(trade.consignor, body.id, 'submit', { at: at(0) });
    expect((await submitted()).body).toMatchObject({ code: 'licence-missing', wasteCode: '321-029-48' });
    await addLicence(deps, trade.receiver, 'recycling', { wasteCodes: ['321-029-48'] });
    expect((await submitted()).body).toMatchObject({ code: 'licence-missing', mode: 'transport' });
    await addLicence(deps, trade.carrier, 'transport', { wasteCodes: ['321-029-48'] });
    expect((await submitted()).body).toMatchObject({ state: 'submitted', transportMode: 'hazardous' });
  });

  it('is decided line by line with a method that fits the waste, and no pieces', async () => {
    const dust = await made('residue', '321-029-48');
    const id = await arrivedWith([lineOf(dust), lineOf(dust, { massGrams: 500_000 })], '321-029-48');
    const accept = (...lines: readonly object[]) => take(trade.receiver, id, 'accept', { at: at(30), lines });
    const second = decided(2, { acceptedGrams: 500_000 });
    const unfit = await accept(decided(1, { treatmentMethod: 'R9' }), second);
    expect([unfit.status, unfit.body.code, unfit.body.pointer]).toEqual([
      ...[422, 'manifest-method-unfit', '#/body/lines/0/treatmentMethod'],
    ]);
    expect(unfit.body.remedy).toContain('R4');
    const counted = await accept(decided(1, { acceptedPieces: 3 }), second);
    expect([counted.status, counted.body.code]).toEqual([422, 'manifest-pieces-implausible']);
    const { body } = await accept(decided(1), second);
    expect(body.lines).toMatchObject([{ acceptedGrams: 1_000_000 }, { acceptedGrams: 500_000 }]);
  });
});
