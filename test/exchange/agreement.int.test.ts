import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { deliverTo } from '../../src/exchange/deliveries/sending-service.ts';
import { deliveries, inbox } from '../../src/exchange/tables.ts';
import { digestOf } from '../../src/national-standin/judgement.ts';
import { newId } from '../../src/platform/ids.ts';
import { boundary } from '../manifests/province.ts';
import { agreement, DEPARTURE, held, makeRoute, type Route, step, submit, useAuthorities } from './authorities.ts';

const authorities = useAuthorities();
const { guangxi, guangdong, settle } = authorities;
let route: Route;

beforeAll(async () => {
  route = await makeRoute(authorities);
});

const nationally = async (id: string) => {
  const answer = await fetch(`${authorities.national.url}/v1/manifests/${id}`);
  return (await answer.json()) as { version: number; number: string; digest: string; state: string; document: object };
};

describe('a load across the border', () => {
  test('ends as the same manifest in both provinces and the national system, and the books between them cancel', async () => {
    const id = await submit(route);
    expect((await held(guangxi, id)).numbering).toBe('pending');
    await settle();
    const { number } = await held(guangxi, id);
    expect(number).toMatch(/^20264501\d{6}$/);

    await step(route.consignor, id, 'hand-over');
    await step(route.carrier, id, 'depart', DEPARTURE);
    await settle();
    await step(route.receiver, id, 'arrive');
    await step(route.receiver, id, 'accept-partially', {
      remarks: '破损',
      lines: [
        {
          line: 1,
          acceptedGrams: 900_000,
          acceptedPieces: 55,
          refusedGrams: 90_000,
          refusedPieces: 5,
          treatmentMethod: 'R4',
        },
      ],
    });
    await settle();
    await step(route.consignor, id, 'close', { lines: [{ line: 1, returnedGrams: 90_000, returnedPieces: 5 }] });
    await settle();

    const [here, there, above] = await Promise.all([held(guangxi, id), held(guangdong, id), nationally(id)]);
    expect([here.state, there.state, above.state]).toEqual(['closed', 'closed', 'closed']);
    expect(here).toMatchObject({ version: 7, number });
    expect([there.version, there.number, there.digest]).toEqual([here.version, here.number, here.digest]);
    expect([above.version, above.number, above.digest]).toEqual([here.version, here.number, here.digest]);
    expect(digestOf(above.document)).toBe(here.digest);
    expect(await agreement(guangxi, id)).toEqual([
      ['44', true],
      ['national', true],
    ]);
    expect(await agreement(guangdong, id)).toEqual([
      ['45', true],
      ['national', 'pending'],
    ]);
    const evidence = `manifest:${id}`;
    const out = await boundary(guangxi.deps.db, 'elsewhere', evidence);
    const into = await boundary(guangdong.deps.db, 'elsewhere', evidence);
    expect(out).toEqual({ massGrams: 900_000, pieces: 55 });
    expect(into).toEqual({ massGrams: -900_000, pieces: -55 });
  });

  test('keeps every envelope and receipt as they crossed the wire, on both sides', async () => {
    const id = await submit(route);
    await settle();
    const sent = await guangxi.deps.db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.manifestId, id), eq(deliveries.partnerCode, '44')))
      .orderBy(deliveries.entryIndex);
    const received = await guangdong.deps.db
      .select()
      .from(inbox)
      .where(eq(inbox.manifestId, id))
      .orderBy(inbox.manifestVersion);
    expect(sent.map(({ envelope, receipt }) => [envelope, receipt])).toEqual(
      received.map(({ envelope, receipt }) => [envelope, receipt]),
    );
    expect(sent.map(({ kind }) => kind)).toEqual(['manifest.submitted', 'manifest.numbered']);
  });
});

test('while the national system is unreachable, manifests wait for their number and then get it', async () => {
  const id = await submit(route);
  const { publicJwk } = guangxi.deps.exchangeKey;
  await authorities.connect(guangxi, 'national', 'http://127.0.0.1:1', publicJwk);
  await guangxi.follow();
  await deliverTo(guangxi.deps, 'national');
  expect((await held(guangxi, id)).numbering).toBe('pending');
  const refused = await route.consignor.post(`/v1/manifests/${id}/hand-over`, {});
  expect(refused.json.code).toBe('manifest-number-needed');
  await authorities.reconnectNational();
  await settle();
  expect((await held(guangxi, id)).numbering).toBe('issued');
});

test('an organisation sees nothing of the exchange of others', async () => {
  const id = await submit(route);
  await guangxi.follow();
  const curious = await guangxi.client({ partyId: newId() });
  const { status, json } = await curious.get(`/v1/exchange/manifests/${id}`);
  expect([status, json.code]).toEqual([403, 'role-missing']);
  expect((await guangxi.authority.get(`/v1/exchange/manifests/${newId()}`)).status).toBe(404);
});

test.each([
  ['one entry', 'number = 2'],
  ['all entries', 'true'],
])('nothing is agreed on a manifest when the journal lacks %s of it', async (_, condition) => {
  const id = await submit(route);
  await settle();
  const path = `/v1/exchange/manifests/${id}`;
  expect((await guangxi.authority.get(path)).status).toBe(200);
  await guangxi.database.owner.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`delete from journal_entries where subject = ${`manifest:${id}`} and ${sql.raw(condition)}`);
  });
  const { status, json } = await guangxi.authority.get(path);
  expect([status, json.code]).toEqual([500, 'journal-broken']);
});
