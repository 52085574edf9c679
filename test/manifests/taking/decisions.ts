/** Manifests, commands, law and look-ups for tests of decisions. Unless a test changes them, they are valid. */
import type { Batch } from '../../../src/batches/index.ts';
import type { Posting } from '../../../src/batches/ledger/ledger.ts';
import type { Actor } from '../../../src/core/actor.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { codeNames } from '../../../src/core/messages/code-names.ts';
import { Problem } from '../../../src/core/messages/problem.ts';
import type { ManifestLaw } from '../../../src/manifests/law/manifest-law.ts';
import type { ReceivingLaw } from '../../../src/manifests/licensing/receiving-site.ts';
import type { Manifest, StepRequest, TakeStep, UserStep } from '../../../src/manifests/rules/command.ts';
import { digestOf, type ManifestDocument } from '../../../src/manifests/rules/document.ts';
import { PARTY_ROLES } from '../../../src/manifests/rules/manifest.ts';
import { decideStep } from '../../../src/manifests/taking/decided-step.ts';
import type { Known, Qualification } from '../../../src/manifests/taking/known.ts';
import { partyProblem } from '../../../src/parties/problems.ts';
import type { Licence, PartyStatus } from '../../../src/parties/rules.ts';
import { PIECE_MASS } from '../../batches/examples.ts';
import { inputOf, inState, minute, NUMBER } from '../rules/documents.ts';

/** The instant of the steps: late on the day of the documents of these tests. */
export const AT = minute(100);
/** One hour later. */
export const NOW = new Date(minute(160));
export const ID = (n: number): string => `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const STOCK: readonly Batch[] = [1, 2].map((line) => ({
  id: ID(10 + line),
  partyId: 'consignor',
  siteId: 'point',
  kind: 'battery',
  material: '900-052-31',
  batteryKind: 'starter',
  riskClass: 'I',
  condition: 'whole',
  sourceType: null,
  supplierName: null,
  evidence: null,
  massGrams: toGrams(2_000_000),
  pieces: 200,
  occurredAt: new Date(minute(-600)),
  recordedAt: new Date(minute(-600)),
}));

/** A manifest of which the organisations' ids are their roles. */
export function kept(document: ManifestDocument, changes: Partial<Manifest> = {}): Manifest {
  return {
    document,
    digest: digestOf(document),
    numberConfirmed: document.number !== null,
    consignorId: 'consignor',
    carrierId: 'carrier',
    receiverId: 'receiver',
    consignorSiteId: 'point',
    receiverSiteId: 'works',
    accounts: document.lines.map(({ line }) => ({
      line,
      batchId: ID(10 + line),
      transitBatchId: document.handedOverAt === null ? null : ID(20 + line),
      receivedBatchId: null,
      returnedBatchId: null,
    })),
    confirmationDueOn: null,
    late: null,
    backfillDueOn: null,
    backfilledLate: null,
    warnings: [],
    acceptedLicenceId: null,
    createdAt: new Date(minute(0)),
    updatedAt: new Date(minute(0)),
    ...changes,
  };
}

/** Kinds of site that receive, as the law has them from 2027 on. */
export const RECEIVING: ReceivingLaw = {
  sites: [
    { kind: 'generator', modes: [] },
    { kind: 'collection_point', modes: ['collection'] },
    { kind: 'recycler', modes: ['recycling'] },
  ],
  warned: [],
};

export const LAW: ManifestLaw = {
  confirmation: () => ({ workingDays: 5, calendar: { years: new Set([2026]), exceptions: new Map() } }),
  backfill: () => ({ workingDays: 10, calendar: { years: new Set([2026]), exceptions: new Map() } }),
  deadlineNotice: () => ({ workingDays: 2, calendar: { years: new Set([2026]), exceptions: new Map() } }),
  skewSeconds: () => 300,
  lateHours: () => 72,
  codes: (list) =>
    codeNames(list === 'treatment-methods' ? [{ code: 'R4' }] : [{ code: 'nature' }, { code: 'quantity' }]),
  discrepancyThreshold: () => ({ shareBasisPoints: 50, floorGrams: 20_000 }),
  weighingLimit: () => ({ shareBasisPoints: 2_000, floorGrams: 50_000 }),
  piecesLimit: () => ({ shareBasisPoints: 200, floorPieces: 5, undeclaredPieces: 0 }),
  pieceMass: () => PIECE_MASS,
  receiving: () => RECEIVING,
  licensedMethods: () => ({ effect: 'refused', sites: [] }),
  unbrokenExemption: () => undefined,
  wasteForms: () => [],
  classPackaging: () => [],
  keptApart: () => [],
  treatments: () => [],
  annualScale: () => ({ warnBasisPoints: [8_000, 10_000], blockBasisPoints: 12_000 }),
  approvalNeeded: () => true,
  paperBlocks: () => ({ maxNumbers: 1_000 }),
  paperPhotographs: () => ({ required: true, maxPerManifest: 100 }),
  storage: () => ({ massGrams: null, alertShares: [] }),
};

export const licence = (id: string, changes: Partial<Licence> = {}): Licence => ({
  id,
  partyId: 'receiver',
  number: `证${id}`,
  mode: 'recycling',
  wasteCodes: ['900-052-31'],
  annualLimitGrams: null,
  validFrom: '2026-01-01',
  validTo: '2027-01-01',
  issuer: '演示厅',
  fileName: null,
  fileSha256: null,
  registeredAt: new Date(minute(-600)),
  version: 1,
  ...changes,
});

export const qualified = (changes: Partial<Qualification> = {}): Qualification => ({
  on: '2026-09-01',
  siteKind: 'recycler',
  receiver: [[licence('a')]],
  carrier: licence('t', { mode: 'transport', partyId: 'carrier' }),
  acceptedGrams: new Map(),
  ...changes,
});

export const active = (id: string): PartyStatus => ({ id, name: `演示${id}`, state: 'active', changes: [] });

/** An organisation that changed its state at an instant. */
export const changed = (id: string, state: PartyStatus['state'], at: string): PartyStatus => ({
  id,
  name: `演示${id}`,
  state,
  changes: [
    { partyId: id, number: 1, step: 'suspend', fromState: 'active', state, reason: null, actor: 'x', at: new Date(at) },
  ],
});

/** The postings of the stock, all of it there from a minute on. */
export function ledgersAt(n: number): Map<string, readonly Posting[]> {
  const at = new Date(minute(n));
  return new Map(
    STOCK.map(({ id, massGrams, pieces }) => [id, [{ massGrams, pieces, occurredAt: at, recordedAt: at }]]),
  );
}

export const KNOWN: Known = {
  paperTaken: false,
  paper: null,
  numbersIssued: true,
  covering: null,
  now: NOW,
  province: '45',
  newIds: [ID(31), ID(32)],
  drawn: STOCK,
  sources: new Map(),
  keptApart: ['warranty-return'],
  receiverSites: [],
  parties: PARTY_ROLES.map(active),
  stock: new Map(STOCK.map((batch) => [batch.id, batch])),
  ledgers: ledgersAt(-600),
  onActDay: qualified(),
  onEntryDay: null,
  vehicles: [],
  arrivingAt: null,
};

const actorOf = (partyId: string): Actor => ({ subject: 'clerk', partyId, roles: [], source: 'local', scopes: [] });

/** The request of a user for a step, with everything that the step takes. */
export function requestFor(step: UserStep, document: ManifestDocument, at = AT): StepRequest {
  if (step === 'submit') return { step, input: { at } };
  if (step === 'backfill') return { step, input: { at, transferCompletedAt: minute(50) } };
  return { step, input: inputOf(step, document, at) } as StepRequest;
}

export const commandOf = (request: StepRequest, partyId: string, law = LAW): TakeStep => ({
  ...request,
  actor: actorOf(partyId),
  id: ID(1),
  ifVersion: null,
  law,
});

type Case = {
  readonly document: ManifestDocument;
  readonly request: StepRequest;
  readonly by?: string;
  readonly known?: Partial<Known>;
  readonly law?: Partial<ManifestLaw>;
  readonly manifest?: Partial<Manifest>;
};

/** Decides a step; valid unless a test changes something. */
export function decide({ document, request, by = 'consignor', known = {}, law = {}, manifest = {} }: Case) {
  const command = commandOf(request, by, { ...LAW, ...law });
  return decideStep(kept(document, manifest), command, { ...KNOWN, ...known });
}

export const home = (document: ManifestDocument): ManifestDocument => ({ ...document, destinationProvince: '45' });
export const numbered = (document: ManifestDocument): ManifestDocument => ({ ...document, number: NUMBER });

export function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
export const codeOf = (act: () => unknown) => problemOf(act).code;

export const lacking = (mode: string) =>
  partyProblem('licence-missing', { partyId: 'p', name: '演示', mode, wasteCode: '900-052-31', on: '2026-09-01' });

/** An acceptance within the province, by the receiver. */
export const accepting = {
  document: home(inState('arrived')),
  request: requestFor('accept', inState('arrived')),
  by: 'receiver',
};
