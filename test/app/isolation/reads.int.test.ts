/** Every reading route, every role, records of every kind of owner: visible, or as if they did not exist. */
import { describe, expect, it } from 'vitest';
import { inParallel } from '../../setup/parallel.ts';
import type { Person } from './actors.ts';
import { reachOf, sees } from './oracle.ts';
import type { Kept } from './records.ts';
import { type Answer, faceless, isAuthority, kindsOf, request, seenOf } from './request.ts';
import type { ListRow, OneRow } from './rows/row.ts';
import { rowsOf } from './rows/rows.ts';
import { NOBODY } from './rows/step-rows.ts';
import { useScene } from './scene.ts';

const scene = useScene();
const readersOf = ({ scope }: OneRow | ListRow) => scene.actors.filter((person) => reachOf(person, scope) !== null);
const isOf =
  ({ noun }: OneRow) =>
  (record: Kept) =>
    record.noun === noun;
const batchIds = () => new Set(scene.records.filter(({ noun }) => noun === 'batch').map(({ id }) => id));

describe.each(rowsOf('one'))('$route', (row) => {
  it('answers callers that see the record, and all others as if it did not exist', async () => {
    const ids = batchIds();
    const except = (secret: string) => row.namesBatches === true && ids.has(secret);
    let [seen, unseen] = [0, 0];
    for (const person of readersOf(row)) {
      const get = (id: string, partyId = NOBODY) =>
        request(scene, person, { method: 'GET', url: row.url(id, partyId) }, { except });
      const nothing = await get(NOBODY);
      expect(nothing.status, person.title).toBe(404);
      // Records further along a trace belong to others although the batch is one's own, so each of them is requested.
      const records =
        row.namesBatches && !isAuthority(person) ? scene.records.filter(isOf(row)) : kindsOf(scene.records, row.noun);
      await inParallel(records, async (record) => {
        const partyId = record.parties[0];
        const answer = await get(record.id, partyId);
        const where = `${person.title} requests ${row.url(record.id, String(partyId))}`;
        if (sees(person, row.scope, record)) {
          expect(answer.status, where).toBe(row.answers ?? 200);
          seen += 1;
        } else {
          expect(faceless(answer, record.id, partyId), where).toEqual(faceless(nothing, NOBODY));
          unseen += 1;
        }
      });
    }
    expect(Math.min(seen, unseen)).toBeGreaterThan(3);
  });

  it('shows no more by HEAD', async () => {
    await inParallel(readersOf(row), async (person) => {
      const head = (id: string, partyId = NOBODY) =>
        request(scene, person, { method: 'HEAD', url: row.url(id, partyId) });
      const nothing = faceless(await head(NOBODY), NOBODY);
      const hidden = kindsOf(scene.records, row.noun).filter((record) => !sees(person, row.scope, record));
      for (const { id, parties } of hidden.slice(0, 4))
        expect(faceless(await head(id, parties[0]), id), person.title).toEqual(nothing);
    });
  });
});

describe.each(rowsOf('list'))('$route', (row) => {
  it('lists what the caller sees, all of it and nothing else, on every page', async () => {
    await inParallel(readersOf(row), async (person) => {
      const seen = seenOf(scene.records, row.noun, person, row.scope);
      expect(await idsOf(person, row, `${row.url}limit=9`), person.title).toEqual(idsIn(seen));
    });
  });

  it.each(Object.entries(row.filters))('filters by %s among what the caller sees', async (filter, field) => {
    const values = new Set(scene.records.filter(({ noun }) => noun === row.noun).map(({ fields }) => fields[field]));
    await inParallel(readersOf(row), async (person) => {
      const seen = seenOf(scene.records, row.noun, person, row.scope);
      for (const value of values) {
        if (value === null || value === undefined) continue;
        const found = await idsOf(person, row, `${row.url}limit=200&${filter}=${value}`);
        expect(found, `${person.title}, ${value}`).toEqual(idsIn(seen.filter(({ fields }) => fields[field] === value)));
      }
    });
  });

  it('goes on from a place taken from another’s list, or forged, with what the caller sees', async () => {
    const places = kindsOf(scene.records, row.noun).map(({ id }) => id);
    await inParallel(readersOf(row), async (person) => {
      const seen = idsIn(seenOf(scene.records, row.noun, person, row.scope));
      for (const place of [NOBODY, ...places.slice(0, 5)]) {
        const cursor = Buffer.from(place).toString('base64url');
        const found = await idsOf(person, row, `${row.url}limit=200&cursor=${cursor}`);
        expect(found, person.title).toEqual(seen.filter((id) => id > place));
      }
    });
  });
});

const idsIn = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id).toSorted();

/** The ids on all pages, in their order. */
async function idsOf(person: Person, { idIn }: ListRow, url: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ; ) {
    const { status, json, text }: Answer = await request(scene, person, { method: 'GET', url: url + cursor });
    expect(status, text).toBe(200);
    ids.push(...json.items.map((item: Record<string, string>) => item[idIn]));
    if (json.nextCursor === null) return ids;
    cursor = `&cursor=${json.nextCursor}`;
  }
}
