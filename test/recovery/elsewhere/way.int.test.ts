/** Loads that were handed over before the end of a period, and arrive in the next one by the word of their receiver. */
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { batchInput, type Enterprise } from '../../app/fixture.ts';
import { changeJson, forged } from '../assessments/forging.ts';
import { packed } from '../assessments/packing.ts';
import { letSlagLeaveByRecord } from '../sales/slag-by-record.ts';
import { t, usePlant } from '../stock/plant.ts';

const P = usePlant();
const { app, who, settle, receive, open, feed, yieldFrom, close, sell, count, rate, post } = P;

beforeAll(async () => {
  await letSlagLeaveByRecord(app);
  await app.database.db.execute(
    `insert into law_values (key, valid_from, valid_to, value, source, confidence) values
     ('recovery.loads-on-the-way', '2026-11-15', '2026-12-01', '{"loads": "believed"}', '演示', 'I'),
     ('recovery.unconfirmed-sites', '2026-11-15', '2026-12-01', '{"sites": "recyclers"}', '演示', 'I')`,
  );
  app.clock.now = new Date('2027-02-03T04:00:00.000Z');
});

let point: string;

beforeEach(async () => {
  await settle();
  const site = { kind: 'transfer_point', name: '自有转运点', divisionCode: '450100' };
  point = (await post(`/parties/${who.plant.partyId}/sites`, site, app.authority)).id;
  await P.registeredAt(point, '2019-01-01T00:00:00Z');
  await post(
    `/parties/${who.plant.partyId}/licences`,
    {
      ...{ number: `演示证-收-${who.plant.partyId.slice(-6)}`, mode: 'collection', wasteCodes: ['900-052-31'] },
      ...{ issuer: '演示厅', validFrom: '2020-01-01', validTo: '2035-01-01' },
    },
    app.authority,
  );
});

type Place = { readonly by: Enterprise; readonly siteId: string };
const supplier = (): Place => ({ by: who.point, siteId: who.point.siteId });
const works = (): Place => ({ by: who.plant, siteId: who.plant.siteId });
const own = (): Place => ({ by: who.plant, siteId: point });

/** Sends a batch of 15.5 t on paper, up to a step. The receiver dates its steps on the day `arrives`. */
async function carry(
  batchId: string,
  { from, to, day, arrives }: { from: Place; to: Place; day: string; arrives: string },
  last: 'submit' | 'depart' | 'arrive' | 'accept' = 'accept',
) {
  const [massGrams, pieces] = [t(15.5), 969];
  const lines = [{ batchId, massGrams, pieces, packaging: 'pallet', packages: 1 }];
  const parties = { carrierId: who.plant.partyId, receiverId: to.by.partyId, receiverSiteId: to.siteId };
  const { id } = await post('/manifests', { ...parties, consignorSiteId: from.siteId, lines }, from.by);
  const step = (by: Enterprise, name: string, body: object) => post(`/manifests/${id}/${name}`, body, by);
  const at = (hour: number, on = day) => `${on}T0${hour}:00:00+08:00`;
  const paper = { number: `纸-${id.slice(-8)}`, reason: '演示', transferCompletedAt: at(1) };
  await step(from.by, 'register-paper', { at: at(1), ...paper });
  await step(from.by, 'backfill', { at: at(1) });
  if (last === 'submit') return;
  await step(from.by, 'hand-over', { at: at(2) });
  await step(who.plant, 'depart', { at: at(3), plates: ['桂A12345'], from: '演示' });
  if (last === 'depart') return;
  await step(to.by, 'arrive', { at: at(4, arrives) });
  const decided = [{ line: 1, acceptedGrams: massGrams, acceptedPieces: pieces, treatmentMethod: 'R4' }];
  if (last === 'accept') await step(to.by, 'accept', { at: at(5, arrives), lines: decided });
}

async function bought(day: string): Promise<string> {
  const declaration = { massGrams: t(15.5), pieces: 969, occurredAt: `${day}T00:00:00+08:00` };
  return (await post('/batches', batchInput(who.point.siteId, declaration), who.point)).id;
}

/** Smelts 100 t of batteries with 58 % of lead to 82 %. The works knows of as many tonnes only. */
async function smelt(known: number, month = '2027-01', last = '2027-01-31') {
  const load = await receive(t(known), 580_000, `${month}-03`);
  const run = await open(`${month}-05`);
  await feed(run, `${month}-05`, [load]);
  const [product = '', slag = ''] = await yieldFrom(run, `${month}-06`, [
    ['refined_lead', t(47.56), 1_000_000],
    ['slag', t(19.6), 50_000],
  ]);
  await close(run, `${month}-07`);
  await sell(product, t(47.56), `${month}-08`);
  const left = { kind: 'disposal', massGrams: t(19.6), receiverName: '演示处置中心' };
  await post(`/batches/${slag}/dispositions`, { ...left, occurredAt: `${month}-09T12:00:00+08:00` });
  await count(last, []);
}

const found = async (month = '2027-01') =>
  (await rate(month)).findings.filter(({ code }: { code: string }) => code === 'LOADS_ON_THE_WAY');
const onTheWay = { code: 'LOADS_ON_THE_WAY', severity: 'flag', facts: { loads: 1, massGrams: t(15.5) } };
const LATE = { day: '2027-01-20', arrives: '2027-02-01' };

it('a load that the receiver dates in the next month could have been fed, and in the next month it is received', async () => {
  await count('2026-12-31');
  await carry(await bought('2027-01-19'), { from: supplier(), to: works(), ...LATE });
  await smelt(84.5);
  expect(await found()).toMatchObject([onTheWay]);
  expect(await found('2027-02')).toEqual([]);
});

it.each(['depart', 'arrive'] as const)('a load that took the step %s last counts as well', async (last) => {
  await count('2026-12-31');
  await carry(await bought('2027-01-19'), { from: supplier(), to: own(), ...LATE }, last);
  await smelt(84.5);
  expect(await found()).toMatchObject([onTheWay]);
});

it('a load that was not handed over, or arrived before the end, does not count', async () => {
  await count('2026-12-31');
  await carry(await bought('2027-01-19'), { from: supplier(), to: works(), ...LATE }, 'submit');
  await carry(await bought('2027-01-19'), { from: supplier(), to: works(), day: '2027-01-20', arrives: '2027-01-21' });
  await smelt(84.5);
  expect(await found()).toEqual([]);
});

it('a load from an own point counts, whether the works or a partner accepts it in the next month', async () => {
  await count('2026-12-31');
  const { batchId } = await receive(t(15.5), 580_000, '2027-01-03', point);
  await carry(batchId, { from: own(), to: works(), ...LATE });
  const other = await receive(t(15.5), 580_000, '2027-01-04', point);
  await carry(other.batchId, { from: own(), to: supplier(), ...LATE });
  await smelt(84.5);
  expect(await found()).toMatchObject([onTheWay]);
  for (const month of ['2027-01', '2027-02']) {
    const unconfirmed = (await rate(month)).findings.find(({ code }: { code: string }) => code === 'UNCONFIRMED_MASS');
    expect(unconfirmed.facts.sentGrams).toBe(t(15.5));
  }
});

it('the law of before believes the receiver and the partner', async () => {
  await count('2026-10-31');
  const late = { day: '2026-11-20', arrives: '2026-12-01' };
  await carry(await bought('2026-11-19'), { from: supplier(), to: works(), ...late });
  const { batchId } = await receive(t(15.5), 580_000, '2026-11-03', point);
  await carry(batchId, { from: own(), to: supplier(), day: '2026-11-20', arrives: '2026-11-21' });
  await smelt(84.5, '2026-11', '2026-11-30');
  const codes = (await rate('2026-11')).findings.map(({ code }: { code: string }) => code);
  expect(codes).not.toContain('LOADS_ON_THE_WAY');
  expect(codes).not.toContain('UNCONFIRMED_MASS');
});

it('the evidence lets a reader find both again', async () => {
  const { check } = await import(fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url)));
  await count('2026-12-31');
  await carry(await bought('2027-01-19'), { from: supplier(), to: works(), ...LATE });
  const { batchId } = await receive(t(15.5), 580_000, '2027-01-03', point);
  await carry(batchId, { from: own(), to: supplier(), day: '2027-01-20', arrives: '2027-01-21' });
  await smelt(84.5);
  const { id } = await post('/assessments', { period: '2027-01', method: 'lead-recovery' }, who.first);
  await app.follow();
  const archive = await packed(app, id);
  const codes = check(archive).snapshot.evaluation.findings.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(expect.arrayContaining(['UNCONFIRMED_MASS', 'LOADS_ON_THE_WAY']));
  const grounds = (change: Parameters<typeof changeJson>[2]) =>
    forged(archive, (files) => changeJson(files, 'grounds.json', change));
  const less = await grounds(({ circumstances }) => {
    circumstances.onTheWay.massGrams = t(1);
  });
  expect(() => check(less)).toThrow('LOADS_ON_THE_WAY');
  const without = await grounds(({ circumstances }) => {
    delete circumstances.onTheWay;
  });
  expect(() => check(without)).toThrow('grounds.json has no loads on the way');
  const fewer = await grounds(({ stock }) => {
    stock.elsewhere[0].sent = { massGrams: 0, lead: '0' };
  });
  expect(() => check(fewer)).toThrow('UNCONFIRMED_MASS');
  const unsent = await grounds(({ stock }) => {
    delete stock.elsewhere[0].sent;
  });
  expect(() => check(unsent)).toThrow(`grounds.json has no loads of site ${point}`);
});
