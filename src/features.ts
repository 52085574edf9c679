/** Every feature, with what it adds to the service, and the problems of all of them. */
import { batchProblem, batchRoutes, readUnfinishedStock, storageNotice } from './batches/index.ts';
import { codeRoutes } from './codes/index.ts';
import type { MessageDefinitions } from './core/messages/catalogue.ts';
import { coreProblem } from './core/problems.ts';
import { exchange } from './exchange/index.ts';
import { clientProblem, identityRoutes, oauthProblem, personProblem } from './identity/index.ts';
import { manifestNotice, manifestProblem, manifestRoutes, openManifests, stepProblem } from './manifests/index.ts';
import { flowSubscription, oversightProblem, oversightRoutes } from './oversight/index.ts';
import { importProblem, partyProblem, partyRoutes, vehicleNotice } from './parties/index.ts';
import { authProblem } from './platform/auth/index.ts';
import type { Feature } from './platform/feature.ts';
import { httpProblem } from './platform/http/index.ts';
import { lawProblem } from './platform/law/index.ts';
import { tableProblem } from './platform/table/index.ts';
import { recoveryFinding, recoveryRoutes } from './recovery/index.ts';
import { recyclingProblem, recyclingRoutes } from './recycling/index.ts';

export const FEATURES: readonly Feature[] = [
  { tag: 'codes', about: 'Code tables as of a day', routes: codeRoutes },
  {
    tag: 'parties',
    about: 'Organisations, their sites and licences',
    messages: [partyProblem, importProblem, vehicleNotice],
    routes: (deps) => partyRoutes({ ...deps, unfinishedBusiness: [openManifests, readUnfinishedStock] }),
  },
  {
    tag: 'batches',
    about: 'Batches, movements of mass, trace and books',
    messages: [batchProblem, storageNotice],
    routes: batchRoutes,
  },
  {
    tag: 'manifests',
    about: 'Transfer manifests, from draft to closing',
    messages: [manifestProblem, stepProblem, manifestNotice],
    routes: manifestRoutes,
  },
  {
    tag: 'recycling',
    about: 'Processing runs, assays, stock counts',
    messages: [recyclingProblem],
    routes: recyclingRoutes,
  },
  { tag: 'exchange', about: 'Partners and signed messages between authorities', ...exchange },
  {
    tag: 'oversight',
    about: 'The sealed journal, and figures made from it',
    messages: [oversightProblem],
    routes: oversightRoutes,
    subscriptions: () => [flowSubscription],
  },
  {
    tag: 'identity',
    about: 'People and clients that obtain tokens here',
    messages: [personProblem, clientProblem, oauthProblem],
    routes: identityRoutes,
  },
  {
    tag: 'recovery',
    about: 'Lead recovery rates with the records behind them',
    messages: [recoveryFinding],
    routes: recoveryRoutes,
  },
];

/** The problems of every feature and of the machinery: one catalogue, published under `/problems`. */
export const MESSAGES: readonly MessageDefinitions[] = [
  coreProblem,
  httpProblem,
  authProblem,
  lawProblem,
  tableProblem,
  ...FEATURES.flatMap(({ messages = [] }) => messages),
];
