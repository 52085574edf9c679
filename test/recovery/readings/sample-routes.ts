/** Routes of a process of its own, for tests: a reading that never ends, and one that says what it reads with. */
import { sql } from 'drizzle-orm';
import type { FastifyPluginAsync } from 'fastify';
import { callerOf } from '../../../src/platform/http/index.ts';
import { periodOf } from '../../../src/recovery/periods/period.ts';
import { recoveryLawOf } from '../../../src/recovery/question/law-queries.ts';
import { evaluateAs } from '../../../src/recovery/question/service.ts';
import type { ReadingDeps } from '../../../src/recovery/readings/reading-routes.ts';

const config = { scope: 'recovery:read' } as const;

export const sampleRoutes =
  (deps: ReadingDeps): FastifyPluginAsync =>
  async (http) => {
    http.get('/endless', { config }, () => new Promise(() => setInterval(() => undefined, 1_000)));
    http.get('/connections', { config }, async (request) => {
      const { actor, visibility } = callerOf(request);
      const period = periodOf('2026-10');
      const { conditions } = recoveryLawOf(await deps.law(), period);
      const asked = { partyId: actor.partyId ?? '', period, asOf: deps.clock(), conditions };
      const { more } = await evaluateAs(deps, visibility, asked, async (tx) => {
        const one = () => tx.execute(sql`select pg_backend_pid() as process, current_user as role, pg_sleep(0.1)`);
        return (await Promise.all([one(), one()])).flatMap(({ rows }) => rows);
      });
      return { connections: new Set(more.map(({ process }) => process)).size, roles: more.map(({ role }) => role) };
    });
  };
