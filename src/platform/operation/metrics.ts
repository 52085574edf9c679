/** Metrics for Prometheus. Names begin with `leadloop_` and end with the unit. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import type { Db } from '../database/db.ts';
import { sealedUpTo } from '../journal/index.ts';

export type Metrics = {
  readonly registry: Registry;
  /** Returns the current metrics in the text format of Prometheus. */
  readonly read: () => Promise<string>;
  /** Counts wake-ups that were not sent, failed runs, and errors of the queue's server. */
  readonly countQueueError: (about: 'wake' | 'run' | 'connection') => void;
};

/** Figures that a feature reads from the database. Every process shows them, so alerts take the maximum. */
export type Figures = {
  readonly gauges: readonly { readonly name: string; readonly help: string; readonly labels: readonly string[] }[];
  /** Returns one value for each gauge and its labels. A value that is left out is not shown. */
  readonly read: (db: Db, now: Date) => Promise<readonly Figure[]>;
};

type Figure = {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
};

export type MetricsOptions = {
  /** Returns the number of wake-ups that no worker has taken. */
  readonly waiting?: () => Promise<number>;
  readonly figures?: readonly Figures[];
  readonly clock?: () => Date;
  /** Time in milliseconds after which a metric from elsewhere is left out. */
  readonly limitMs?: number;
};

/** Maximum number of unsealed entries that are counted: at that number the sealer has stopped. */
const UNSEALED_MAX = 10_000;

/** Maximum wait for a metric from elsewhere, in milliseconds. */
const READ_LIMIT_MS = 2_000;

/** Makes the metrics of a process. */
export function createMetrics(
  db: Db,
  { waiting, figures = [], clock = () => new Date(), limitMs = READ_LIMIT_MS }: MetricsOptions = {},
): Metrics {
  const registry = new Registry();
  const sources = [
    describeDatabase(registry, db),
    ...figures.map((one) => describeFigures(registry, { db, clock }, one)),
  ];
  if (waiting) sources.push(describeQueue(registry, waiting));
  const looks = sources.map((source) => inTime(source, limitMs));
  const errors = new Counter({
    name: 'leadloop_queue_errors_total',
    help: 'Wake-ups not handed over, runs that failed, trouble with the connection',
    labelNames: ['about'],
    registers: [registry],
  });
  for (const about of ['wake', 'run', 'connection']) errors.inc({ about }, 0);
  const read = async () => {
    await Promise.all(looks.map((look) => look()));
    return registry.metrics();
  };
  return { registry, read, countQueueError: (about) => errors.inc({ about }) };
}

/** Adds the metrics of the process itself: memory, processor time, event loop. Call it once in a process. */
export function measureProcess({ registry }: Metrics): void {
  collectDefaultMetrics({ register: registry });
}

/** Measures every request by the template of its route, so that ids do not become labels. */
export function measureRequests(http: FastifyInstance, { registry }: Metrics): void {
  const duration = new Histogram({
    name: 'leadloop_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.75, 1, 2.5, 10],
    registers: [registry],
  });
  http.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
    duration.observe(labels, reply.elapsedTime / 1_000);
  });
}

/** Example of the text format. */
const SHOWN = '# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes 104857600\n';

export const metricsRoutes =
  ({ registry, read }: Metrics): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/metrics',
      {
        config: { public: true, vital: true },
        schema: {
          tags: ['operation'],
          summary: 'Figures for Prometheus',
          description:
            'Counters and gauges of this process in the text format of Prometheus. Needs no token, so keep it from public networks.',
          response: {
            200: {
              description: 'Text format',
              content: { 'text/plain': { schema: z.string().meta({ examples: [SHOWN] }) } },
            },
          },
        },
      },
      async (_, reply) => reply.type(registry.contentType).send(await read()),
    );
  };

/** Reads figures from elsewhere, and sets the metrics. */
type Look = () => Promise<void>;

/** A reading of figures, and how to remove its metrics when it fails or takes too long. */
type Source = { readonly look: Look; readonly forget: () => void };

/** Metrics from the database. */
function describeDatabase(registry: Registry, db: Db): Source {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const sealed = gauge('leadloop_journal_sealed_index', 'Index of the last sealed journal entry');
  const unsealed = gauge(
    'leadloop_journal_unsealed_entries',
    `Journal entries without an index, ${UNSEALED_MAX} at most`,
  );
  const lag = gauge('leadloop_journal_sealing_lag_seconds', 'Age of the oldest journal entry without an index');
  const positions = new Gauge({
    name: 'leadloop_subscription_lag_entries',
    help: 'Sealed entries that a subscription has not applied yet',
    labelNames: ['subscription'],
    registers: [registry],
  });
  new Gauge({
    name: 'leadloop_database_connections',
    help: 'Connections of the pool, and callers that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = db.$client;
      this.set({ state: 'busy' }, totalCount - idleCount);
      this.set({ state: 'idle' }, idleCount);
      this.set({ state: 'waited_for' }, waitingCount);
    },
  });
  const look = async () => {
    const head = await sealedUpTo(db);
    const backlog = await readBacklog(db);
    const subscriptions = await readPositions(db);
    sealed.set(head);
    unsealed.set(backlog.entries);
    lag.set(backlog.ageSeconds);
    for (const { name, position } of subscriptions) {
      positions.set({ subscription: name }, Math.max(0, head - Number(position)));
    }
  };
  const forget = () => {
    for (const one of [sealed, unsealed, lag]) one.remove();
    positions.reset();
  };
  return { look, forget };
}

function describeQueue(registry: Registry, waiting: () => Promise<number>): Source {
  const gauge = new Gauge({
    name: 'leadloop_queue_waiting',
    help: 'Wake-ups that no worker has taken',
    registers: [registry],
  });
  return { look: async () => gauge.set(await waiting()), forget: () => gauge.remove() };
}

function describeFigures(
  registry: Registry,
  { db, clock }: { readonly db: Db; readonly clock: () => Date },
  { gauges, read }: Figures,
): Source {
  const byName = new Map(
    gauges.map(({ name, help, labels }) => [
      name,
      new Gauge({ name, help, labelNames: [...labels], registers: [registry] }),
    ]),
  );
  // A gauge without labels would be reset to 0; without its value it is not shown.
  const forget = () => {
    for (const { name, labels } of gauges) {
      if (labels.length === 0) byName.get(name)?.remove();
      else byName.get(name)?.reset();
    }
  };
  const look = async () => {
    const figures = await read(db, clock());
    forget();
    for (const { name, labels, value } of figures) byName.get(name)?.set({ ...labels }, value);
  };
  return { look, forget };
}

/**
 * Runs a reading that must not fail or delay the scrape, whose own limit is often 10 s. A metric without a value is
 * removed: a zero would mean that all is well.
 */
function inTime({ look, forget }: Source, limitMs: number): Look {
  return async () => {
    const late = sleep(limitMs, false, { ref: false });
    const found = look().then(
      () => true,
      () => false,
    );
    if (!(await Promise.race([found, late]))) forget();
  };
}

async function readBacklog(db: Db): Promise<{ entries: number; ageSeconds: number }> {
  const { rows } = await db.execute<{ entries: number; age: number }>(sql`
    with fresh as (
      select recorded_at from journal_entries
      where sequence > (select sequence from journal_sealer) order by sequence limit ${UNSEALED_MAX}
    )
    select count(*)::int as entries,
      coalesce(extract(epoch from now() - min(recorded_at)), 0)::float8 as age from fresh`);
  return { entries: rows[0]?.entries ?? 0, ageSeconds: Math.max(0, rows[0]?.age ?? 0) };
}

async function readPositions(db: Db): Promise<{ name: string; position: string }[]> {
  const { rows } = await db.execute<{ name: string; position: string }>(sql`
    select name, position from journal_subscriptions order by name`);
  return rows;
}
