/** Plays a load: merges its batches, drafts its manifest, and takes every step in the system that owns it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareForPaper } from '../paper.ts';
import type { Load } from '../plan/load.ts';
import type { LoadLine, Step } from '../plan/trip.ts';
import { latestInstantIn } from '../stage/month-clock.ts';
import { clientOf, PATIENCE_MS } from '../stage/stage.ts';
import type { Play } from './play.ts';
import { Made, Manifest } from './wire.ts';

const POLL_MS = 120;

/** Calls of a load on its way: the moment that it has reached, and that it has departed or will never depart. */
export type LoadEvents = { readonly moveTo: (at: number) => void; readonly departed: () => void };

export async function playLoad(play: Play, load: Load, events: LoadEvents): Promise<void> {
  const manifestId = await draft(play, load);
  play.manifests.set(load.key, manifestId);
  play.progress.manifests += 1;
  let before: Manifest | undefined;
  for (const step of load.steps) {
    if (step.step === 'hand-over') await awaitNumber(play, load, manifestId);
    if (crosses(load) && before && sideChanges(load, step)) await awaitState(play, load, step, before);
    events.moveTo(latestInstantIn(step.body));
    await prepareForPaper(play, { load, manifestId }, step);
    before = await take(play, load, step, manifestId);
    play.progress.steps += 1;
    if (step.step === 'depart') events.departed();
    publishBatches(play, load, before);
  }
  events.departed();
}

const crosses = ({ origin, destination }: Load): boolean => origin !== destination;

const sideChanges = ({ steps }: Load, step: Step): boolean => steps[steps.indexOf(step) - 1]?.side !== step.side;

async function draft({ stage, registry, refs }: Play, load: Load): Promise<string> {
  const { origin, consignor, carrier, receiver, key } = load;
  const client = clientOf(stage, origin);
  const as = registry.party(origin, consignor);
  const batchIds = await Promise.all(
    load.lines.map(async ({ refs: names, line }) => {
      const ids = await Promise.all(names.map((name) => refs.idOf(name)));
      const [only] = ids;
      if (only !== undefined && ids.length === 1) return only;
      const body = { batchIds: ids };
      return (await client.post({ path: '/v1/batches/merge', key: `${key}/merge/${line}`, body, as }, Made)).id;
    }),
  );
  const { site, cityCode, address } = registry.enterprise(receiver);
  const body = {
    carrierId: registry.party(origin, carrier),
    receiverId: registry.party(origin, receiver),
    consignorSiteId: registry.site(consignor),
    ...(crosses(load)
      ? { receiverSite: { name: site?.name, divisionCode: cityCode, address } }
      : { receiverSiteId: registry.site(receiver) }),
    lines: load.lines.map((line, at) => lineOf(line, batchIds[at] ?? '')),
  };
  return (await client.post({ path: '/v1/manifests', key: `${key}/draft`, body, as }, Made)).id;
}

function lineOf({ massGrams, pieces, packaging, packages }: LoadLine, batchId: string): object {
  return { batchId, massGrams, pieces, packaging, packages };
}

function actorOf(play: Play, load: Load, { side, by }: Step): { province: Load['origin']; as: string } {
  const province = load[side];
  const key = { consignor: load.consignor, carrier: load.carrier, receiver: load.receiver }[by];
  return { province, as: play.registry.party(province, key) };
}

async function take(play: Play, load: Load, step: Step, id: string): Promise<Manifest> {
  const { province, as } = actorOf(play, load, step);
  const request = { path: `/v1/manifests/${id}/${step.step}`, key: `${load.key}/${step.step}`, body: step.body, as };
  return clientOf(play.stage, province).post(request, Manifest);
}

/** Waits for the national number. A load on paper does not wait for it. */
async function awaitNumber(play: Play, load: Load, id: string): Promise<void> {
  const { origin, consignor } = load;
  const as = play.registry.party(origin, consignor);
  await until(`number for ${load.key}`, async () => {
    const manifest = await clientOf(play.stage, origin).get(`/v1/manifests/${id}`, Manifest, as);
    return manifest.numbering === 'issued' || manifest.numbering === 'paper';
  });
}

/** Waits until the other side has received the previous step. */
async function awaitState(play: Play, load: Load, step: Step, before: Manifest): Promise<void> {
  const { province, as } = actorOf(play, load, step);
  await until(`current version of ${load.key} in province ${province}`, async () => {
    const there = await clientOf(play.stage, province).find(`/v1/manifests/${before.id}`, Manifest, as);
    return there !== undefined && there.version >= before.version;
  });
}

/** Publishes the ids of the batches that the receiver and the consignor now have in stock. */
function publishBatches({ refs }: Play, { key }: Load, { lines }: Manifest): void {
  for (const { line, receivedBatchId, returnedBatchId } of lines) {
    if (receivedBatchId !== null) refs.publish(`${key}/${line}/received`, receivedBatchId);
    if (returnedBatchId !== null) refs.publish(`${key}/${line}/returned`, returnedBatchId);
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`There was no ${what} within ${PATIENCE_MS / 1_000} s`);
    await sleep(POLL_MS);
  }
}
