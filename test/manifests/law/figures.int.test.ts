/** Metrics of manifests on their way. */
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { assignNumber, MANIFEST_FIGURES } from '../../../src/manifests/index.ts';
import { arrived, at, deps, submitted, take, trade, useManifests } from '../api.ts';

useManifests();

const TODAY = sql`(now() at time zone 'Asia/Shanghai')::date`;
const dueOn = (id: string, day: ReturnType<typeof sql>) =>
  deps.db.execute(sql`update manifests set confirmation_due_on = ${day} where id = ${id}`);

async function figures() {
  const all = await MANIFEST_FIGURES.read(deps.db, deps.clock());
  return Object.fromEntries(all.map(({ name, labels, value }) => [`${name} ${labels.state ?? ''}`.trim(), value]));
}

it('a manifest is overdue from the day after its last day, while it waits for the decision', async () => {
  await submitted();
  const id = await arrived();
  await dueOn(id, TODAY);
  const before = await figures();
  expect(before).toEqual({
    'leadloop_manifests_open offline_paper': 0,
    'leadloop_manifests_overdue offline_paper': 0,
    'leadloop_manifests_open submitted': 1,
    'leadloop_manifests_open handed_over': 0,
    'leadloop_manifests_open in_transit': 0,
    'leadloop_manifests_open arrived': 1,
    'leadloop_manifests_overdue arrived': 0,
    'leadloop_manifests_open disputed': 0,
    'leadloop_manifests_overdue disputed': 0,
    leadloop_manifests_against_completion: 0,
    leadloop_manifests_before_number: 0,
    leadloop_manifests_outside_outage: 0,
    leadloop_manifests_waiting_for_number: 1,
    leadloop_manifests_waiting_for_number_seconds: expect.any(Number),
  });
  await dueOn(id, sql`${TODAY} - 1`);
  expect(await figures()).toMatchObject({
    'leadloop_manifests_open arrived': 1,
    'leadloop_manifests_overdue arrived': 1,
  });

  const { status, body } = await take(trade.receiver, id, 'reject', { at: at(30), remarks: '破损' });
  expect(status, JSON.stringify(body)).toBe(200);
  expect(await figures()).toMatchObject({
    'leadloop_manifests_open arrived': 0,
    'leadloop_manifests_overdue arrived': 0,
  });
});

it('a manifest with a step dated before its number is counted for a week after its draft', async () => {
  const counted = async (days: number) => {
    const now = new Date(Date.now() + days * 86_400_000);
    const figures = await MANIFEST_FIGURES.read(deps.db, now);
    return figures.find(({ name }) => name === 'leadloop_manifests_before_number')?.value ?? Number.NaN;
  };
  const before = await counted(0);
  const id = await submitted();
  const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  await deps.db.transaction((tx) => assignNumber(tx, deps, { actor, id, number: '20264501009998', at: at(60) }));
  expect(await counted(0)).toBe(before);
  expect((await take(trade.consignor, id, 'hand-over', { at: at(10) })).status).toBe(200);
  expect([await counted(0), await counted(6)]).toEqual([before + 1, before + 1]);
  expect(await counted(8)).toBe(0);
});

it('a manifest waits for its number from its submission until it has one', async () => {
  const waiting = async (minutes = 0) => {
    const all = await MANIFEST_FIGURES.read(deps.db, new Date(deps.clock().getTime() + minutes * 60_000));
    const figureOf = (name: string) => all.find((one) => one.name === name)?.value ?? Number.NaN;
    const seconds = figureOf('leadloop_manifests_waiting_for_number_seconds');
    return { count: figureOf('leadloop_manifests_waiting_for_number'), minutes: Math.floor(seconds / 60) };
  };
  const before = await waiting();
  const id = await submitted();
  const { count, minutes } = await waiting(90);
  expect(count).toBe(before.count + 1);
  expect(minutes).toBeGreaterThanOrEqual(90);
  const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  await deps.db.transaction((tx) => assignNumber(tx, deps, { actor, id, number: '20264501009997', at: at(1) }));
  expect((await waiting()).count).toBe(before.count);
});
