/** Health of this process: it is alive (`/livez`), and it can do its work (`/readyz`). */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Db } from '../database/db.ts';
import { migrationsInCode } from '../database/migrations.ts';
import { httpProblem } from '../http/index.ts';

/** A dependency of the process. `look` rejects when it is unavailable. */
export type Check = {
  readonly name: string;
  /** True when the process cannot work without it. Other dependencies are shown and do not make it unready. */
  readonly needed: boolean;
  readonly look: () => Promise<void>;
};

const CHECK_LIMIT_MS = 2_000;

const Ready = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.enum(['ok', 'failed'])) });

/** Answers `/livez` and `/readyz`. A check that takes longer than `limitMs` milliseconds has failed. */
export const healthRoutes =
  (checks: readonly Check[], limitMs = CHECK_LIMIT_MS): FastifyPluginAsyncZod =>
  async (http) => {
    const schema = (summary: string) => ({ tags: ['operation'], summary });
    http.get(
      '/livez',
      {
        config: { public: true, vital: true },
        schema: { ...schema('Whether the process lives'), response: { 200: z.object({ alive: z.literal(true) }) } },
      },
      async () => ({ alive: true as const }),
    );
    http.get(
      '/readyz',
      {
        config: { public: true, vital: true },
        schema: { ...schema('Whether the process can do its work'), response: { 200: Ready } },
      },
      async () => {
        const results = await Promise.all(
          checks.map(async (check) => ({ ...check, ok: await passes(check, limitMs) })),
        );
        const missing = results.filter(({ needed, ok }) => needed && !ok).map(({ name }) => name);
        if (missing.length > 0) throw httpProblem('not-ready', { missing });
        const outcomes = results.map(({ name, ok }) => [name, ok ? 'ok' : 'failed'] as const);
        return { ready: true, checks: Object.fromEntries(outcomes) };
      },
    );
  };

/** Checks that the database answers and has at least the schema of this code. */
export function databaseChecks(db: Db): Check[] {
  return [
    { name: 'database', needed: true, look: async () => void (await db.execute(sql`select 1`)) },
    {
      name: 'schema',
      needed: true,
      // A newer release may have migrated already while this process still runs: only an older schema is unusable.
      look: async () => {
        const { rows } = await db.execute<{ applied: number }>(
          sql`select count(*)::int as applied from drizzle.__drizzle_migrations`,
        );
        if ((rows[0]?.applied ?? 0) < migrationsInCode()) throw new Error('the schema is behind this code');
      },
    },
  ];
}

async function passes({ look }: Check, limitMs: number): Promise<boolean> {
  const limit = sleep(limitMs, false, { ref: false });
  const answer = look().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, limit]);
}
