/** Accounts that one person could use: they are never the two people of an adjustment above the limit. */
import { describe, expect, it } from 'vitest';
import type { Client } from '../../app/fixture.ts';
import { counted, useCounting } from './counting.ts';

const { app, who, get, batch, count, adjust, decide, settle } = useCounting();

type Account = Client & { readonly id: string };
let serial = 0;

/** Registers a manager of the organisation, who then has logged in. */
async function manager(by: Client): Promise<Account> {
  serial += 1;
  const draft = { personName: '赵经理', login: `manager.${serial}`, roles: ['enterprise_manager'] };
  const { status, json, text } = await by.post('/v1/people', { ...draft, partyId: who.own.partyId });
  if (status !== 201) throw new Error(text);
  return { id: json.id, ...(await loggedIn(json.id)) };
}

async function settled() {
  await settle();
  replacesId = undefined;
}

const loggedIn = (subject: string) => app.client({ subject, partyId: who.own.partyId, loggedIn: true });

/** The valid count of the day, which the next one corrects. */
let replacesId: string | undefined;

/** Proposes an adjustment above the limit, and returns the answer to a confirmation. */
async function confirmed(first: Client, second: Client) {
  const { id: batchId } = await batch(1_000_000, 60);
  const countedGrams = (await bookGrams()) - 100_000;
  const { id: countId } = await count([{ massGrams: countedGrams }], replacesId === undefined ? {} : { replacesId });
  replacesId = countId;
  const { json, text } = await adjust(countId, [counted(batchId, 900_000, 54)], {}, first);
  if (json.state !== 'proposed') throw new Error(text);
  const answer = await decide(json.id, 'confirm', second);
  const { massGrams } = await get(`/batches/${batchId}`);
  expect(massGrams).toBe(answer.status === 200 ? 900_000 : 1_000_000);
  if (answer.status !== 200) expect((await decide(json.id, 'reject', second)).status).toBe(200);
  return { status: answer.status, code: answer.json.code ?? null, giver: answer.json.giver ?? null };
}

const bookGrams = async () => {
  const { items } = await get('/batches?limit=200');
  return items.reduce((sum: number, one: { massGrams: number }) => sum + one.massGrams, 0);
};

const dependent = (giver: string) => ({ status: 403, code: 'second-person-dependent', giver });
const BOOKED = { status: 200, code: null, giver: null };

describe('an adjustment above the limit', () => {
  it('is confirmed between accounts that the province office has given', async () => {
    await settled();
    const [one, other] = [await manager(app.authority), await manager(app.authority)];
    expect(await confirmed(one, other)).toEqual(BOOKED);
  });

  it('is not confirmed with an account that the proposer registered, nor the other way round', async () => {
    await settled();
    const one = await manager(app.authority);
    const own = await manager(one);
    expect(await confirmed(one, own)).toEqual(dependent(one.id));
    expect(await confirmed(own, one)).toEqual(dependent(one.id));
  });

  it('is not confirmed between two accounts of one giver, at any distance', async () => {
    await settled();
    const one = await manager(app.authority);
    const [left, right] = [await manager(one), await manager(one)];
    const further = await manager(right);
    expect(await confirmed(left, right)).toEqual(dependent(one.id));
    expect(await confirmed(left, further)).toEqual(dependent(one.id));
    expect(await confirmed(one, further)).toEqual(dependent(one.id));
  });

  it('is not confirmed once the proposer has given the other a new password, until the office gives one', async () => {
    await settled();
    const [one, other] = [await manager(app.authority), await manager(app.authority)];
    expect((await one.post(`/v1/people/${other.id}/password`, {})).status).toBe(200);
    expect(await confirmed(one, other)).toEqual(dependent(one.id));
    expect((await app.authority.post(`/v1/people/${other.id}/password`, {})).status).toBe(200);
    expect(await confirmed(one, other)).toEqual(BOOKED);
  });

  it('remembers the giver of then: a later password of the giver makes no account independent', async () => {
    await settled();
    const one = await manager(app.authority);
    const between = await manager(one);
    const last = await manager(between);
    expect((await app.authority.post(`/v1/people/${between.id}/password`, {})).status).toBe(200);
    expect(await confirmed(one, between)).toEqual(BOOKED);
    expect(await confirmed(one, last)).toEqual(dependent(one.id));
  });

  it('is not confirmed with an account that a system of the organisation registered', async () => {
    await settled();
    const one = await manager(app.authority);
    const system = { name: 'ERP', roles: ['enterprise_manager'], partyId: who.own.partyId };
    const { id } = (await app.authority.post('/v1/clients', system)).json;
    const made = await manager(await app.client({ subject: id, partyId: who.own.partyId }));
    expect(await confirmed(one, made)).toEqual(dependent(id));
    expect(await confirmed(made, one)).toEqual(dependent(id));
  });

  it('is judged by who could use the accounts when it was proposed', async () => {
    await settled();
    const [one, other] = [await manager(app.authority), await manager(app.authority)];
    expect((await one.post(`/v1/people/${other.id}/password`, {})).status).toBe(200);
    const { id: batchId } = await batch(1_000_000, 60);
    const { id: countId } = await count([{ massGrams: 900_000 }]);
    const { json } = await adjust(countId, [counted(batchId, 900_000, 54)], {}, other);
    const before = app.clock.now;
    app.clock.now = new Date(before.getTime() + 60_000);
    try {
      expect((await app.authority.post(`/v1/people/${other.id}/password`, {})).status).toBe(200);
      const refused = await decide(json.id, 'confirm', one);
      expect([refused.status, refused.json.code, refused.json.giver]).toEqual([403, 'second-person-dependent', one.id]);
    } finally {
      app.clock.now = before;
    }
  });

  it('says in Chinese what is wrong and what helps', async () => {
    await settled();
    const one = await manager(app.authority);
    const own = await manager(one);
    const { id: batchId } = await batch(1_000_000, 60);
    const { id: countId } = await count([{ massGrams: 900_000 }]);
    const { json } = await adjust(countId, [counted(batchId, 900_000, 54)], {}, one);
    const refused = await decide(json.id, 'confirm', own, { 'accept-language': 'zh-CN' });
    expect(refused.json.detail).toContain('初始密码');
    expect(refused.json.remedy).toContain('管理员');
  });
});
