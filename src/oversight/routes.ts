import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { mayReadKind } from '../core/access/journal-scopes.ts';
import { readAs } from '../platform/database/row-security.ts';
import type { RequestDeps } from '../platform/deps.ts';
import { callerOf, pageOf } from '../platform/http/index.ts';
import { readJournal, readSubject } from '../platform/journal/index.ts';
import { oversightProblem } from './problems.ts';
import { listFlowRecords, readFlows } from './queries.ts';
import {
  FlowQuery,
  FlowRecordQuery,
  FlowRecordResponse,
  FlowResponse,
  JournalQuery,
  JournalResponse,
  SubjectParams,
  SubjectQuery,
  toJournalResponse,
} from './schemas.ts';

const TAGS = ['oversight'];

export const oversightRoutes =
  (deps: Pick<RequestDeps, 'db'>): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/flows',
      {
        config: { scope: 'oversight:read' },
        schema: {
          summary: 'Read the accepted mass by month, origin and destination',
          description:
            'Made from the journal alone. The period is half-open: `to` is not included. Mass counts in the month of the decision of the receiver.',
          tags: TAGS,
          querystring: FlowQuery,
          response: { 200: FlowResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => readFlows(db, callerOf(request).visibility, request.query)),
    );

    http.get(
      '/flows/records',
      {
        config: { scope: 'oversight:read' },
        schema: {
          summary: 'List the manifests and journal entries behind a cell of the flow matrix',
          description: 'Each accepted line with the journal entry that proves it. Their sum is the cell.',
          tags: TAGS,
          querystring: FlowRecordQuery,
          response: { 200: pageOf(FlowRecordResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => listFlowRecords(db, callerOf(request).visibility, request.query)),
    );

    http.get(
      '/journal',
      {
        config: { scope: 'journal:read', personal: 'journal' },
        schema: {
          summary: 'Read the sealed journal in its order',
          description:
            'Every entry once, in one order that never changes. To follow it, send `nextAfter` as `after`. Entries of kinds for which the token lacks the scope keep their place and their hashes, so that order and chain can be verified; their content is `withheld`.',
          tags: TAGS,
          querystring: JournalQuery,
          response: { 200: JournalResponse },
        },
      },
      async (request) => {
        const { after, limit } = request.query;
        const caller = callerOf(request);
        const entries = await readAs(deps.db, caller, (db) => readJournal(db, after, limit));
        return toJournalResponse(entries, {
          ...{ after, placeOf: ({ index }) => index },
          mayRead: (kind) => mayReadKind(caller.actor, kind),
        });
      },
    );

    http.get(
      '/journal/subjects/:subject',
      {
        config: { scope: 'journal:read', personal: 'journal', problems: ['subject-missing'] },
        schema: {
          summary: 'Read the sealed entries of one subject, first to last',
          description:
            'All that happened to one record, such as `batch:<id>`. Here `after` and `nextAfter` are the `number` of an entry among those of its subject, not its index. A subject whose entries the token may not see does not exist for it.',
          tags: TAGS,
          params: SubjectParams,
          querystring: SubjectQuery,
          response: { 200: JournalResponse },
        },
      },
      async (request) => {
        const { subject } = request.params;
        const { after, limit } = request.query;
        const caller = callerOf(request);
        const mayRead = (kind: string) => mayReadKind(caller.actor, kind);
        const found = await readAs(deps.db, caller, (db) => readSubject(db, subject, limit, after));
        const entries = found.some(({ kind }) => mayRead(kind)) ? found : [];
        if (entries.length === 0 && after === 0) throw oversightProblem('subject-missing', { subject });
        return toJournalResponse(entries, { after, placeOf: ({ number }) => number, mayRead });
      },
    );
  };
