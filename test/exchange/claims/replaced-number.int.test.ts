/** A false number gives way to that of the national system, and the load goes on under the true one. */
import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { recordClashes } from '../../../src/exchange/numbers/clash-service.ts';
import { assignNumbers } from '../../../src/exchange/numbers/service.ts';
import { insertNumbers } from '../../../src/exchange/numbers/store.ts';
import { deliveries } from '../../../src/exchange/tables.ts';
import { digestOf } from '../../../src/national-standin/judgement.ts';
import { newId } from '../../../src/platform/ids.ts';
import { NOW } from '../../app/fixture.ts';
import { addressOf, agreement, DEPARTURE, held, step, useAuthorities } from '../authorities.ts';
import { outcomes, read, type Sent, signedBy } from '../border.ts';
import { useClaims } from './claims.ts';

const authorities = useAuthorities();
const { guangxi, guangdong, settle, connect } = authorities;
const { route, give, claim, announced } = useClaims(authorities);

let serial = 880_000;
const falseNumber = () => `20264501${++serial}`;
const numberedAs = (numbered: string, number: string) =>
  claim(numbered, (document) => ({ ...document, number }), { number });

/** The number comes to Guangdong from the national system. */
async function state(manifestId: string, number: string): Promise<void> {
  await guangdong.deps.db.transaction(async (tx) => {
    await recordClashes(tx, guangdong.deps, await insertNumbers(tx, [{ manifestId, number }], NOW));
  });
  await assignNumbers(guangdong.deps);
}

type Clash = { manifestId: string; number: string; source: string; reason: string; remarks: string | null };
const clashesOf = async (id: string, which = 'open') => {
  const { json } = await guangdong.authority.get(`/v1/exchange/number-clashes?state=${which}&limit=200`);
  return (json.items as Clash[]).filter(({ manifestId }) => manifestId === id);
};
const historyOf = async (id: string) => {
  await guangdong.follow();
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
  return (await guangdong.authority.get(`/v1/manifests/${id}/history`)).json.items as any[];
};
const found = async (number: string) =>
  (await guangdong.authority.get(`/v1/manifests?number=${number}`)).json.items.map(({ id }: { id: string }) => id);

/** A manifest that Guangdong has under a false number, and the message with the true one. */
async function misled() {
  const { id, numbered } = await announced();
  const { number } = await held(guangxi, id);
  const wrong = falseNumber();
  expect(outcomes(await give([await numberedAs(numbered, wrong)]))).toEqual(['applied']);
  expect(await held(guangdong, id)).toMatchObject({ number: wrong, numberConfirmed: false });
  return { id, numbered, number, wrong };
}

const reconnect = () => connect(guangxi, '44', addressOf(guangdong.http), guangdong.deps.exchangeKey.publicJwk);

const acceptedWhole = ({ line, massGrams, pieces }: { line: number; massGrams: number; pieces: number }) => ({
  ...{ line, acceptedGrams: massGrams, acceptedPieces: pieces },
  treatmentMethod: 'R4',
});

async function depart(id: string): Promise<void> {
  await step(route().consignor, id, 'hand-over');
  await step(route().carrier, id, 'depart', DEPARTURE);
}

/** The messages of later steps to Guangdong, changed in one way. */
async function later(id: string, change: (document: Sent['payload']['document']) => object): Promise<string[]> {
  await guangxi.follow();
  const rows = await guangxi.deps.db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.manifestId, id), eq(deliveries.partnerCode, '44'), sql`manifest_version > 2`))
    .orderBy(deliveries.entryIndex);
  return Promise.all(
    rows.map(({ message }) => {
      const sent = JSON.parse(message) as Sent;
      const document = change(sent.payload.document);
      const payload = { ...sent.payload, document, digest: digestOf(document) };
      return signedBy(guangxi, { ...sent, messageId: newId(), payload } as Sent);
    }),
  );
}

describe('a false number of the origin', () => {
  test('gives way to that of the national system, and the authority sees both', async () => {
    const { id, number, wrong } = await misled();
    await state(id, number);
    expect(await held(guangdong, id)).toMatchObject({ number, numberConfirmed: true, version: 2 });
    expect(await found(number)).toEqual([id]);
    expect(await found(wrong)).toEqual([]);
    const history = await historyOf(id);
    expect(history.at(-1)).toMatchObject({
      kind: 'manifest.number_corrected',
      actor: { source: 'national' },
      payload: { number, replaced: { number: wrong }, numberConfirmed: true, document: { number } },
    });
    const taken = history.find(({ kind }) => kind === 'manifest.numbered').payload;
    expect(taken).toMatchObject({ document: { number: wrong }, digest: digestOf(taken.document) });
    expect(await clashesOf(id)).toEqual([]);
    expect(await clashesOf(id, 'settled')).toMatchObject([
      {
        number,
        source: 'national',
        reason: 'other_number',
        heldNumber: wrong,
        remarks: expect.stringContaining(wrong),
      },
    ]);
    const { rows } = await guangdong.deps.db.execute(sql`
      select settled_at is not null as settled, problem from exchange_numbers where manifest_id = ${id}`);
    expect(rows).toEqual([{ settled: true, problem: null }]);
  });

  test('is forgotten with the true message, and the load goes through in agreement of all three', async () => {
    const { id, numbered, number } = await misled();
    await state(id, number);
    // The clock of the tests never moves, so the first message is made older.
    await guangdong.deps.db.execute(sql`
      update exchange_inbox set settled_at = settled_at - interval '1 hour' where manifest_id = ${id}`);
    const [receipt = ''] = await give([numbered]);
    const origin = await held(guangxi, id);
    expect(read(receipt)).toMatchObject({ outcome: 'already', digest: origin.digest });
    expect(await held(guangdong, id)).toMatchObject({ number, numberConfirmed: true, digest: origin.digest });
    await guangdong.follow();
    expect(await agreement(guangdong, id)).toEqual([['45', true]]);

    await reconnect();
    await depart(id);
    await settle();
    expect(await held(guangdong, id)).toMatchObject({ state: 'in_transit', number });
    await step(route().receiver, id, 'arrive');
    const { lines } = await held(guangdong, id);
    await step(route().receiver, id, 'accept', { lines: lines.map(acceptedWhole) });
    await settle();
    const [here, there] = [await held(guangdong, id), await held(guangxi, id)];
    expect(there).toMatchObject({ state: 'accepted', number, digest: here.digest });
    // The last step of Guangxi itself was the departure.
    expect(await agreement(guangxi, id)).toEqual([
      ['44', true],
      ['national', 'pending'],
    ]);
    expect(await agreement(guangdong, id)).toEqual([
      ['45', true],
      ['national', true],
    ]);
    expect(await clashesOf(id)).toEqual([]);
  });

  test('does not hold up later messages with the true number, also without the message of the number', async () => {
    const { id, number } = await misled();
    await state(id, number);
    await depart(id);
    expect(outcomes(await give(await later(id, (document) => document)))).toEqual(['applied', 'applied']);
    expect(await held(guangdong, id)).toMatchObject({ state: 'in_transit', number });
    await step(route().receiver, id, 'arrive');
    await reconnect();
    await settle();
    expect(await held(guangxi, id)).toMatchObject({ state: 'arrived', number });
    expect(await clashesOf(id)).toEqual([]);
  });

  test('in later messages loses no facts, is shown, and ends with the true message', async () => {
    const { id, numbered, number, wrong } = await misled();
    await state(id, number);
    await depart(id);
    const still = (document: object) => ({ ...document, number: wrong });
    expect(outcomes(await give(await later(id, still)))).toEqual(['applied', 'applied']);
    expect(await held(guangdong, id)).toMatchObject({
      state: 'in_transit',
      number,
      transport: { plates: ['桂A12345'] },
    });
    expect(await clashesOf(id)).toMatchObject([
      { number: wrong, source: '45', reason: 'other_number', heldNumber: number },
    ]);
    // Its receipts name our digest, but the copy there has the false number.
    await guangdong.follow();
    expect(await agreement(guangdong, id)).toEqual([['45', false]]);
    expect(outcomes(await give(await later(id, still)))).toEqual(['already', 'already']);
    await step(route().receiver, id, 'arrive');
    expect(outcomes(await give([numbered]))).toEqual(['already']);
    expect(await clashesOf(id)).toEqual([]);
    const { rows } = await guangdong.deps.db.execute(
      sql`select count(*)::int as found from manifest_conflicts where manifest_id = ${id}`,
    );
    expect(rows).toEqual([{ found: 0 }]);
  });

  test('excuses no other contradiction', async () => {
    const { id, number, wrong } = await misled();
    await state(id, number);
    await depart(id);
    const [handedOver = ''] = await later(id, (document) => ({ ...document, number: wrong, receiverLicence: 'other' }));
    expect(outcomes(await give([handedOver]))).toEqual(['conflict']);
    expect(await held(guangdong, id)).toMatchObject({ state: 'submitted', number });
  });

  test('gives way to the next word of the origin, as long as the national system has not spoken', async () => {
    const { id, numbered, number, wrong } = await misled();
    const [receipt = ''] = await give([numbered]);
    expect(read(receipt)).toMatchObject({ outcome: 'applied', digest: (await held(guangxi, id)).digest });
    expect(await held(guangdong, id)).toMatchObject({ number, numberConfirmed: false });
    expect(await clashesOf(id)).toMatchObject([{ number, source: '45', reason: 'other_number', heldNumber: wrong }]);
    const [foreign = ''] = await give([await numberedAs(numbered, '20264401000008')]);
    expect(read(foreign)).toMatchObject({ outcome: 'refused', problem: { code: 'manifest-number-foreign' } });

    await state(id, number);
    expect(await held(guangdong, id)).toMatchObject({ number, numberConfirmed: true });
    expect((await clashesOf(id)).map(({ reason }) => reason)).toEqual(['foreign_division']);
    expect(outcomes(await give([await numberedAs(numbered, wrong)]))).toEqual(['already']);
    expect(await held(guangdong, id)).toMatchObject({ number, numberConfirmed: true });
  });

  test('gives way too when the national system spoke first', async () => {
    const { id, numbered } = await announced();
    const { number } = await held(guangxi, id);
    await state(id, number);
    expect(await held(guangdong, id)).toMatchObject({ number: null });
    const wrong = falseNumber();
    expect(outcomes(await give([await numberedAs(numbered, wrong)]))).toEqual(['applied']);
    await guangdong.deps.db.execute(sql`update exchange_numbers set next_attempt_at = now() where manifest_id = ${id}`);
    await assignNumbers(guangdong.deps);
    expect(await held(guangdong, id)).toMatchObject({ number, numberConfirmed: true });
    expect(await clashesOf(id)).toEqual([]);
  });

  test('that was the number of another manifest ends the clash between both', async () => {
    const { id, number, wrong } = await misled();
    const honest = await announced();
    expect(outcomes(await give([await numberedAs(honest.numbered, wrong)]))).toEqual(['applied']);
    expect(await clashesOf(honest.id)).toMatchObject([{ reason: 'number_claimed', otherManifestId: id }]);
    await guangdong.follow();
    for (const one of [id, honest.id]) expect(await agreement(guangdong, one)).toEqual([['45', false]]);
    await state(id, number);
    expect(await clashesOf(honest.id)).toEqual([]);
  });
});
