import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import canonicalize from 'canonicalize';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '../../src/core/ids.ts';
import { digestOf } from '../../src/demo/national/judgement.ts';
import { assignNumbers } from '../../src/exchange/number-service.ts';
import { deliverTo } from '../../src/exchange/sending-service.ts';
import { deliveries, inbox } from '../../src/exchange/tables.ts';
import type { ManifestDocument } from '../../src/manifests/index.ts';
import { NOW, type TestApp } from '../app/fixture.ts';
import { boundary } from '../manifests/province.ts';
import { addressOf, DEPARTURE, makeRoute, post, type Route, step, submit, useAuthorities } from './authorities.ts';
import { readSent } from './fake-partner.ts';
import { sign } from './keys.ts';

const authorities = useAuthorities();
const { guangxi, guangdong, settle } = authorities;
let route: Route;

beforeAll(async () => {
  route = await makeRoute(authorities);
});

const held = async (app: TestApp, id: string) => (await app.authority.get(`/v1/manifests/${id}`)).json;
const nationally = async (id: string) => {
  const answer = await fetch(`${authorities.national.url}/v1/manifests/${id}`);
  return (await answer.json()) as { version: number; number: string; digest: string; state: string; document: object };
};
const agreement = async (app: TestApp, id: string) =>
  (await app.authority.get(`/v1/exchange/manifests/${id}`)).json.counterparts.map(
    ({ partner, agreed }: { partner: string; agreed: unknown }) => [partner, agreed],
  );

const give = async (envelopes: readonly string[]): Promise<string[]> =>
  (await post(`${addressOf(guangdong.http)}/v1/exchange/messages`, { envelopes })).receipts;

type Told = { outcome: string; problem: { code: string } | null; digest: string | null };
const read = (receipt: string): Told => JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString());
const outcomes = (receipts: readonly string[]) => receipts.map((receipt) => read(receipt).outcome);
const refusals = (receipts: readonly string[]) => receipts.map((receipt) => read(receipt).problem?.code);

/**
 * Stands between Guangxi and Guangdong until the test ends. `answer` says what Guangxi gets for each request: nothing at
 * all, or what it makes of the receipts, for which the envelopes are given on.
 */
async function standBetween(answer: (pass: () => Promise<string[]>, count: number) => Promise<string[] | undefined>) {
  const requests: string[][] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { envelopes } = JSON.parse(Buffer.concat(chunks).toString());
    requests.push(envelopes);
    const receipts = await answer(() => give(envelopes), requests.length);
    if (receipts === undefined) response.destroy();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ receipts }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { publicJwk } = guangdong.deps.exchangeKey;
  onTestFinished(async () => {
    await authorities.connect(guangxi, '44', addressOf(guangdong.http), publicJwk);
    server.closeAllConnections();
    server.close();
  });
  await authorities.connect(guangxi, '44', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, publicJwk);
  return { of: (id: string) => requests.flat().filter((one) => readSent(one).payload.manifestId === id) };
}

/** Submits a manifest, has it numbered, and answers the two envelopes that Guangdong did not get. */
async function submitUnheard(): Promise<{ id: string; envelopes: string[] }> {
  await standBetween(async () => undefined);
  const id = await submit(route);
  for (const code of ['national', '44']) {
    await guangxi.follow();
    await deliverTo(guangxi.deps, code);
    await assignNumbers(guangxi.deps);
  }
  const rows = await guangxi.deps.db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.manifestId, id), eq(deliveries.partnerCode, '44')))
    .orderBy(deliveries.entryIndex);
  return { id, envelopes: rows.map(({ envelope }) => envelope ?? '') };
}

/** A message of Guangxi as its own key signs it, changed in one way. */
async function forge(envelope: string, change: (message: Sent) => object, header: object = {}): Promise<string> {
  const message = change(readSent(envelope) as Sent) as Sent;
  const { messageId: jti } = message;
  const head = { typ: 'leadloop-message+jws', iss: '45', aud: '44', jti, iat: NOW.getTime() / 1_000, ...header };
  return sign(guangxi.deps.exchangeKey, head, canonicalize(message) ?? '');
}
type Sent = ReturnType<typeof readSent> & { payload: Record<string, unknown> & { document: ManifestDocument } };

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

describe('a message', () => {
  test('that is repeated changes nothing and gets the very same receipt', async () => {
    const { id, envelopes } = await submitUnheard();
    const first = await give(envelopes);
    const before = await held(guangdong, id);
    const again = await Promise.all(Array.from({ length: 10 }, () => give(envelopes)));
    expect(outcomes(first)).toEqual(['applied', 'applied']);
    expect(again).toEqual(Array.from({ length: 10 }, () => first));
    expect(await held(guangdong, id)).toEqual(before);
  });

  test('that arrives ten times at once is applied once, and all get one receipt', async () => {
    const { id, envelopes } = await submitUnheard();
    const receipts = await Promise.all(Array.from({ length: 10 }, () => give(envelopes.slice(0, 1))));
    expect(new Set(receipts.flat()).size).toBe(1);
    expect(outcomes(receipts.flat().slice(0, 1))).toEqual(['applied']);
    expect((await held(guangdong, id)).version).toBe(1);
  });

  test('whose answer was lost after it was applied is sent twice and applied once', async () => {
    const heard = await standBetween(async (pass, count) => {
      const receipts = await pass();
      return count === 1 ? undefined : receipts;
    });
    const id = await submit(route);
    await settle();
    const [first, second] = heard.of(id);
    expect(second).toBe(first);
    expect(await held(guangdong, id)).toMatchObject({ version: 2, digest: (await held(guangxi, id)).digest });
    const kept = await guangdong.deps.db.select().from(inbox).where(eq(inbox.manifestId, id));
    expect(kept.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
  });

  test('that overtakes its predecessor waits, is applied with it, and then says so', async () => {
    const { id, envelopes } = await submitUnheard();
    const [submitted = '', numbered = ''] = envelopes;
    const [waiting = ''] = await give([numbered]);
    expect(read(waiting)).toMatchObject({ outcome: 'waiting', digest: null });
    expect(await give([numbered])).toEqual([waiting]);
    expect(outcomes(await give([submitted]))).toEqual(['applied']);
    expect((await held(guangdong, id)).version).toBe(2);
    const [applied = ''] = await give([numbered]);
    expect(read(applied)).toMatchObject({ outcome: 'applied', digest: (await held(guangxi, id)).digest });
    expect(await give([numbered])).toEqual([applied]);
  });

  test('that is refused touches none of its neighbours, and is refused with the same receipt again', async () => {
    const { id, envelopes } = await submitUnheard();
    const [submitted = '', numbered = ''] = envelopes;
    const stranger = newId();
    const bad = await forge(submitted, (message) => ({
      ...message,
      messageId: stranger,
      payload: { ...message.payload, digest: 'f'.repeat(64) },
    }));
    const receipts = await give([bad, submitted, 'nonsense', numbered]);
    expect(outcomes(receipts)).toEqual(['refused', 'applied', 'refused', 'applied']);
    expect(refusals(receipts)).toEqual(['manifest-document-contradicts', undefined, 'envelope-unreadable', undefined]);
    expect(await give([bad])).toEqual(receipts.slice(0, 1));
    const [kept] = await guangdong.deps.db.select().from(inbox).where(eq(inbox.messageId, stranger));
    expect(kept).toMatchObject({ outcome: 'refused', envelope: bad, receipt: receipts[0] });
    expect((await held(guangdong, id)).version).toBe(2);
  });

  test('is refused under the id of another one, and the first one keeps its receipt', async () => {
    const { envelopes } = await submitUnheard();
    const [submitted = ''] = envelopes;
    const [first] = await give([submitted]);
    const other = await forge(submitted, (message) => message);
    expect(other).not.toBe(submitted);
    expect(refusals(await give([other]))).toEqual(['message-id-reused']);
    expect(await give([submitted])).toEqual([first]);
  });

  test.each<[string, (message: Sent) => object, string]>([
    [
      'with a field too many in the document',
      (message) => ({
        ...message,
        payload: { ...message.payload, document: { ...message.payload.document, extra: 1 } },
      }),
      'message-invalid',
    ],
    [
      'with a fraction of a gram',
      (message) => ({
        ...message,
        payload: {
          ...message.payload,
          document: {
            ...message.payload.document,
            lines: message.payload.document.lines.map((line) => ({ ...line, massGrams: 1.5 })),
          },
        },
      }),
      'message-invalid',
    ],
    [
      'of an unknown step',
      (message) => ({ ...message, payload: { ...message.payload, step: 'vanish' } }),
      'message-invalid',
    ],
    ['of a later version of the format', (message) => ({ ...message, version: 2 }), 'message-invalid'],
    ['without a payload', ({ payload: _, ...message }) => message, 'message-invalid'],
    [
      'that names another sender than its envelope',
      (message) => ({ ...message, sender: '46' }),
      'message-contradicts-envelope',
    ],
    [
      'that names another receiver than its envelope',
      (message) => ({ ...message, receiver: '46' }),
      'message-contradicts-envelope',
    ],
    ['that is a list', () => [], 'message-invalid'],
  ])('%s is refused and kept', async (_, change, code) => {
    const { envelopes } = await submitUnheard();
    const jti = newId();
    const bad = await forge(envelopes[0] ?? '', (message) => change({ ...message, messageId: jti }), { jti });
    expect(refusals(await give([bad]))).toEqual([code]);
    const [kept] = await guangdong.deps.db.select().from(inbox).where(eq(inbox.messageId, jti));
    expect(kept).toMatchObject({ outcome: 'refused', envelope: bad });
  });

  test('of a step that the sender does not own is refused', async () => {
    const { id, envelopes } = await submitUnheard();
    await give(envelopes);
    const { document } = (readSent(envelopes[1] ?? '') as Sent).payload;
    const accepted: ManifestDocument = {
      ...document,
      version: 3,
      state: 'arrived',
      arrivedAt: '2026-10-15T04:00:00.000Z',
    };
    const stolen = await forge(envelopes[1] ?? '', (message) => ({
      ...message,
      messageId: newId(),
      type: 'manifest.arrived',
      payload: {
        manifestId: id,
        version: 3,
        step: 'arrive',
        input: { at: '2026-10-15T04:00:00.000Z' },
        document: accepted,
        digest: digestOf(accepted),
      },
    }));
    expect(refusals(await give([stolen]))).toEqual(['manifest-step-not-yours-to-send']);
    expect((await held(guangdong, id)).version).toBe(2);
  });

  test('that contradicts what stands here is a conflict: nothing is overwritten, and nobody agrees any more', async () => {
    const id = await submit(route);
    await settle();
    const before = await held(guangdong, id);
    const heard = await standBetween(async (pass) => pass());
    await step(route.consignor, id, 'cancel', { reason: '演示' });
    // Guangdong is told another third version first, by the same key.
    const [sample] = await guangxi.deps.db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.manifestId, id), eq(deliveries.manifestVersion, 2), eq(deliveries.partnerCode, '44')));
    const { document } = (readSent(sample?.envelope ?? '') as Sent).payload;
    const at = '2026-10-15T04:00:00.000Z';
    const other: ManifestDocument = { ...document, version: 3, state: 'handed_over', handedOverAt: at };
    const first = await forge(sample?.envelope ?? '', (message) => ({
      ...message,
      messageId: newId(),
      type: 'manifest.handed_over',
      payload: {
        manifestId: id,
        version: 3,
        step: 'hand_over',
        input: { at },
        document: other,
        digest: digestOf(other),
      },
    }));
    expect(outcomes(await give([first]))).toEqual(['applied']);
    await settle();
    expect(heard.of(id)).toHaveLength(1);
    expect(await held(guangdong, id)).toMatchObject({ version: 3, state: 'handed_over' });
    expect(before.version).toBe(2);
    const parked = (await guangxi.authority.get(`/v1/exchange/deliveries?state=parked&manifestId=${id}`)).json.items;
    expect(parked).toMatchObject([{ partner: '44', outcome: 'conflict', manifestVersion: 3 }]);
    expect(Object.fromEntries(await agreement(guangxi, id))).toMatchObject({ '44': false });
  });
});

test('while the national system is away, manifests wait for their number and then get it', async () => {
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

test('an organisation is not told of the exchange of others', async () => {
  const id = await submit(route);
  await guangxi.follow();
  const curious = await guangxi.client({ partyId: newId() });
  expect((await curious.get(`/v1/exchange/manifests/${id}`)).status).toBe(404);
  expect((await guangxi.authority.get(`/v1/exchange/manifests/${newId()}`)).status).toBe(404);
});
