/** The name of a driver, in every answer that shows a manifest. */

import { beforeEach, expect, it } from 'vitest';
import { digestOf, type ManifestDocument } from '../../src/manifests/rules/document.ts';
import { hashOf, readSubject } from '../../src/platform/journal/index.ts';
import { sealAll } from '../setup/sealing.ts';
import { at, DEPART, deps, handedOver, send, take, trade, useManifests } from './api.ts';

useManifests();

const DRIVER = '张秘密';
const AUTHORITY = { id: 'authority' };
const PURPOSE = { 'personal-data-purpose': encodeURIComponent('事故调查 7') };

let id: string;
beforeEach(async () => {
  id = await handedOver();
  expect((await take(trade.carrier, id, 'depart', { ...DEPART, at: at(12), driver: DRIVER })).status).toBe(200);
  await sealAll(deps.db);
});

const places = () => [
  '/manifests?limit=200',
  `/manifests/${id}`,
  `/manifests/${id}/history`,
  `/journal/subjects/manifest:${id}`,
];

/** The whole journal, page by page. */
async function readAll(headers = {}): Promise<string> {
  let text = '';
  for (let after = 0; ; ) {
    const { body } = await send(AUTHORITY, `/journal?after=${after}&limit=500`, undefined, headers);
    text += JSON.stringify(body.items);
    if (body.items.length < 500) return text;
    after = body.nextAfter;
  }
}

async function readings() {
  await sealAll(deps.db);
  return readSubject(deps.db, 'personal-data:2026-09-12');
}

it('is masked for an authority that does not say what for', async () => {
  const before = (await readings()).length;
  for (const place of places()) {
    const { status, body, headers } = await send(AUTHORITY, place);
    const text = JSON.stringify(body);
    expect([status, headers['personal-data']], place).toEqual([200, 'masked']);
    expect(text, place).toContain('"driver":"张*"');
    expect(text, place).not.toContain(DRIVER);
  }
  expect(await readAll()).not.toContain(DRIVER);
  expect(await readings()).toHaveLength(before);
});

it('is in clear for the parties of the manifest', async () => {
  for (const party of [trade.consignor, trade.carrier, trade.receiver]) {
    for (const place of places().slice(0, 3)) {
      expect(JSON.stringify((await send(party, place)).body), place).toContain(`"driver":"${DRIVER}"`);
    }
  }
});

it('is in clear for an authority with a purpose, after each reading is recorded in the journal', async () => {
  for (const place of places()) {
    const before = (await readings()).length;
    const { body, headers } = await send(AUTHORITY, place, undefined, PURPOSE);
    expect(headers['personal-data'], place).toBe('clear');
    expect(JSON.stringify(body), place).toContain(DRIVER);
    const entries = await readings();
    expect(entries, place).toHaveLength(before + 1);
    const last = entries.at(-1);
    expect(last).toMatchObject({
      kind: 'personal-data.read',
      actor: { subject: 'authority', source: 'local' },
      payload: { purpose: '事故调查 7', fields: expect.arrayContaining(['driver']) },
    });
    expect(JSON.stringify(last?.payload), place).toContain(id);
    expect(JSON.stringify(last), place).not.toContain(DRIVER);
  }
});

it('stays in clear in the evidence: digest and hashes cover what was sent', async () => {
  const { body } = await send(AUTHORITY, `/journal/subjects/manifest:${id}`, undefined, PURPOSE);
  for (const { hash, ...entry } of body.items) {
    const fact = { ...entry, occurredAt: new Date(entry.occurredAt), recordedAt: new Date(entry.recordedAt) };
    expect(hashOf(fact)).toBe(hash);
  }
  const departed = body.items.find(({ kind }: { kind: string }) => kind === 'manifest.departed');
  const document: ManifestDocument = departed.payload.document;
  expect(document.transport?.driver).toBe(DRIVER);
  expect(digestOf(document)).toBe((await send(AUTHORITY, `/manifests/${id}`)).body.digest);
});

it.each(['', 'ab', '%E0%A4%A', 'x'.repeat(201), 'a%0Ab%0A'])('is not shown for the purpose %j', async (purpose) => {
  const answer = await send(AUTHORITY, `/manifests/${id}`, undefined, { 'personal-data-purpose': purpose });
  expect([answer.status, answer.body.code]).toEqual([400, 'purpose-unreadable']);
});
