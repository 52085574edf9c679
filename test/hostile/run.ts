/** Makes the requests of a run, and counts what came of them. */
import { tracingChannel } from 'node:diagnostics_channel';
import type { FastifyRequest } from 'fastify';
import { verifyJournal } from '../../src/platform/journal/index.ts';
import { openLanes } from '../setup/parallel.ts';
import { sealAll } from '../setup/sealing.ts';
import { faultOf, reachesUseCase } from './judging/judgement.ts';
import { detectLeaks, type LeakDetector } from './judging/leaks.ts';
import { learn } from './learning.ts';
import { type Operation, readOperations, scheduleOf } from './operations.ts';
import { type Random, randomOf } from './random.ts';
import { type Counted, countsOf, type Report } from './report.ts';
import { type Answer, asCurl, inject, NUMBER_HEADER, overTheWire } from './sending.ts';
import { brokenBytes, tricked } from './tricks/body-tricks.ts';
import { REQUEST_TRICKS } from './tricks/request-tricks.ts';
import { type Draft, honest } from './valid.ts';
import type { World } from './world.ts';

/** `minutes`: after them no more requests are begun. */
export type Options = { readonly requests: number; readonly seed: number; readonly minutes: number };

/** Share of honest requests, and of requests over a connection of their own. */
const HONEST = 0.4;
const WIRED = 0.06;
/** Faults that a report shows in full. */
const SHOWN = 200;

export async function runHostile(world: World, { requests, seed, minutes }: Options): Promise<Report> {
  const operations = await readOperations();
  const counts = countsOf(operations.map(({ name }) => name));
  const leaks = detectLeaks(world.app.database.db, world.scene.records);
  const entered = watchHandlers();
  const began = performance.now();
  const faults: Report['faults'][number][] = [];
  const lanes = openLanes();
  let made = 0;
  for (const [number, operation] of scheduleOf(operations, requests).entries()) {
    if (performance.now() - began > 60_000 * minutes) break;
    made += 1;
    await lanes.start(async () => {
      const random = randomOf(seed, number);
      const draft = draftOf(world, operation, random);
      const found = await make(world, { draft, number, wired: random.chance(WIRED) }, { entered, leaks, counts });
      if (found && faults.length < SHOWN) faults.push({ seed, number, ...found });
    });
  }
  await lanes.done();
  entered.stop();
  const seconds = (performance.now() - began) / 1_000;
  const state = await stateOf(world);
  return { seed, requests: made, seconds, markers: leaks.markers(), operations: counts.all(), faults, state };
}

/** Makes a request honestly, and then plays one or two tricks with it. */
function draftOf(world: World, operation: Operation, random: Random): Draft {
  const draft = honest(world, operation, random);
  if (random.chance(HONEST)) return draft;
  const once = withTrick(world, draft, random);
  return random.chance(0.2) ? withTrick(world, once, random) : once;
}

const TRICKS = [
  ...(['queryTrick', 'pathTrick', 'headerTrick', 'headerTrick', 'headerTrick', 'doubledHeader'] as const),
  ...(['tokenTrick', 'callerTrick', 'callerTrick', 'methodTrick'] as const),
];

function withTrick(world: World, draft: Draft, random: Random): Draft {
  const { body, operation } = draft;
  if (typeof body === 'string' && random.chance(0.6)) {
    const json = operation.contentType === 'application/json' && draft.tricks.length === 0 && random.chance(0.8);
    const trick = json ? tricked(body, random, world) : brokenBytes(body, random, operation.contentType ?? '');
    const named = Object.entries(trick.headers ?? {});
    const kept = draft.headers.filter(([name]) => !named.some(([one]) => one === name));
    return { ...draft, body: trick.body, headers: [...kept, ...named], tricks: [...draft.tricks, trick.what] };
  }
  const { what, draft: changed } = REQUEST_TRICKS[random.pick(TRICKS)](draft, random, world);
  return { ...changed, tricks: [...draft.tricks, what] };
}

type Request = { readonly draft: Draft; readonly number: number; readonly wired: boolean };
type Watch = { readonly entered: Entered; readonly leaks: LeakDetector; readonly counts: Counted };
type Found = Omit<Report['faults'][number], 'seed' | 'number'>;

async function make(world: World, request: Request, { entered, leaks, counts }: Watch): Promise<Found | undefined> {
  const { draft, number } = request;
  const began = performance.now();
  const answer = await send(world, request).catch((error: unknown) => String(error));
  const ms = performance.now() - began;
  const { operation, tricks } = draft;
  const shown = (kind: string, detail: string): Found => ({
    ...{ kind, detail, operation: operation.name, tricks, caller: draft.person?.title ?? 'nobody' },
    ...{
      request: asCurl(draft).slice(0, 3_000),
      answer: typeof answer === 'string' ? answer : answer.text.slice(0, 2_000),
    },
  });
  if (typeof answer === 'string') {
    counts.count(operation.name, { status: 0, entered: false, ms });
    return shown('connection failed', answer);
  }
  const reached = entered.take(number) && reachesUseCase(answer);
  counts.count(operation.name, { status: answer.status, entered: reached, ms });
  await learn(world, draft, answer);
  const fault = faultOf(draft, answer);
  if (fault) return shown(fault.kind, fault.detail);
  const leaked = await leaks.leaksIn(draft, answer);
  return leaked.length > 0 ? shown('values of others', leaked.join(', ')) : undefined;
}

function send({ app: { http } }: World, { draft, number, wired }: Request): Promise<Answer> {
  const names = draft.headers.map(([name]) => name);
  const doubled = new Set(names).size < names.length;
  return wired || doubled ? overTheWire(http, draft, number) : inject(http, draft, number);
}

type Entered = { readonly take: (number: number) => boolean; readonly stop: () => void };

/** Notes the requests whose handler begins: their token, address, query and body have been accepted. */
function watchHandlers(): Entered {
  const channel = tracingChannel('fastify.request.handler');
  const begun = new Set<number>();
  const note = (message: unknown) => {
    const { request } = message as { request: FastifyRequest };
    const number = Number(request.headers[NUMBER_HEADER]);
    if (Number.isInteger(number)) begun.add(number);
  };
  channel.start.subscribe(note);
  return { take: (number) => begun.delete(number), stop: () => void channel.start.unsubscribe(note) };
}

async function stateOf({ app }: World): Promise<Report['state']> {
  const books = (await app.authority.get('/v1/books')).json;
  await sealAll(app.database.db);
  const journal = await verifyJournal(app.database.db, undefined).catch((error: unknown) => ({ fault: String(error) }));
  return { books, journal };
}
