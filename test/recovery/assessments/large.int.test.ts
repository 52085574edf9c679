/** Assessments of a large period: a process of its own computes what is checked, submitted, certified and compared. */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { collectWork, createApi } from '../../../src/app.ts';
import { createMetrics } from '../../../src/platform/operation/metrics.ts';
import { TaskFailure } from '../../../src/platform/process/task.ts';
import { freezeNow } from '../../../src/recovery/evidence/freezing-jobs.ts';
import { freezeApart } from '../../../src/recovery/evidence/freezing-service.ts';
import { ok } from '../plant.ts';
import { REVIEW, type Smelter, useProcedure } from './procedure.ts';

const { app, people, smelter, step, open } = useProcedure();
const ALL = { of: 'all' } as const;
const BUSY = async () => Promise.reject(new TaskFailure('busy', 'always'));
let of: Smelter;
let id: string;
let checkedSmall: object;

beforeAll(async () => {
  of = await smelter();
  id = await open(of);
  await app.follow();
  checkedSmall = await check();
  await enlarge(of);
}, 120_000);

const check = () => ok(of.manager.get(`/v1/assessments/${id}/check`));
const read = () => ok(of.manager.get(`/v1/assessments/${id}`));

/** Gives the period of an enterprise as many decided manifests as a large one has. All were rejected, so its rate is the same. */
async function enlarge({ who }: Smelter): Promise<void> {
  await app.deps.db.execute(sql`
    insert into manifests (id, document, digest, state, version, origin_province, destination_province, consignor_id, carrier_id,
      receiver_id, handed_over_at, decided_at, created_at, updated_at)
    select copy.id, jsonb_build_object('id', copy.id, 'version', 4, 'state', 'rejected', 'lines', '[]'::jsonb), repeat('0', 64),
      'rejected', 4, origin_province, destination_province, consignor_id, carrier_id, receiver_id, handed_over_at, decided_at,
      created_at, updated_at
    from (select * from manifests where receiver_id = ${who.partyId} and decided_at is not null limit 1) one
    cross join (select gen_random_uuid() as id from generate_series(1, 5000)) copy`);
}

/** Compares certified figures as background work. */
async function sweep(deps = app.deps): Promise<void> {
  await app.follow();
  await collectWork(deps)
    .sweeps.find(({ name }) => name === 'revisions')
    ?.pass();
}

/** Asks a server all of whose processes are busy, as the manager of the enterprise. */
async function askBusy(method: 'GET' | 'POST', path: string) {
  const deps = { ...app.deps, runTask: BUSY };
  const actor = {
    ...{
      subject: 'manager',
      partyId: of.who.partyId,
      roles: ['enterprise_manager' as const],
      source: 'local' as const,
    },
    ...{ scopes: ['assessments:read' as const, 'assessments:write' as const], loggedIn: true as const },
  };
  const http = await createApi(deps, {
    ...{ authenticate: async () => actor, log: deps.log, metrics: createMetrics(deps.db), checks: [] },
  });
  const answer = await http.inject({
    ...{ method, url: `/v1/assessments/${id}/${path}`, headers: { authorization: 'Bearer one' } },
    ...(method === 'POST' && { payload: { reason: '已核对' } }),
  });
  await http.close();
  return answer.json();
}

it('is checked in a process of its own, with the same answer', async () => {
  expect(await check()).toEqual(checkedSmall);
  expect(await askBusy('GET', 'check')).toMatchObject({ status: 503, code: 'overloaded' });
});

it('is frozen in a process of its own, the same to the byte', async () => {
  const apart = await freezeApart(app.deps, ALL, id);
  expect(apart).toEqual(await freezeNow(app.deps, await app.deps.law(), ALL, id));
  expect(apart.frozen.records).not.toBe('');
});

it('is submitted and certified with what a process of its own froze', async () => {
  expect(await askBusy('POST', 'submit')).toMatchObject({ status: 503, code: 'overloaded' });
  expect(await read()).toMatchObject({ state: 'draft' });
  const { frozen } = await freezeNow(app.deps, await app.deps.law(), ALL, id);
  await ok(step(of.manager, id, 'submit'));
  const { items } = await ok(of.manager.get(`/v1/assessments/${id}/history`));
  expect(items.at(-1)).toMatchObject({ step: 'submit', contentSha256: frozen.contentSha256 });
  await ok(step(people.expert, id, 'review', REVIEW));
  expect(await ok(step(people.office, id, 'certify'))).toMatchObject({ state: 'certified' });
});

it('is compared in a process of its own, by the next sweep when all are busy', async () => {
  await sweep({ ...app.deps, runTask: BUSY });
  expect(await read()).toMatchObject({ state: 'certified', comparedIndex: null });
  await sweep();
  expect(await read()).toMatchObject({ comparedIndex: expect.any(Number), openRevision: null });
});
