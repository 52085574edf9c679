/** Health of this process: it is alive (`/livez`), and it can do its work (`/readyz`). */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Bilingual, Language } from '../../core/messages/language.ts';
import type { Db } from '../database/db.ts';
import { migrationsInCode } from '../database/migrations.ts';
import { httpProblem, languageOf, named } from '../http/index.ts';

/** A dependency of the process. `look` rejects when it is unavailable. */
export type Check = {
  readonly name: string;
  /** True when the process cannot work without it. Other dependencies are shown and do not make it unready. */
  readonly needed: boolean;
  /** Rejects with a `CheckFailure` when the reason may be shown. */
  readonly look: () => Promise<void>;
};

/**
 * The reason why a check fails, in words for a public answer: no addresses, no texts of records. `needed`: the process
 * cannot work without what failed, also when it can work without other parts of the dependency.
 */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
  readonly reason: Bilingual;
  readonly needed: boolean;

  constructor(reason: Bilingual, { needed = false }: { readonly needed?: boolean } = {}) {
    super(reason.en);
    this.reason = reason;
    this.needed = needed;
  }
}

const CHECK_LIMIT_MS = 2_000;

const Alive = named(
  'Alive',
  'Proof that the process runs.',
  z.object({ alive: z.literal(true).describe('Always true: a dead process does not answer') }),
  {
    alive: true,
  },
);
const Ready = named(
  'Ready',
  'Readiness of the process, with each of its dependencies.',
  z.object({
    ready: z.boolean().describe('true when the process can do its work'),
    checks: z.record(z.string(), z.enum(['ok', 'failed'])).describe('Each dependency by its name: ok or failed'),
    reasons: z
      .record(z.string(), z.string())
      .describe('Why a dependency fails, by its name, where that is known; in the language of Accept-Language'),
  }),
  { ready: true, checks: { database: 'ok', schema: 'ok', queue: 'ok', journal: 'ok' }, reasons: {} },
);

/** Answers `/livez` and `/readyz`. A check that takes longer than `limitMs` milliseconds has failed. */
export const healthRoutes =
  (checks: readonly Check[], limitMs = CHECK_LIMIT_MS): FastifyPluginAsyncZod =>
  async (http) => {
    const schema = (summary: string, description: string) => ({ tags: ['operation'], summary, description });
    http.get(
      '/livez',
      {
        config: { public: true, vital: true },
        schema: {
          ...schema(
            'Whether the process lives',
            'Needs no token and is never refused for load. It checks no dependency.',
          ),
          response: { 200: Alive },
        },
      },
      async () => ({ alive: true as const }),
    );
    http.get(
      '/readyz',
      {
        config: { public: true, vital: true, problems: ['not-ready'] },
        schema: {
          ...schema(
            'Whether the process can do its work',
            'Checks every dependency. Answers 503 while one that the process needs is missing.',
          ),
          response: { 200: Ready },
        },
      },
      async (request) => {
        const results = await Promise.all(checks.map((check) => lookAt(check, limitMs)));
        const missing = results.filter(({ needed, ok }) => needed && !ok).map(({ name }) => name);
        if (missing.length > 0) throw httpProblem('not-ready', { missing }).with({}, reasonsOf(results));
        const outcomes = results.map(({ name, ok }) => [name, ok ? 'ok' : 'failed'] as const);
        const language = languageOf(request.headers['accept-language']);
        return { ready: true, checks: Object.fromEntries(outcomes), reasons: shownReasons(results, language) };
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

type Result = Check & { readonly ok: boolean; readonly reason?: Bilingual };

async function lookAt(check: Check, limitMs: number): Promise<Result> {
  const limit = sleep(limitMs, { ...check, ok: false }, { ref: false });
  const answer = check.look().then(
    () => ({ ...check, ok: true }),
    (error: unknown) => {
      if (!(error instanceof CheckFailure)) return { ...check, ok: false };
      return { ...check, needed: check.needed || error.needed, ok: false, reason: error.reason };
    },
  );
  return Promise.race([answer, limit]);
}

function shownReasons(results: readonly Result[], language: Language): Record<string, string> {
  return Object.fromEntries(results.flatMap(({ name, reason }) => (reason ? [[name, reason[language]]] : [])));
}

/** Returns the known reasons as sentences, for the detail of a problem. */
function reasonsOf(results: readonly Result[]): Bilingual | undefined {
  const reasons = results.flatMap(({ reason }) => reason ?? []);
  if (reasons.length === 0) return undefined;
  return {
    en: ` Reasons: ${reasons.map(({ en }) => en).join('; ')}.`,
    zh: `原因：${reasons.map(({ zh }) => zh).join('；')}。`,
  };
}
