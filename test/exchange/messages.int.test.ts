import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { deliveries, inbox } from '../../src/exchange/tables.ts';
import type { ManifestDocument } from '../../src/manifests/index.ts';
import { digestOf } from '../../src/national-standin/judgement.ts';
import { newId } from '../../src/platform/ids.ts';
import { agreement, held, makeRoute, type Route, step, submit, useAuthorities } from './authorities.ts';
import * as border from './border.ts';
import { outcomes, read, refusals, type Sent } from './border.ts';
import { readSent } from './fake-partner.ts';

const authorities = useAuthorities();
const { guangxi, guangdong, settle } = authorities;
let route: Route;

beforeAll(async () => {
  route = await makeRoute(authorities);
});

const give = (envelopes: readonly string[]) => border.giveTo(authorities, envelopes);
const submitUnheard = () => border.submitUnheard(authorities, route);
const standBetween = (answer: Parameters<typeof border.standBetween>[1]) => border.standBetween(authorities, answer);
const forge = (envelope: string, change: (message: Sent) => object, header: object = {}) =>
  border.forge(authorities, envelope, change, header);

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
    ['filed under another manifest', (message) => ({ ...message, subject: `manifest:${newId()}` }), 'message-invalid'],
    ['that calls its step something else', (message) => ({ ...message, type: 'manifest.closed' }), 'message-invalid'],
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

  test('that contradicts the copy here is a conflict: nothing is overwritten, and the copies count as different', async () => {
    const id = await submit(route);
    await settle();
    const before = await held(guangdong, id);
    const heard = await standBetween(async (pass) => pass());
    await step(route.consignor, id, 'cancel', { reason: '演示' });
    // Guangdong receives another third version first, signed with the same key.
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
