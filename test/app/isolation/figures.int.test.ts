/** Sums, exports and answers to other authorities: made from records that the caller sees, and from no others. */
import { expect, it } from 'vitest';
import { listBatches } from '../../../src/batches/queries.ts';
import type { Visibility } from '../../../src/core/access/visibility.ts';
import type { Problem } from '../../../src/core/messages/problem.ts';
import { applyStep, manifestLaw } from '../../../src/manifests/index.ts';
import { listManifests } from '../../../src/manifests/queries.ts';
import type { ApplyStep } from '../../../src/manifests/rules/command.ts';
import { digestOf } from '../../../src/manifests/rules/document.ts';
import { listFlowRecords, readFlows } from '../../../src/oversight/queries.ts';
import { readTable } from '../../../src/platform/table/index.ts';
import { listCountsOn, listRecyclingSites } from '../../../src/recycling/index.ts';
import { listRuns } from '../../../src/recycling/queries.ts';
import type { Person } from './actors.ts';
import { reachOf } from './oracle.ts';
import { request } from './request.ts';
import { rowsOf } from './rows/rows.ts';
import { NOBODY } from './rows/step-rows.ts';
import { useScene } from './scene.ts';
import { documentOf } from './trade.ts';

const scene = useScene();
const STEP_AT = '2026-10-14T03:00:00.000Z';

type Flow = {
  readonly from_city: string;
  readonly to_city: string;
  readonly mass: string;
  readonly manifest_id: string;
};

async function flowsOf({ division, ...person }: Person): Promise<Flow[]> {
  const { rows } = await scene.app.database.db.$client.query<Flow>(
    'select from_city, to_city, mass_grams as mass, manifest_id from flow_records order by journal_index, line',
  );
  const reach = reachOf({ ...person, division }, 'oversight:read');
  return rows.filter(
    ({ from_city, to_city }) => reach === 'all' || (reach === 'city' && [from_city, to_city].includes(division ?? '')),
  );
}

it('flows add up what the caller sees', async () => {
  const figures = rowsOf('figure');
  expect(figures.length).toBe(3);
  const [flows, records] = figures;
  let sums = new Set<number>();
  for (const person of scene.actors.filter((one) => reachOf(one, 'oversight:read') !== null)) {
    const seen = await flowsOf(person);
    const cells = (await request(scene, person, { method: 'GET', url: flows?.url ?? '' })).json.items;
    const sum = seen.reduce((all, { mass }) => all + Number(mass), 0);
    const shown = cells.reduce((all: number, { massGrams }: { massGrams: number }) => all + massGrams, 0);
    expect(shown, person.title).toBe(sum);
    const { items } = (await request(scene, person, { method: 'GET', url: records?.url ?? '' })).json;
    const ids = items.map(({ manifestId }: { manifestId: string }) => manifestId);
    expect(ids, person.title).toEqual(seen.map(({ manifest_id }) => manifest_id));
    sums = new Set([...sums, sum]);
  }
  expect(sums.size).toBeGreaterThan(3);
});

it('a ranking has the recyclers that the caller sees', async () => {
  const [, , ranking] = rowsOf('figure');
  const { rows } = await scene.app.database.db.$client.query<{ id: string; division_code: string }>(
    "select id, division_code from parties p where exists (select from sites where party_id = p.id and kind = 'recycler')",
  );
  const sizes = new Set<number>();
  for (const person of scene.actors.filter((one) => reachOf(one, 'recovery:read') !== null)) {
    const reach = reachOf(person, 'recovery:read');
    const seen = rows.filter(
      ({ id, division_code }) =>
        reach === 'all' ||
        (reach === 'own' && id === person.partyId) ||
        (reach === 'city' && division_code.startsWith(person.division ?? '-')),
    );
    const { items } = (await request(scene, person, { method: 'GET', url: ranking?.url ?? '' })).json;
    const ids = items.map(({ partyId }: { partyId: string }) => partyId);
    expect(ids.toSorted(), person.title).toEqual(seen.map(({ id }) => id).toSorted());
    sizes.add(seen.length);
  }
  expect(sizes.size).toBeGreaterThan(1);
});

it('a place taken from the flows of all leads a city on among its own', async () => {
  const regulator = scene.actors.find(({ title }) => title === 'city_regulator of the other city');
  if (!regulator) throw new Error('the city is there');
  const url = '/v1/flows/records?month=2026-10';
  const first = (await scene.app.authority.get(`${url}&limit=1`)).json;
  const on = (await request(scene, regulator, { method: 'GET', url: `${url}&cursor=${first.nextCursor}` })).json;
  const seen = await flowsOf(regulator);
  const later = seen.filter(({ manifest_id }) => manifest_id !== first.items[0].manifestId);
  expect(on.items.map(({ manifestId }: { manifestId: string }) => manifestId)).toEqual(
    later.map(({ manifest_id }) => manifest_id),
  );
  for (const filter of ['from=4501&to=4501', 'from=44', 'to=46']) {
    const { items } = (await request(scene, regulator, { method: 'GET', url: `${url}&${filter}` })).json;
    for (const { fromCity, toCity } of items) expect([fromCity, toCity]).toContain('4502');
  }
});

it.each(['csv', 'xlsx'] as const)('a register as %s holds no telephone number without a purpose', async (format) => {
  const phones = scene.records
    .filter(({ noun }) => noun === 'party')
    .flatMap(({ secrets }) => secrets.filter((word) => /^138\d{8}$/.test(word)));
  expect(phones.length).toBe(6);
  const exported = async (headers: Record<string, string>) => {
    const { rawPayload } = await scene.app.http.inject({
      url: `/v1/exports/parties?format=${format}`,
      headers: { authorization: `Bearer ${scene.app.authority.token}`, ...headers },
    });
    const { rows } = await readTable(rawPayload, format);
    expect(rows.length).toBe(6);
    const cells = new Set(rows.flatMap((row) => row.cells.map(({ text }) => text)));
    return phones.filter((phone) => cells.has(phone));
  };
  expect(await exported({})).toEqual([]);
  expect(await exported({ 'personal-data-purpose': 'complaint' })).toEqual(phones);
});

it('a licence is found at its own organisation alone', async () => {
  const { own, rival } = scene.firms;
  const answers = await Promise.all(
    [rival.licenceId, NOBODY].map(async (id) => {
      const { status, json } = await scene.app.authority.post(`/v1/parties/${own.partyId}/licences/${id}/suspend`, {
        reason: '演示',
      });
      return [status, json.code];
    }),
  );
  expect(answers).toEqual([
    [404, 'licence-unknown'],
    [404, 'licence-unknown'],
  ]);
});

it('a visibility that reaches nothing of a table finds nothing in it', async () => {
  const { db } = scene.app.database;
  const page = { limit: 200 };
  const blind: Visibility[] = [{ of: 'nothing' }, { of: 'province', division: '45' }];
  for (const visibility of [...blind, { of: 'party', partyId: scene.firms.own.partyId } as const]) {
    const flows = await readFlows(db, visibility, { from: '2026-10', to: '2026-11', level: 'city' });
    const records = await listFlowRecords(db, visibility, { ...page, month: '2026-10' });
    expect([flows.items, records.items]).toEqual([[], []]);
  }
  for (const visibility of blind) {
    expect((await listBatches(db, visibility, page)).items).toEqual([]);
    expect((await listRuns(db, visibility, page)).items).toEqual([]);
  }
  expect((await listManifests(db, { of: 'nothing' }, { ...page, today: '2026-10-15' })).items).toEqual([]);
});

it('a province learns nothing of a manifest between others by sending steps of it', async () => {
  const { abroad, beyond, own } = scene.firms;
  const source = 'partner:46';
  const actor = { subject: source, source, roles: [], scopes: [] } as const;
  const law = await manifestLaw(scene.app.deps);
  const others = scene.records.filter(({ noun, provinces }) => noun === 'manifest' && !provinces.includes('46'));
  expect(others.length).toBeGreaterThan(10);
  const outcomes = await Promise.all(
    [
      { consignor: beyond, receiver: own },
      { consignor: own, receiver: beyond },
      { consignor: abroad, receiver: own },
    ].map(async (deal) => {
      const drafted = documentOf({ ...deal, carrier: beyond }, 1_000_003);
      const receive = async (id: string, version: number, step: 'submit' | 'hand_over' | 'arrive') => {
        const document = { ...drafted, id, version, state: 'submitted' } as const;
        const content = { manifestId: id, version, step, input: { at: STEP_AT }, document, digest: digestOf(document) };
        const answered = scene.app.database.db.transaction((tx) =>
          applyStep(tx, scene.app.deps, { ...content, actor, law } as unknown as ApplyStep),
        );
        return answered.catch((error: Problem) => [error.code, error.facts]);
      };
      for (const step of ['hand_over', 'arrive'] as const) {
        const nothing = await receive(NOBODY, 4, step);
        for (const { id } of others) expect(await receive(id, 4, step), step).toEqual(nothing);
      }
      return Promise.all(others.slice(0, 2).map(({ id }) => receive(id, 1, 'submit')));
    }),
  );
  expect(outcomes[0]).toEqual(others.slice(0, 2).map(() => ({ outcome: 'waiting', digest: null })));
});

it('a balance is made of the counts of its own enterprise', async () => {
  const { own } = scene.firms;
  const { db } = scene.app.database;
  const counts = await listCountsOn(db, own.partyId, ['2026-10-14']);
  expect((await listRecyclingSites(db, own.partyId)).map(({ siteId }) => siteId)).toEqual([own.works]);
  expect(counts.map(({ partyId }) => partyId)).toEqual([own.partyId]);
});
