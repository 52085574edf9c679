/** Numbers that the authority reserves for forms on paper, and the loads that go under them. */
import { describe, expect, it } from 'vitest';
import type { Party } from '../../../src/parties/index.ts';
import { at, deps, drafted, send, take, trade, useManifests } from '../api.ts';
import { addOutage, addParty, addTrade, requestOf } from '../province.ts';

useManifests();

const authority = { id: 'authority' };
let serial = 0;
const newPrefix = () => `桂${String.fromCharCode(65 + (serial++ % 26))}${serial}-`;
const reserve = (party: Party, block: object) =>
  send(authority, '/paper-numbers', {
    partyId: party.id,
    prefix: newPrefix(),
    firstSerial: 1,
    lastSerial: 50,
    digits: 6,
    ...block,
  });
const refusal = ({ status, body }: Awaited<ReturnType<typeof send>>) => [status, body.code];

describe('a block of paper numbers', () => {
  it('is reserved for an organisation of this province, in the size of the law', async () => {
    const prefix = newPrefix();
    const { status, body } = await reserve(trade.consignor, { prefix });
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        ...{ partyId: trade.consignor.id, prefix, firstSerial: 1, lastSerial: 50, digits: 6, numbers: 50, used: 0 },
        ...{ firstNumber: `${prefix}000001`, lastNumber: `${prefix}000050` },
      }),
    ]);
    expect(refusal(await reserve(trade.consignor, { lastSerial: 1_001 }))).toEqual([422, 'paper-block-too-large']);
    const foreign = await addParty(deps, '44');
    expect(refusal(await reserve(foreign, {}))).toEqual([422, 'paper-block-elsewhere']);
    for (const wrong of [{ firstSerial: 51 }, { digits: 1 }]) {
      expect((await reserve(trade.consignor, wrong)).status).toBe(400);
    }
  });

  it.each([
    ['its first number', { firstSerial: 50, lastSerial: 60 }],
    ['numbers within it', { firstSerial: 2, lastSerial: 3 }],
    ['a number in another spelling', { prefix: ' 桂ａｂ-7', firstSerial: 1, lastSerial: 1, digits: 4 }],
    ['a number with other digits in its prefix', { prefix: '桂AB-700', firstSerial: 1, lastSerial: 1, digits: 2 }],
  ])('shares none with another one: %s', async (_, block) => {
    const prefix = `桂AB-7`;
    await reserve(trade.consignor, { prefix, digits: 4 });
    const other = await reserve(trade.carrier, { prefix, digits: 4, ...block });
    expect([...refusal(other), other.body.first, other.body.last]).toEqual([
      ...[409, 'paper-numbers-reserved', '桂AB-70001', '桂AB-70050'],
    ]);
  });

  it('may have the serials of another one with more digits, or after it', async () => {
    const prefix = newPrefix();
    await reserve(trade.consignor, { prefix, digits: 4 });
    expect((await reserve(trade.carrier, { prefix, digits: 5 })).status).toBe(201);
    expect((await reserve(trade.carrier, { prefix, digits: 4, firstSerial: 51, lastSerial: 60 })).status).toBe(201);
  });

  it('is reserved once by twenty requests at once that want some of its numbers', async () => {
    const prefix = newPrefix();
    const wanted = Array.from({ length: 20 }, (_, n) => ({ prefix, firstSerial: n + 1, lastSerial: n + 30 }));
    const answers = await Promise.all(wanted.map((block) => reserve(trade.consignor, block)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(19).fill(409)]);
  });
});

const register = (id: string, number: string) =>
  take(trade.consignor, id, 'register-paper', { at: at(0), number, reason: '停机' });
const codesOf = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code);

describe('a load on paper', () => {
  it('goes under a reserved number once, which its block shows to its organisation and to the authority', async () => {
    await addOutage(deps);
    const prefix = newPrefix();
    const { id: blockId } = (await reserve(trade.consignor, { prefix })).body;
    const id = await drafted();
    const number = `${prefix}000007`;
    expect(codesOf((await register(id, number)).body)).toEqual([]);
    const again = await register(await drafted(500_000, 30), ` ${number.toLowerCase()}`);
    expect(refusal(again)).toEqual([409, 'manifest-paper-taken']);
    const uses = [{ number, manifestId: id }];
    for (const reader of [trade.consignor, authority]) {
      expect((await send(reader, `/paper-numbers/${blockId}`)).body).toMatchObject({ used: 1, uses });
      const { items } = (await send(reader, `/paper-numbers?limit=200&partyId=${trade.consignor.id}`)).body;
      expect(items.map((one: { id: string; used: number }) => [one.id, one.used])).toEqual([[blockId, 1]]);
    }
    expect(refusal(await send(trade.carrier, `/paper-numbers/${blockId}`))).toEqual([404, 'paper-block-missing']);
    expect((await send(trade.carrier, '/paper-numbers')).body.items).toEqual([]);
    expect((await take(trade.consignor, id, 'cancel', { at: at(1), reason: '误填' })).status).toBe(200);
    expect((await send(authority, `/paper-numbers/${blockId}`)).body).toMatchObject({ used: 0, uses: [] });
  });

  it('is refused under a number of another organisation, however it is spelt', async () => {
    await addOutage(deps);
    const other = await addTrade(deps, '45', { massGrams: 1_000, pieces: 1 });
    const prefix = newPrefix();
    await reserve(other.consignor, { prefix });
    const id = await drafted();
    const refused = await register(id, ` ${prefix.toLowerCase()}0000 01`);
    expect([...refusal(refused), refused.body.pointer]).toEqual([422, 'manifest-paper-of-another', '#/body/number']);
    expect((await register(id, `${prefix}000051`)).status).toBe(200);
  });

  it('is marked under a number of no block, and no more once it is reserved before the backfill', async () => {
    await addOutage(deps);
    const [prefix, id] = [newPrefix(), await drafted()];
    const { body } = await register(id, `${prefix}000003`);
    const facts = { number: `${prefix}000003` };
    expect(body.warnings).toMatchObject([{ code: 'paper-number-not-reserved', severity: 'flag', facts }]);
    await reserve(trade.consignor, { prefix });
    const backfill = { at: at(50), transferCompletedAt: at(40) };
    const entered = await take(trade.consignor, id, 'backfill', backfill);
    expect([entered.status, codesOf(entered.body)]).toEqual([200, ['paper-without-photographs']]);
  });

  it('is entered under a number that was reserved for another organisation after its registration, with a mark', async () => {
    await addOutage(deps);
    const other = await addTrade(deps, '45', { massGrams: 1_000, pieces: 1 });
    const [prefix, id] = [newPrefix(), await drafted()];
    await register(id, `${prefix}000003`);
    await reserve(other.consignor, { prefix });
    const entered = await take(trade.consignor, id, 'backfill', { at: at(50), transferCompletedAt: at(40) });
    expect([entered.status, codesOf(entered.body)]).toEqual([
      200,
      ['paper-number-not-reserved', 'paper-without-photographs'],
    ]);
  });

  it('is registered under its number once by two requests at once, also with a block', async () => {
    const prefix = newPrefix();
    await reserve(trade.consignor, { prefix });
    const made = await Promise.all(
      [1, 2].map(async () => (await send(trade.consignor, '/manifests', requestOf(trade, 500_000, 30))).body.id),
    );
    const answers = await Promise.all(made.map((id) => register(id, `${prefix}000001`)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
