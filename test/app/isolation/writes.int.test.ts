/** Every changing route, every role: what names a record of others, in the address or the body, finds nothing there. */
import { describe, expect, it } from 'vitest';
import { inParallel } from '../../setup/parallel.ts';
import { reachOf, sees } from './oracle.ts';
import { faceless, kindsOf, request } from './request.ts';
import { rowsOf } from './rows/rows.ts';
import { NOBODY } from './rows/step-rows.ts';
import { useScene } from './scene.ts';

const scene = useScene();

/** Counts everything that is written. */
async function written(): Promise<unknown> {
  const { rows } = await scene.app.database.db.$client.query(
    `select (select count(*) from journal_entries) as entries, (select count(*) from movements) as movements,
      (select count(*) from idempotency_keys) as keys`,
  );
  return rows;
}

describe.each(rowsOf('step'))('$route', (row) => {
  it('is refused with a reason to callers that see the record, and to all others as if it did not exist', async () => {
    const before = await written();
    const conditions = Object.entries(row.only ?? {});
    const records = scene.records.filter(({ fields }) => conditions.every(([name, value]) => fields[name] === value));
    let [seen, unseen] = [0, 0];
    for (const person of scene.actors.filter((one) => reachOf(one, row.scope) !== null)) {
      const [method] = row.route.split(' ') as ['POST' | 'PATCH'];
      const send = (id: string, owner: string) =>
        request(scene, person, { method, url: row.url(id, owner), body: row.body, headers: row.headers });
      const nothing = await send(NOBODY, NOBODY);
      expect([nothing.status, nothing.code], person.title).toEqual([404, row.missing]);
      await inParallel(kindsOf(records, row.noun), async (record) => {
        const [owner = NOBODY] = record.parties;
        const answer = await send(record.id, owner);
        const where = `${person.title} at ${row.url(record.id, owner)}`;
        if (sees(person, row.scope, record)) {
          expect(answer.status, where).toBeGreaterThanOrEqual(400);
          expect(answer.status, where).toBeLessThan(500);
          expect(answer.code, where).not.toBe(row.missing);
          seen += 1;
        } else {
          expect(faceless(answer, record.id, owner), where).toEqual(faceless(nothing, NOBODY));
          unseen += 1;
        }
      });
    }
    expect(Math.min(seen, unseen)).toBeGreaterThan(3);
    expect(await written()).toEqual(before);
  });
});

describe.each(rowsOf('make'))('$route', (row) => {
  it('takes a record of others in no place of the body', async () => {
    // A laboratory makes what no manager may.
    const by = row.scope === 'certificates:confirm' ? 'the laboratory' : 'enterprise_manager';
    const person = scene.actors.find(({ title }) => title === by);
    if (!person) throw new Error(`${by} is there`);
    const url = await row.url(scene);
    const body = await row.body(scene);
    const before = await written();
    const post = (changed: unknown) => request(scene, person, { method: 'POST', url, body: changed });
    for (const { name, put, others } of row.slots) {
      const nothing = await post(put(body, NOBODY));
      expect(nothing.status, `${name}: ${nothing.text}`).toBe(404);
      expect(others(scene).length, name).toBeGreaterThan(1);
      await inParallel(others(scene), async (id) => {
        expect(faceless(await post(put(body, id)), id), `${name} ${id}`).toEqual(faceless(nothing, NOBODY));
      });
    }
    expect(await written()).toEqual(before);
    // The body was right but for that.
    const { status, text } = await request(scene, person, { method: 'POST', url, ...(row.text ?? { body }) });
    expect(status, text).toBeLessThan(300);
  });
});

/** The party that takes each step, written a second time. */
const TAKERS: Readonly<Record<string, 'consignor' | 'carrier' | 'receiver'>> = {
  ...{ submit: 'consignor', 'register-paper': 'consignor', backfill: 'consignor', 'hand-over': 'consignor' },
  ...{ depart: 'carrier', arrive: 'receiver', accept: 'receiver', 'accept-partially': 'receiver', reject: 'receiver' },
  ...{ dispute: 'receiver', close: 'consignor', cancel: 'consignor' },
};

it('who is named on a manifest takes no step of another who is named', async () => {
  const before = await written();
  let refused = 0;
  // Every organisation that a manifest names adds photographs.
  const steps = rowsOf('step').filter(({ noun, route }) => noun === 'manifest' && !route.endsWith('/photographs'));
  for (const row of steps) {
    const taker = TAKERS[row.route.split('/').at(-1) ?? ''];
    if (taker === undefined) throw new Error(`nobody takes ${row.route}`);
    for (const person of scene.actors.filter((one) => reachOf(one, row.scope) === 'own')) {
      await inParallel(kindsOf(scene.records, 'manifest'), async ({ id, fields, ...named }) => {
        if (!sees(person, row.scope, named) || fields[taker] === person.partyId) return;
        const url = row.url(id, NOBODY);
        const { status, code } = await request(scene, person, { method: 'POST', url, body: row.body });
        expect([status, code], `${person.title} at ${url}`).toEqual([403, 'manifest-not-your-step']);
        refused += 1;
      });
    }
  }
  expect(refused).toBeGreaterThan(100);
  expect(await written()).toEqual(before);
});
