/** Personal data over the whole API. */

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ALL_SCOPES } from '../../src/core/access/scopes.ts';
import { FREE_TEXT, PERSONAL_FIELDS } from '../../src/core/personal-data.ts';
import { newId } from '../../src/platform/ids.ts';
import { batchInput, useApp } from './fixture.ts';

const app = useApp();
const PURPOSE = { 'personal-data-purpose': 'complaint%2042' };

/** Personal fields, and what leaves open what it holds. */
const ALWAYS = new Set([...Object.keys(PERSONAL_FIELDS), 'payload']);

it('every address whose answer can hold a personal field, or anything the journal says, masks it', () => {
  const { paths = {}, ...description } = app.http.swagger();
  const mayHold = holderOf(description);
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { description?: string; security?: unknown[]; responses?: object }>).map(
      ([method, one]) => ({ name: `${method} ${path}`, ...one }),
    ),
  );
  const showing = operations.filter(
    ({ name, responses }) => mayHold(responses) || (name.startsWith('get ') && mayHold(responses, FREE_TEXT)),
  );
  const masked = operations.filter(({ description }) => description?.includes('Personal-Data-Purpose'));
  expect(showing.filter((one) => !masked.includes(one)).map(({ name }) => name)).toEqual([]);
  expect(masked.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'get /v1/manifests',
      'get /v1/manifests/{id}',
      'get /v1/manifests/{id}/history',
      'get /v1/journal',
      'get /v1/journal/subjects/{subject}',
      'get /v1/exchange/deliveries',
    ]),
  );
});

/** Makes a check that a schema, or one that it refers to in the description, names one of the fields. */
function holderOf(description: unknown) {
  return function mayHold(schema: unknown, fields: ReadonlySet<string> = ALWAYS): boolean {
    if (typeof schema !== 'object' || schema === null) return false;
    if (Array.isArray(schema)) return schema.some((one) => mayHold(one, fields));
    return Object.entries(schema).some(
      ([key, inner]) =>
        (key === 'properties' && Object.keys(inner).some((name) => fields.has(name))) ||
        mayHold(key === '$ref' ? referredTo(description, String(inner)) : inner, fields),
    );
  };
}

/** Returns the part of a description at a reference such as `#/components/schemas/Batch`. */
function referredTo(description: unknown, reference: string): unknown {
  const found = reference
    .split('/')
    .slice(1)
    .reduce<unknown>((part, name) => Object(part)[name], description);
  if (found === undefined) throw new Error(`the description lacks ${reference}`);
  return found;
}

it('the contact of an organisation is masked in the journal', async () => {
  const draft = { usccMissingReason: '个体', name: '演示店', divisionCode: '450100' };
  const contact = { contactName: '王秘密', contactPhone: '13812341234' };
  const { status, json } = await app.authority.post('/v1/parties', { ...draft, ...contact });
  expect(status).toBe(201);
  await app.follow();
  const place = `/v1/journal/subjects/party:${json.id}`;
  const { text } = await app.authority.get(place);
  expect(text).toContain('"contactName":"王*"');
  expect(text).toContain('"contactPhone":"138****1234"');
  const clear = await app.authority.get(place, { 'personal-data-purpose': 'complaint%2042' });
  expect(clear.text).toContain('"contactPhone":"13812341234"');
  await app.follow();
  const journal = await app.authority.get('/v1/journal/subjects/personal-data:2026-10-15');
  expect(journal.json.items.at(-1).payload).toMatchObject({
    purpose: 'complaint 42',
    route: '/v1/journal/subjects/:subject',
    fields: ['actor', 'contactName', 'contactPhone'],
    records: [json.id, `party:${json.id}`],
  });
});

it('telephone and identity numbers in free text are masked, and digests cover the original text', async () => {
  const own = await app.enterprise();
  const supplierName = '老李废品店 电话１３９12345678 身份证450103198503071234';
  const declaration = batchInput(own.siteId, { supplierName });
  const { json: batch } = await own.post('/v1/batches', declaration);
  expect(batch.supplierName).toBe(supplierName);
  await app.follow();
  expect((await own.get(`/v1/batches/${batch.id}`)).json.supplierName).toBe(supplierName);
  const shown = '老李废品店 电话139****5678 身份证450****34';
  for (const path of [`/v1/batches/${batch.id}`, `/v1/batches/${batch.id}/trace`, '/v1/batches?limit=200']) {
    const { text, headers } = await app.authority.get(path);
    expect(text, path).toContain(shown);
    expect(text, path).not.toContain('450103198503071234');
    expect(headers['personal-data'], path).toBe('masked');
  }
  const place = `/v1/journal/subjects/batch:${batch.id}`;
  const [masked, clear] = [await app.authority.get(place), await app.authority.get(place, PURPOSE)];
  expect([masked.json.items[0].payload.supplierName, clear.json.items[0].payload.supplierName]).toEqual([
    ...[shown, supplierName],
  ]);
  expect(masked.json.items[0].hash).toBe(clear.json.items[0].hash);
  await app.follow();
  const journal = await app.authority.get('/v1/journal/subjects/personal-data:2026-10-15');
  expect(journal.json.items.at(-1).payload.fields).toEqual(['actor', 'supplierName']);
});

it('the subject of an actor is masked unless it is a machine or an id, and shown to the own organisation', async () => {
  const own = await app.enterprise();
  const id = newId();
  const subjects = { 张三丰: '张*', 'zhang.san@example.cn': 'z*', '13812341234': '1*', [id]: id, operator: 'operator' };
  for (const [subject, shown] of Object.entries(subjects)) {
    const client = await app.client({ subject, partyId: own.partyId });
    const { json: batch } = await client.post('/v1/batches', batchInput(own.siteId));
    await app.follow();
    const place = `/v1/journal/subjects/batch:${batch.id}`;
    expect((await app.authority.get(place)).json.items[0].actor.subject).toBe(shown);
    expect((await app.authority.get(place, PURPOSE)).json.items[0].actor.subject).toBe(subject);
  }
});

it('a signed message, which holds a whole manifest, is shown only to callers that state a purpose', async () => {
  await app.deps.db.execute(sql`insert into exchange_deliveries
    (id, partner_code, entry_index, kind, manifest_id, manifest_version, message, envelope, attempts, next_attempt_at, created_at)
    values (${newId()}, '44', 1, 'manifest.departed', ${newId()}, 1, '{}', 'a.b.c', 1, now(), now())`);
  const masked = await app.authority.get('/v1/exchange/deliveries');
  expect([masked.json.items[0].envelope, masked.headers['personal-data']]).toEqual([null, 'masked']);
  const clear = await app.authority.get('/v1/exchange/deliveries', { 'personal-data-purpose': 'dispute' });
  expect([clear.json.items[0].envelope, clear.headers['personal-data']]).toEqual(['a.b.c', 'clear']);
});

it('no caller reads in clear without the scope, whatever purpose it states', async () => {
  const client = await app.client({ scopes: ALL_SCOPES.filter((scope) => scope !== 'personal:read') });
  const { status, json } = await client.get('/v1/journal', { 'personal-data-purpose': 'curiosity' });
  expect([status, json.code, json.scope]).toEqual([403, 'scope-missing', 'personal:read']);
});
