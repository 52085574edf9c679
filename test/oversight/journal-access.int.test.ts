/** The journal shows each reader the entries for which the token has the scope, and only the place of all others. */
import { beforeAll, describe, expect, it } from 'vitest';
import { JOURNAL_SCOPES, mayReadKind } from '../../src/core/access/journal-scopes.ts';
import { scopesOf } from '../../src/core/access/roles.ts';
import { hashOf } from '../../src/platform/journal/entry.ts';
import { fact, record } from '../../src/platform/journal/index.ts';
import { type Client, NOW, useApp } from '../app/fixture.ts';

const app = useApp();
const NOUNS = Object.keys(JOURNAL_SCOPES) as (keyof typeof JOURNAL_SCOPES)[];
const MARK = 'content-of-';

let national: Client;
let auditor: Client;
beforeAll(async () => {
  national = await app.client({ roles: ['national_reader'], scopes: scopesOf(['national_reader']) });
  auditor = await app.client({ roles: ['auditor'], scopes: scopesOf(['auditor']) });
  const actor = { subject: 'system', source: 'local' } as const;
  const facts = NOUNS.flatMap((noun) =>
    ['first', 'second'].map((what) => fact(`${noun}.${what}`, `${noun}:seen`, actor, NOW, { text: `${MARK}${noun}` })),
  );
  await app.database.db.transaction((tx) => record(tx, facts));
  await app.follow();
});

type Item = Record<string, unknown> & { readonly kind: string; readonly hash: string };

const itemsFor = async (client: Client): Promise<Item[]> => {
  const { status, json } = await client.get('/v1/journal?limit=200');
  expect(status).toBe(200);
  return json.items;
};

describe('the journal for the national reader', () => {
  it('shows the content of no entry whose records the token may not read', async () => {
    const items = await itemsFor(national);
    const shown = items.filter(({ withheld }) => withheld === false);
    expect([...new Set(shown.map(({ kind }) => kind.split('.')[0]))]).toEqual(
      expect.arrayContaining(['manifest', 'party', 'law']),
    );
    for (const { kind } of shown)
      expect(['assay', 'batch', 'person', 'client', 'supply']).not.toContain(kind.split('.')[0]);
    const hidden = items.filter(({ withheld }) => withheld === true);
    expect(hidden.length).toBeGreaterThan(10);
    for (const item of hidden) {
      expect(item).toMatchObject({ subject: null, actor: null, occurredAt: null, payload: null });
      expect(JSON.stringify(item)).not.toContain(MARK);
    }
  });

  it('keeps every place, number and hash, so that order and chain can be verified', async () => {
    const [some, all] = [await itemsFor(national), await itemsFor(auditor)];
    const placeOf = ({ index, kind, number, version, recordedAt, previousHash, hash }: Item) => ({
      ...{ index, kind, number, version, recordedAt, previousHash, hash },
    });
    expect(some.map(placeOf)).toEqual(all.map(placeOf));
    expect(some.map(({ index }) => index)).toEqual(some.map((_, at) => at + 1));
    const hashes = new Set(some.map(({ hash }) => hash));
    const later = some.filter(({ previousHash }) => previousHash !== null);
    expect(later.length).toBeGreaterThanOrEqual(NOUNS.length);
    for (const { previousHash } of later) expect(hashes).toContain(previousHash);
  });

  it('treats a subject whose entries it may not read as one without entries', async () => {
    const answers = await Promise.all(
      NOUNS.map(async (noun) => [noun, (await national.get(`/v1/journal/subjects/${noun}:seen`)).status] as const),
    );
    const actor = { roles: ['national_reader'] as const, scopes: scopesOf(['national_reader']) };
    expect(answers).toEqual(NOUNS.map((noun) => [noun, mayReadKind(actor, `${noun}.first`) ? 200 : 404]));
    const hidden = await national.get('/v1/journal/subjects/person:seen?after=1');
    const invented = await national.get('/v1/journal/subjects/person:invented?after=1');
    expect(hidden.json).toEqual(invented.json);
  });
});

it('shows the auditor everything, and each hash is that of the content shown', async () => {
  const items = await itemsFor(auditor);
  expect(items.filter(({ withheld }) => withheld === true)).toEqual([]);
  const own = items.filter(({ subject }) => String(subject).endsWith(':seen'));
  expect(own).toHaveLength(NOUNS.length * 2);
  for (const { index: _, withheld: __, hash, occurredAt, recordedAt, ...entry } of own) {
    const dates = { occurredAt: new Date(String(occurredAt)), recordedAt: new Date(String(recordedAt)) };
    expect(hashOf({ ...entry, ...dates } as Parameters<typeof hashOf>[0])).toBe(hash);
  }
});
