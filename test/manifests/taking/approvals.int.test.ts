/** Loads to another province travel under approvals and exemptions (Order 23, Art 21 to 28), and under nothing else. */
import { beforeEach, describe, expect, it } from 'vitest';
import { assignNumber } from '../../../src/manifests/index.ts';
import { type Answer, type Client, useApp } from '../../app/fixture.ts';
import { addApproval, addLicence, addParty, addSite, addStock } from '../province.ts';

const app = useApp();
const DAY = '2026-10-15';
let serial = 0;

async function makeRoute() {
  const { deps } = app;
  const consignor = await addParty(deps, '45');
  const receiver = await addParty(deps, '44');
  const site = await addSite(deps, consignor, 'transfer_point');
  const licence = await addLicence(deps, receiver, 'recycling');
  return { consignor, receiver, site, licence, by: await app.client({ partyId: consignor.id }) };
}
let route: Awaited<ReturnType<typeof makeRoute>>;
beforeEach(async () => {
  app.clock.now = new Date(`${DAY}T04:00:00.000Z`);
  route = await makeRoute();
});

const ok = async (answering: Promise<Answer>) => {
  const { status, json, text } = await answering;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
};
const approve = (changes: Parameters<typeof addApproval>[2] = {}) => addApproval(app.deps, route, changes);

async function draft(massGrams = 1_000_000): Promise<string> {
  const batchId = await addStock(app.deps, route.site, { massGrams, pieces: 60 });
  const { id } = await ok(
    route.by.post('/v1/manifests', {
      ...{ carrierId: route.consignor.id, receiverId: route.receiver.id, consignorSiteId: route.site.id },
      receiverSite: { name: '演示冶炼厂', divisionCode: '4401', address: null },
      lines: [{ batchId, massGrams, pieces: 60, packaging: 'pallet', packages: 1 }],
    }),
  );
  return id;
}
const take = (id: string, step: string, body: object = {}) => route.by.post(`/v1/manifests/${id}/${step}`, { ...body });
async function submitted(massGrams?: number): Promise<string> {
  const id = await draft(massGrams);
  await ok(take(id, 'submit'));
  const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  const number = `2026450100${String(++serial).padStart(4, '0')}`;
  await app.deps.db.transaction((tx) => assignNumber(tx, app.deps, { actor, id, number, at: null }));
  return id;
}
const refusalOf = ({ status, json }: Answer) => [status, json.code];
const read = (id: string, by: Client = app.authority) => ok(by.get(`/v1/approvals/${id}`));

describe('a load to another province', () => {
  it('is not submitted without an approval, on paper neither', async () => {
    const id = await draft();
    const refused = await take(id, 'submit');
    expect(refusalOf(refused)).toEqual([422, 'transfer-not-approved']);
    expect(refused.json).toMatchObject({ wasteCode: '900-052-31', province: '44', on: DAY });
    const paper = { number: '纸1', reason: '系统故障' };
    expect(refusalOf(await take(id, 'register-paper', paper))).toEqual([422, 'transfer-not-approved']);
    const chinese = await route.by.post(`/v1/manifests/${id}/submit`, {}, { 'accept-language': 'zh-CN' });
    expect(chinese.json).toMatchObject({ title: '跨省转移未经批准' });
    expect((await ok(route.by.get(`/v1/manifests/${id}`))).state).toBe('draft');
    await approve();
    await ok(take(id, 'submit'));
  });

  it('is not covered by an approval of another consignor, receiver or waste', async () => {
    const other = await makeRoute();
    await addApproval(app.deps, other);
    await addApproval(app.deps, { ...route, receiver: other.receiver, licence: other.licence });
    await addApproval(app.deps, { ...other, receiver: route.receiver, licence: route.licence });
    expect(refusalOf(await take(await draft(), 'submit'))).toEqual([422, 'transfer-not-approved']);
  });

  it('is not handed over when its approval has ended since, and goes on under a new one', async () => {
    await approve({ requestedUntil: DAY });
    const id = await submitted();
    app.clock.now = new Date('2026-10-16T04:00:00.000Z');
    const refused = await take(id, 'hand-over');
    expect(refusalOf(refused)).toEqual([422, 'approval-not-valid']);
    expect(refused.json).toMatchObject({ validTo: '2026-10-16', on: '2026-10-16' });
    const next = await approve();
    await ok(take(id, 'hand-over'));
    expect((await read(next.id)).quantities[0].usedGrams).toBe(1_000_000);
  });

  it('is not handed over when its approval was withdrawn', async () => {
    const { id: approvalId } = await approve();
    const id = await submitted();
    const path = `/v1/approvals/${approvalId}/withdraw`;
    const ended = await ok(app.authority.post(path, { withdrawnOn: DAY, reason: '接受人不再具备条件' }));
    expect([ended.state, ended.withdrawal.withdrawnOn]).toEqual(['withdrawn', DAY]);
    expect(refusalOf(await take(id, 'hand-over'))).toEqual([422, 'approval-not-valid']);
    expect(refusalOf(await app.authority.post(path, { withdrawnOn: DAY, reason: '重复' }))).toEqual([
      409,
      'approval-withdrawn',
    ]);
  });

  it('that is entered late needs a cover on the day of entry too', async () => {
    await approve({ requestedUntil: '2026-10-10' });
    const id = await draft();
    const refused = await take(id, 'submit', { at: '2026-10-10T04:00:00.000Z' });
    expect(refusalOf(refused)).toEqual([422, 'approval-not-valid']);
    expect(refused.json).toMatchObject({ on: DAY, actedAt: '2026-10-10T04:00:00.000Z' });
  });
});

describe('the approved quantity', () => {
  it('is used by exactly ten of fifty concurrent hand-overs, when there is room for ten', async () => {
    const { id: approvalId } = await approve({ massGrams: 10_500_000 });
    const ids: string[] = [];
    for (let each = 0; each < 50; each += 1) ids.push(await submitted());
    const answers = await Promise.all(ids.map((id) => take(id, 'hand-over')));
    const codes = answers.map(({ status, json }) => (status === 200 ? 'handed over' : json.code));
    expect(codes.filter((code) => code === 'handed over')).toHaveLength(10);
    expect(codes.filter((code) => code === 'approval-quantity-exceeded')).toHaveLength(40);
    const { quantities } = await read(approvalId);
    expect(quantities).toMatchObject([{ approvedGrams: 10_500_000, usedGrams: 10_000_000, remainingGrams: 500_000 }]);
    const { items } = await ok(app.authority.get(`/v1/covered-transfers?approvalId=${approvalId}&limit=100`));
    expect(items).toHaveLength(10);
    expect(new Set(items.map(({ countedGrams }: { countedGrams: number }) => countedGrams))).toEqual(
      new Set([1_000_000]),
    );
  }, 120_000);

  it('refuses at the submission what is more than its rest, and says how much is left', async () => {
    await approve({ massGrams: 999_999 });
    const refused = await take(await draft(), 'submit');
    expect(refusalOf(refused)).toEqual([422, 'approval-quantity-exceeded']);
    expect(refused.json).toMatchObject({ massGrams: 1_000_000, remainingGrams: 999_999 });
  });

  it('is seen by its parties, and by no other organisation', async () => {
    const { id } = await approve();
    const receiver = await app.client({ partyId: route.receiver.id });
    const stranger = await app.enterprise();
    expect((await read(id, route.by)).state).toBe('valid');
    expect((await read(id, receiver)).receiverId).toBe(route.receiver.id);
    expect(refusalOf(await stranger.get(`/v1/approvals/${id}`))).toEqual([404, 'approval-missing']);
    expect((await ok(stranger.get('/v1/approvals'))).items).toEqual([]);
    expect((await stranger.post('/v1/approvals', {})).status).toBe(403);
  });
});

describe('an exemption', () => {
  const list = () => ({
    ...{ grantedBy: '环办固体函〔2023〕387号', wasteCodes: ['900-052-31'], receivers: [route.receiver.uscc] },
    ...{ validFrom: '2023-11-01', validTo: '2026-10-16' },
  });

  it('lets a load leave without an approval, on the day of the hand-over', async () => {
    const { id: exemptionId } = await ok(app.authority.post('/v1/transfer-exemptions', list()));
    const [id, next] = [await submitted(), await submitted()];
    await ok(take(id, 'hand-over'));
    const { items } = await ok(route.by.get(`/v1/covered-transfers?manifestId=${id}`));
    expect(items).toMatchObject([{ id, exemptionId, approvalId: null, countedGrams: 1_000_000, handedOverOn: DAY }]);
    app.clock.now = new Date('2026-10-16T04:00:00.000Z');
    expect(refusalOf(await take(next, 'hand-over'))).toEqual([422, 'transfer-not-approved']);
  });

  it('counts for its receivers, waste codes and provinces only, and until it is ended', async () => {
    const other = { ...list(), receivers: ['91450400000000027F'] };
    for (const one of [other, { ...list(), wasteCodes: ['321-029-48'] }, { ...list(), destinationProvince: '43' }]) {
      await ok(app.authority.post('/v1/transfer-exemptions', one));
    }
    const id = await draft();
    expect(refusalOf(await take(id, 'submit'))).toEqual([422, 'transfer-not-approved']);
    const fitting = { ...list(), originProvince: '45', destinationProvince: '44' };
    const { id: exemptionId } = await ok(app.authority.post('/v1/transfer-exemptions', fitting));
    await ok(app.authority.post(`/v1/transfer-exemptions/${exemptionId}/end`, { endedOn: DAY, reason: '名单调整' }));
    expect(refusalOf(await take(id, 'submit'))).toEqual([422, 'transfer-not-approved']);
    await ok(app.authority.post('/v1/transfer-exemptions', fitting));
    await ok(take(id, 'submit'));
  });

  it('is read by every organisation', async () => {
    const { id } = await ok(app.authority.post('/v1/transfer-exemptions', list()));
    expect(await ok(route.by.get(`/v1/transfer-exemptions/${id}`))).toMatchObject({
      grantedBy: list().grantedBy,
      ending: null,
    });
    const { items } = await ok(route.by.get(`/v1/transfer-exemptions?receiverUscc=${route.receiver.uscc}`));
    expect(items).toMatchObject([{ id }]);
  });
});

describe('the registration of a decision', () => {
  const decision = () => ({
    ...{ number: `演示环固转${++serial}`, consignorId: route.consignor.id, receiverId: route.receiver.id },
    ...{ licenceId: route.licence.id, quantities: [{ wasteCode: '900-052-31', massGrams: 5_000_000 }] },
    ...{ treatmentMethods: ['R4'], decidedOn: '2026-09-01', requestedUntil: '2027-06-30', legalBasis: '第二十六条' },
  });

  it('has the earliest of three ends, and is in the journal', async () => {
    const made = await ok(app.authority.post('/v1/approvals', decision()));
    expect(made).toMatchObject({
      validFrom: '2026-09-01',
      validTo: '2027-01-01',
      state: 'valid',
      destinationProvince: '44',
    });
    await app.follow();
    const { items } = await ok(app.authority.get(`/v1/journal/subjects/approval:${made.id}`));
    expect(items).toMatchObject([{ kind: 'approval.registered', payload: { validTo: '2027-01-01' } }]);
  });

  it.each([
    ['approval-of-another-province', () => ({ consignorId: route.receiver.id })],
    ['approval-within-province', () => ({ receiverId: route.consignor.id })],
    ['approval-licence-missing', () => ({ licenceId: route.site.id })],
    ['approval-licence-insufficient', () => ({ quantities: [{ wasteCode: '321-029-48', massGrams: 1 }] })],
    ['approval-in-future', () => ({ decidedOn: '2026-10-16' })],
    ['approval-method-unknown', () => ({ treatmentMethods: ['R4', 'R99'] })],
  ])('is refused: %s', async (code, changes) => {
    const body = { ...decision(), ...changes() };
    expect(refusalOf(await app.authority.post('/v1/approvals', body))).toEqual([422, code]);
  });

  it('is refused twice under one number', async () => {
    const body = decision();
    await ok(app.authority.post('/v1/approvals', body));
    expect(refusalOf(await app.authority.post('/v1/approvals', body))).toEqual([409, 'approval-exists']);
  });
});
