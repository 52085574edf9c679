/** Lists every feature with what it adds to the service, and the problems of all features. */
import { APPROVAL_FIELDS, approvalProblem, approvalRoutes } from './approvals/index.ts';
import {
  BATCH_FIELDS,
  batchProblem,
  batchRoutes,
  collectingNotice,
  collectingProblem,
  correctionProblem,
  type JudgingDeps,
  readBatchDependants,
  readUnfinishedStock,
  STORAGE_FIGURES,
  storageNotice,
} from './batches/index.ts';
import { CALENDAR_FIGURES, CODE_FIELDS, calendarProblem, codeRoutes } from './codes/index.ts';
import type { MessageDefinitions } from './core/messages/catalogue.ts';
import type { Fields } from './core/messages/field.ts';
import { coreProblem } from './core/problems.ts';
import { exchange } from './exchange/index.ts';
import { FILE_FIELDS, FILE_FIGURES, fileProblem, fileRoutes, fileSweeps } from './files/index.ts';
import {
  clientProblem,
  IDENTITY_FIELDS,
  identityRoutes,
  oauthProblem,
  personProblem,
  readPasswordGivers,
} from './identity/index.ts';
import {
  differenceProblem,
  listSeenManifests,
  MANIFEST_FIELDS,
  MANIFEST_FIGURES,
  manifestNotice,
  manifestProblem,
  manifestRoutes,
  manifestSweeps,
  openManifests,
  outageProblem,
  paperNumberProblem,
  photographProblem,
  readManifestDependants,
  stepProblem,
  wasteProblem,
} from './manifests/index.ts';
import { flowSubscription, OVERSIGHT_FIELDS, oversightProblem, oversightRoutes } from './oversight/index.ts';
import {
  changeProblem,
  importHandlers,
  importProblem,
  importSweeps,
  laboratoryProblem,
  PARTY_FIELDS,
  partyProblem,
  partyRoutes,
  readPartyDependants,
  registerNotice,
  vehicleNotice,
} from './parties/index.ts';
import { authProblem } from './platform/auth/index.ts';
import type { ReadDependants } from './platform/dependants.ts';
import type { Feature } from './platform/feature.ts';
import { HTTP_FIELDS, httpProblem, joinFields } from './platform/http/index.ts';
import { journalProblem } from './platform/journal/index.ts';
import { lawProblem } from './platform/law/index.ts';
import { tableProblem } from './platform/table/index.ts';
import type { Seen } from './platform/unseen.ts';
import {
  assessmentProblem,
  methodProblem,
  periodProblem,
  RECOVERY_FIELDS,
  REVISION_FIGURES,
  readRecoveryDependants,
  recoveryFinding,
  recoveryRoutes,
  reportProblem,
  revisionSweeps,
  touchSubscription,
} from './recovery/index.ts';
import {
  ADJUSTMENT_FIGURES,
  adjustmentProblem,
  analysisProblem,
  assayProblem,
  certificateProblem,
  dioxinProblem,
  inventoryProblem,
  judgeAdjustments,
  judgingLawIn,
  observationProblem,
  RECYCLING_FIELDS,
  readRecyclingDependants,
  recyclingProblem,
  recyclingRoutes,
  runProblem,
  useProblem,
} from './recycling/index.ts';

/** Readings of the records that depend on another, one of each feature. */
const DEPENDANTS: readonly ReadDependants[] = [
  readPartyDependants,
  readBatchDependants,
  readManifestDependants,
  readRecyclingDependants,
  readRecoveryDependants,
];

/** Kinds of affected records that not every reader of a change sees. */
export const SEEN: Seen = { manifest: listSeenManifests };

/** Checks what a correction leaves: adjustments that one person booked stay within the limit of one person. */
const judgeCorrection: JudgingDeps['judgeCorrection'] = (tx, law, corrected) =>
  judgeAdjustments(tx, judgingLawIn(law), corrected);

export const FEATURES: readonly Feature[] = [
  {
    tag: 'codes',
    group: 'Register',
    about: 'Code tables as of a day, and the work calendar',
    messages: [calendarProblem],
    fields: CODE_FIELDS,
    figures: CALENDAR_FIGURES,
    routes: codeRoutes,
  },
  {
    tag: 'parties',
    group: 'Register',
    about: 'Organisations, their sites and licences',
    messages: [partyProblem, laboratoryProblem, changeProblem, importProblem, vehicleNotice, registerNotice],
    fields: PARTY_FIELDS,
    routes: (deps) =>
      partyRoutes({ ...deps, unfinishedBusiness: [openManifests, readUnfinishedStock], dependants: DEPENDANTS }),
    handlers: importHandlers,
    sweeps: importSweeps,
  },
  {
    tag: 'batches',
    group: 'Material flow',
    about: 'Batches, movements of mass, trace and books',
    messages: [batchProblem, collectingProblem, correctionProblem, collectingNotice, storageNotice],
    fields: BATCH_FIELDS,
    figures: STORAGE_FIGURES,
    routes: (deps) => batchRoutes({ ...deps, dependants: DEPENDANTS, judgeCorrection }),
  },
  {
    tag: 'approvals',
    group: 'Material flow',
    about: 'Approvals of transfers to other provinces, and exemptions from them',
    messages: [approvalProblem],
    fields: APPROVAL_FIELDS,
    routes: approvalRoutes,
  },
  {
    tag: 'manifests',
    group: 'Material flow',
    about: 'Transfer manifests, from draft to closing',
    messages: [
      ...[manifestProblem, stepProblem, differenceProblem, wasteProblem, manifestNotice],
      ...[outageProblem, paperNumberProblem, photographProblem],
    ],
    fields: MANIFEST_FIELDS,
    figures: MANIFEST_FIGURES,
    routes: manifestRoutes,
    sweeps: manifestSweeps,
  },
  {
    tag: 'recycling',
    group: 'Material flow',
    about: 'Processing runs, assays, stock counts',
    messages: [
      recyclingProblem,
      inventoryProblem,
      runProblem,
      assayProblem,
      analysisProblem,
      dioxinProblem,
      observationProblem,
      useProblem,
      certificateProblem,
      adjustmentProblem,
    ],
    fields: RECYCLING_FIELDS,
    figures: ADJUSTMENT_FIGURES,
    routes: (deps) => recyclingRoutes({ ...deps, dependants: DEPENDANTS, judgeCorrection, readPasswordGivers }),
  },
  {
    tag: 'files',
    group: 'Material flow',
    about: 'Uploaded files, such as certificates of assays',
    messages: [fileProblem],
    fields: FILE_FIELDS,
    figures: FILE_FIGURES,
    routes: fileRoutes,
    sweeps: fileSweeps,
  },
  { tag: 'exchange', group: 'Exchange', about: 'Partners and signed messages between authorities', ...exchange },
  {
    tag: 'identity',
    group: 'Access',
    about: 'People and clients that obtain tokens here',
    messages: [personProblem, clientProblem, oauthProblem],
    fields: IDENTITY_FIELDS,
    routes: (deps) => identityRoutes({ ...deps, dependants: DEPENDANTS }),
  },
  {
    tag: 'recovery',
    group: 'Material flow',
    about: 'Lead recovery rates with the records behind them',
    messages: [recoveryFinding, periodProblem, methodProblem, reportProblem, assessmentProblem],
    fields: RECOVERY_FIELDS,
    routes: (deps) => recoveryRoutes({ ...deps, readPasswordGivers }),
    subscriptions: () => [touchSubscription],
    sweeps: revisionSweeps,
    figures: REVISION_FIGURES,
  },
  {
    tag: 'oversight',
    group: 'Material flow',
    about: 'The sealed journal, and figures made from it',
    messages: [oversightProblem],
    fields: OVERSIGHT_FIELDS,
    routes: oversightRoutes,
    subscriptions: () => [flowSubscription],
  },
];

/** Problems of all features and of the platform: one catalogue, published under `/problems`. */
export const MESSAGES: readonly MessageDefinitions[] = [
  coreProblem,
  httpProblem,
  authProblem,
  lawProblem,
  journalProblem,
  tableProblem,
  ...FEATURES.flatMap(({ messages = [] }) => messages),
];

/** Names of the fields of every request, as forms show them. */
export const FIELDS: Fields = joinFields([HTTP_FIELDS, ...FEATURES.map(({ fields = {} }) => fields)]);
