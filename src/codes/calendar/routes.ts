/** HTTP: the work calendar. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { dayOf } from '../../core/calendar.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { readCalendar } from './queries.ts';
import { CalendarQuery, CalendarResponse, LoadCalendarRequest } from './schemas.ts';
import { loadYear } from './service.ts';

const TAGS = ['codes'];

export const calendarRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/calendar',
      {
        config: { scope: 'parties:read' },
        schema: {
          summary: 'Read the work calendar of a year',
          description:
            'Days off and working weekend days of a year, with the notices of the State Council that state them. Deadlines in working days count by the last notice. `missingYears` names the years whose notice should be loaded by today: terms that reach them have no due day.',
          tags: TAGS,
          querystring: CalendarQuery,
          response: { 200: CalendarResponse },
        },
      },
      (request) => {
        const today = dayOf(deps.clock());
        const { year = today.slice(0, 4) } = request.query;
        return readAs(deps.db, callerOf(request), (db) => readCalendar(db, year, today));
      },
    );

    http.post(
      '/calendar',
      {
        config: {
          scope: 'calendar:write',
          problems: ['calendar-version-differs', 'calendar-notice-older', 'calendar-notice-in-future'],
        },
        schema: {
          summary: 'Load the work calendar of a year, or correct it',
          description:
            'States the whole notice of the State Council on the holidays of a year. A year that is loaded changes only by a notice that names its version in `replacesVersion`: it becomes the next version, and earlier ones stay readable. A notice that states the same as the one in force changes nothing. Every process counts by it within a minute. Due days that were unknown are computed then; due days that are set stay as they are.',
          tags: TAGS,
          body: LoadCalendarRequest,
          response: { 200: CalendarResponse },
        },
      },
      async (request, reply) => {
        const { replacesVersion, ...notice } = request.body;
        const { actor } = callerOf(request);
        return once(deps, request, reply.status(200), async (tx) => {
          await loadYear(tx, deps, { actor, notice, replacesVersion });
          return readCalendar(tx, notice.year, dayOf(deps.clock()));
        });
      },
    );
  };
