/** The world in which the requests are made: competing enterprises with everything they have, and every role. */

import { composeUscc } from '../../src/core/identifiers/uscc.ts';
import { numberClashes } from '../../src/exchange/tables.ts';
import { assignNumber } from '../../src/manifests/index.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestApp } from '../app/fixture.ts';
import type { Actors } from '../app/isolation/actors.ts';
import { type Firm, ok } from '../app/isolation/firm.ts';
import type { Scene } from '../app/isolation/scene.ts';
import { type Pools, poolsOf } from './pools.ts';

export type World = {
  readonly app: TestApp;
  readonly scene: Scene;
  readonly people: Actors;
  /** Enterprises of the scene: two of one city, one of another, two of other provinces. */
  readonly firms: readonly Firm[];
  readonly pools: Pools;
  /** Gives a submitted manifest its national number. */
  readonly number: (id: string) => Promise<void>;
};

/** After all instants of the examples. */
const NOW = new Date('2026-11-02T03:00:00.000Z');

export async function openWorld(scene: Scene): Promise<World> {
  const { app, firms, actors } = scene;
  app.clock.now = NOW;
  const { own, rival, far, abroad, beyond } = firms;
  await addSpares(app);
  const pools = await poolsOf(scene, app.database.db);
  await markSpares(app, pools);
  let serial = 900_000;
  return {
    ...{ app, scene, people: actors, pools },
    firms: [own, rival, far, abroad, beyond],
    number: async (id) => {
      serial += 1;
      const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
      const given = { actor, id, number: `20264501${serial}`, at: '2026-10-07T00:05:00.000Z' };
      await app.database.db.transaction((tx) => assignNumber(tx, app.deps, given));
    },
  };
}

/** Records that the scene has none of, and organisations that may be suspended and closed without stopping the others. */
async function addSpares({ authority, database, deps }: TestApp): Promise<void> {
  const licence = { mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示厅' };
  for (const serial of [1, 2, 3, 4, 5, 6]) {
    const uscc = composeUscc('91', '450200', 700 + serial);
    const state = serial % 2 === 0 ? { state: 'registered' } : {};
    const party = { uscc, name: `演示备用单位${serial}`, divisionCode: '450200', ...state };
    const { id } = await ok(authority.post('/v1/parties', party));
    const dates = { validFrom: '2026-01-01', validTo: '2031-01-01' };
    if (serial % 2 === 1)
      await ok(authority.post(`/v1/parties/${id}/licences`, { ...licence, ...dates, number: `备用${serial}` }));
  }
  const rows = Array.from({ length: 2_001 }, (_, at) => `${composeUscc('91', '450100', 900)},演示导入,45010${at % 3}`);
  const csv = { 'content-type': 'text/csv' };
  await authority.post('/v1/imports/parties?mode=rows', ['uscc,name,divisionCode', ...rows].join('\n'), csv);
  for (const reason of ['number_taken', 'other_number', 'number_claimed'] as const) {
    const clash = { id: newId(), manifestId: newId(), number: '20264501999999', source: 'national', reason };
    await database.db.insert(numberClashes).values({ ...clash, otherManifestId: newId(), noticedAt: deps.clock() });
  }
}

async function markSpares({ database }: TestApp, pools: Pools): Promise<void> {
  const { rows } = await database.db.$client.query<{ id: string; licence: string | null }>(
    `select p.id::text, l.id::text as licence from parties p left join licences l on l.party_id = p.id
     where p.name like '演示备用单位%'`,
  );
  for (const { id, licence } of rows) {
    pools.add('spareParty', { id, partyId: id });
    if (licence) pools.add('spareLicence', { id: licence, partyId: id });
  }
}
