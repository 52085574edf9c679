/** Parties and instants: a partner changes neither the register of this province nor its clock. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { deliverTo } from '../../../src/exchange/deliveries/sending-service.ts';
import { inbox } from '../../../src/exchange/tables.ts';
import type { ManifestDocument } from '../../../src/manifests/index.ts';
import { digestOf } from '../../../src/national-standin/judgement.ts';
import { newId } from '../../../src/platform/ids.ts';
import { NOW } from '../../app/fixture.ts';
import { addParty } from '../../manifests/province.ts';
import { held, step, submit, useAuthorities } from '../authorities.ts';
import * as border from '../border.ts';
import { outcomes, refusals, type Sent } from '../border.ts';
import { useClaims } from './claims.ts';

const authorities = useAuthorities();
const { guangxi, guangdong, settle } = authorities;
const { route, give, unheard, claim } = useClaims(authorities);

let serial = 0;
const usccOf = () => composeUscc('91', '440300', ++serial);

describe('the parties that a partner names', () => {
  const draft = async () => (await unheard()).envelopes[0] ?? '';
  const named = (uscc: string, name: string, provinceCode: string) => ({ uscc, name, provinceCode });
  let local: { id: string; uscc: string; name: string };

  beforeAll(async () => {
    const party = await addParty(guangdong.deps, '44', {});
    local = { id: party.id, uscc: party.uscc ?? '', name: party.name };
  });

  test.each<[string, (document: ManifestDocument) => object, string]>([
    ['consignor of this province', (one) => ({ ...one, consignor: named(local.uscc, local.name, '44') }), 'place'],
    [
      'consignor of a third province',
      (one) => ({ ...one, consignor: { ...one.consignor, provinceCode: '46' } }),
      'place',
    ],
    [
      'site of the consignor elsewhere',
      (one) => ({ ...one, consignorSite: { ...one.consignorSite, divisionCode: '440100' } }),
      'place',
    ],
    ['receiver of the sender', (one) => ({ ...one, receiver: { ...one.receiver, provinceCode: '45' } }), 'place'],
    [
      'site of the receiver elsewhere',
      (one) => ({ ...one, receiverSite: { ...one.receiverSite, divisionCode: '450100' } }),
      'place',
    ],
    [
      'unknown receiver of this province',
      (one) => ({ ...one, receiver: named(usccOf(), '冒名公司', '44') }),
      'unregistered',
    ],
    [
      'unknown carrier of this province',
      (one) => ({ ...one, carrier: named(usccOf(), '冒名运输', '44') }),
      'unregistered',
    ],
    [
      'local organisation as a carrier from elsewhere',
      (one) => ({ ...one, carrier: named(local.uscc, local.name, '46') }),
      'unregistered',
    ],
    ['arrival before the departure', (one) => ({ ...one, arrivedAt: '2099-01-01T00:00:00.000Z' }), 'contradicts'],
  ])('are refused: %s', async (_, change, rule) => {
    const codes = {
      place: 'manifest-place-elsewhere',
      unregistered: 'manifest-party-unregistered',
      contradicts: 'manifest-document-contradicts',
    };
    const count = async () => (await guangdong.deps.db.execute(sql`select count(*)::int as n from parties`)).rows[0]?.n;
    const before = await count();
    const receipts = await give([await claim(await draft(), change)]);
    expect(refusals(receipts)).toEqual([codes[rule as keyof typeof codes]]);
    expect(await count()).toBe(before);
  });

  test('are refused while an organisation is not admitted', async () => {
    const receiver = await addParty(guangdong.deps, '44', { state: 'under_review' });
    const envelope = await claim(await draft(), (one) => ({
      ...one,
      receiver: named(receiver.uscc ?? '', receiver.name, '44'),
    }));
    expect(refusals(await give([envelope]))).toEqual(['party-not-active']);
  });

  test('keep their names in the register, and the manifest warns of another name', async () => {
    const { id, envelopes } = await unheard();
    const [submitted = ''] = envelopes;
    const { receiver } = await held(guangxi, id);
    const envelope = await claim(submitted, (one) => ({ ...one, receiver: { ...receiver, name: '改名公司' } }));
    expect(outcomes(await give([envelope]))).toEqual(['applied']);
    const { warnings, receiverId } = await held(guangdong, id);
    expect(warnings).toMatchObject([{ code: 'party-name-differs', facts: { given: '改名公司', role: 'receiver' } }]);
    expect((await guangdong.authority.get(`/v1/parties/${receiverId}`)).json.name).toBe(receiver.name);
  });

  test('do not keep the real organisation from being registered, and it can be closed', async () => {
    const uscc = usccOf();
    const { id, envelopes } = await unheard();
    const envelope = await claim(envelopes[0] ?? '', (one) => ({
      ...one,
      carrier: named(uscc, '冒名运输', '46'),
    }));
    expect(outcomes(await give([envelope]))).toEqual(['applied']);
    const request = { uscc, name: '真实运输公司', divisionCode: '440100', state: 'registered' };
    const registered = await guangdong.authority.post('/v1/parties', request);
    expect(registered).toMatchObject({ status: 201, json: { name: '真实运输公司', state: 'registered' } });
    expect(registered.json.id).toBe((await held(guangdong, id)).carrierId);
    expect((await guangdong.authority.post('/v1/parties', request)).json.code).toBe('party-exists');
    const closed = await guangdong.authority.post(`/v1/parties/${registered.json.id}/close`, { reason: '注销' });
    expect(closed.status).toBe(200);
  });

  test('can be closed although a partner announces loads to them', async () => {
    const receiver = await addParty(guangdong.deps, '44', {});
    const envelope = await claim(await draft(), (one) => ({
      ...one,
      receiver: named(receiver.uscc ?? '', receiver.name, '44'),
    }));
    expect(outcomes(await give([envelope]))).toEqual(['applied']);
    const closed = await guangdong.authority.post(`/v1/parties/${receiver.id}/close`, { reason: '注销' });
    expect(closed.status).toBe(200);
  });
});

describe('an instant that a partner reports', () => {
  const ahead = (ms: number) => new Date(NOW.getTime() + ms).toISOString();

  test('may be ahead by the tolerance of local acts and no more, and the message can be repeated later', async () => {
    const { id, envelopes } = await unheard();
    const [submitted = ''] = envelopes;
    const dated = (ms: number) => claim(submitted, (one) => ({ ...one, submittedAt: ahead(ms) }), { at: ahead(ms) });
    const early = await dated(300_001);
    expect(refusals(await give([early]))).toEqual(['instant-in-future']);
    const kept = await guangdong.deps.db.select().from(inbox).where(eq(inbox.manifestId, id));
    expect(kept).toEqual([]);
    const { clock } = guangdong;
    clock.now = new Date(NOW.getTime() + 2);
    try {
      expect(outcomes(await give([early]))).toEqual(['applied']);
    } finally {
      clock.now = NOW;
    }
  });

  test('of an arrival in the next year is refused, and the load goes on', async () => {
    const id = await submit(route());
    await settle();
    await step(route().consignor, id, 'hand-over');
    await step(route().carrier, id, 'depart', {
      plates: ['桂A12345'],
      from: '南宁',
      via: '梧州',
      protections: ['rain'],
    });
    await settle();
    await step(route().receiver, id, 'arrive');
    await guangdong.follow();
    const { rows } = await guangdong.deps.db.execute<{ message: string }>(sql`
      select message from exchange_deliveries where manifest_id = ${id} and partner_code = '45'`);
    const message = JSON.parse(rows[0]?.message ?? '') as Sent;
    const at = ahead(300 * 86_400_000);
    const document = { ...message.payload.document, arrivedAt: at };
    const payload = { ...message.payload, input: { at }, document, digest: digestOf(document) };
    const envelope = await border.signedBy(guangdong, { ...message, messageId: newId(), payload } as unknown as Sent);
    expect(refusals(await border.postTo(guangxi, [envelope]))).toEqual(['instant-in-future']);
    expect((await held(guangxi, id)).state).toBe('in_transit');
    await deliverTo(guangdong.deps, '45');
    expect((await held(guangxi, id)).state).toBe('arrived');
  });
});
