/**
 * Looks up every record that a step depends on. Lock order: the manifest (held by the caller), organisations, licences,
 * approvals, batches.
 */
import { readCovering } from '../../approvals/index.ts';
import { lockBatches, lockRecordedBatches, readLedgers, readSiteStock } from '../../batches/index.ts';
import { dayOf } from '../../core/calendar.ts';
import { Problem } from '../../core/messages/problem.ts';
import {
  findSite,
  type Licence,
  listSitesOf,
  lockStatuses,
  requireLicence,
  requireLicences,
  type Site,
  vehiclesOf,
} from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { sumAccepted } from '../licensing/accepted-store.ts';
import { loadOf, needsCover } from '../licensing/cover.ts';
import { findDescribedSite, receivingModes } from '../licensing/receiving-site.ts';
import { yearOf } from '../licensing/scale.ts';
import { transportModeOf } from '../licensing/transport-mode.ts';
import { judgesPaper } from '../numbering/paper.ts';
import { isOnOtherPaper, readPaperFindings } from '../numbering/paper-store.ts';
import { hasNationalSystem } from '../numbering/store.ts';
import type { Answer } from '../rules/answer.ts';
import type { Manifest, TakeStep, UserStep } from '../rules/command.ts';
import { needsStock } from '../rules/instants.ts';
import { MANIFEST_STEPS } from '../rules/manifest.ts';
import type { Books } from '../rules/movements.ts';
import type { ManifestStep } from '../rules/step.ts';
import { isUnnumbered, judgedAt, lateEntryIn, receivedOn } from './decided-step.ts';
import type { Known, Qualification } from './known.ts';
import { judgedOnEntryDay } from './late-entry.ts';

/** Reads the records that a step depends on and locks them until the transaction ends. Refuses nothing itself. */
export async function lookUp(tx: Tx, deps: Deps, before: Manifest, command: TakeStep): Promise<Known> {
  const { step } = command;
  const { concerned } = MANIFEST_STEPS[step];
  const ids = concerned.map((role) => before[`${role}Id`]);
  const parties = await lockStatuses(tx, ids);
  const licences = await lookUpLicences(tx, before, command, deps.clock());
  const covering = needsCover(step, before)
    ? await readCovering(tx, loadOf(before), { locking: step === 'hand_over' })
    : null;
  const vehicles = command.step === 'depart' ? await vehiclesOf(tx, before.carrierId, command.input.plates) : [];
  const promised = BEGINNING.has(step) ? await lockBatches(tx, stockOf(before)) : undefined;
  const keptApart = command.law.keptApart(dayOf(deps.clock()));
  const books = await lookUpBooks(tx, deps, before, { step, keptApart });
  const stock = promised ?? drawnById(books);
  const ledgers = await readLedgers(tx, needsStock(step) ? stockOf(before) : []);
  const arrivingAt = await lookUpArrival(tx, before, command, books.receiverSites);
  const numbersIssued = !isUnnumbered(before, step) || (await hasNationalSystem(tx));
  const paperTaken = await isPaperTaken(tx, before, command);
  const paper = await lookUpPaper(tx, before, command);
  const form = { paperTaken, paper, numbersIssued };
  return { ...books, ...licences, ...form, covering, parties, vehicles, stock, ledgers, arrivingAt };
}

/** Reads and locks the batches and sites that a step needs to move mass, for taken and replayed steps. */
export async function lookUpBooks(
  tx: Tx,
  deps: Deps,
  before: Manifest,
  { step, keptApart }: { readonly step: ManifestStep } & Pick<Books, 'keptApart'>,
): Promise<Books> {
  const { accounts, consignorId, receiverId, receiverSiteId } = before;
  const drawn =
    step === 'hand_over'
      ? await answerOf(lockRecordedBatches(tx, stockOf(before), consignorId, '#/document/lines/*/batchId'))
      : [];
  const returning = step === 'close';
  const moved =
    DECIDING.has(step) || returning
      ? accounts.flatMap(({ batchId, transitBatchId }) =>
          [transitBatchId ?? [], returning ? (batchId ?? []) : []].flat(),
        )
      : [];
  const locked = await lockBatches(tx, moved);
  return {
    now: deps.clock(),
    province: deps.province,
    newIds: before.document.lines.map(() => deps.newId()),
    drawn,
    sources: locked,
    keptApart,
    receiverSites: receiverSiteId === null && ACCEPTING.has(step) ? await listSitesOf(tx, receiverId) : [],
  };
}

const isPaperTaken = async (tx: Tx, { document: { id }, consignorId }: Manifest, { step, input }: TakeStep) =>
  step === 'register_paper' && (await isOnOtherPaper(tx, { id, consignorId, number: input.number }));

/** Looks up what is known about the form of a load on paper. */
async function lookUpPaper(tx: Tx, { document, consignorId }: Manifest, command: TakeStep) {
  const { step, input } = command;
  const number = step === 'register_paper' ? input.number : document.paper?.number;
  if (number === undefined || !judgesPaper(step)) return null;
  const stated = 'transferCompletedAt' in input ? input.transferCompletedAt : null;
  const completedAt = stated ?? document.paper?.transferCompletedAt ?? null;
  const { id, consignorSite } = document;
  const { divisionCode } = consignorSite;
  return readPaperFindings(tx, { id, consignorId, divisionCode, number, at: input.at, completedAt });
}

const BEGINNING: ReadonlySet<UserStep> = new Set<UserStep>(['submit', 'register_paper', 'backfill']);
const ACCEPTING: ReadonlySet<ManifestStep> = new Set<ManifestStep>(['accept', 'accept_partially']);
const DECIDING: ReadonlySet<ManifestStep> = new Set<ManifestStep>([...ACCEPTING, 'reject']);

/** Batches of a hand-over, by id. A refused look-up is left to the movement. */
const drawnById = ({ drawn }: Books): Known['stock'] =>
  new Map(drawn instanceof Problem ? [] : drawn.map((batch) => [batch.id, batch]));

const stockOf = ({ accounts }: Manifest): string[] => accounts.flatMap(({ batchId }) => batchId ?? []);

type Days = Pick<Known, 'onActDay' | 'onEntryDay'>;

/** Licences on the day of the act, and on the day of entry for a late entry. */
async function lookUpLicences(tx: Tx, before: Manifest, command: TakeStep, now: Date): Promise<Days> {
  const { step } = command;
  const accepting = ACCEPTING.has(step);
  if (!accepting && step !== 'submit' && step !== 'backfill') return { onActDay: null, onEntryDay: null };
  const late = judgedOnEntryDay(step) && lateEntryIn(command, now) !== undefined;
  const on = (at: Date, entry: boolean) =>
    accepting
      ? countableOn(tx, before, command, { on: dayOf(at), lateEntries: entry })
      : qualifiedOn(tx, before, command, dayOf(at));
  const onActDay = await on(judgedAt(command, before), false);
  return { onActDay, onEntryDay: late ? await on(now, true) : null };
}

/** Reads the licences under which a load may be carried and received. */
async function qualifiedOn(tx: Tx, before: Manifest, command: TakeStep, on: string): Promise<Qualification> {
  const { law } = command;
  const { carrierId, document } = before;
  const { wasteCode, lines } = document;
  const receiver = await receiverLicencesOn(tx, before, command, { on, counting: false });
  const hazardous = transportModeOf(wasteCode, lines, law.unbrokenExemption(on)) === 'hazardous';
  const carrier = hazardous
    ? await answerOf(requireLicence(tx, carrierId, { mode: 'transport', wasteCode, on }))
    : null;
  return { on, ...receiver, carrier, acceptedGrams: new Map() };
}

/**
 * Reads the licences that an acceptance may count against, with the mass accepted under them in the year. They stay
 * locked until the transaction ends, so that concurrent decisions are added up one after the other.
 */
async function countableOn(
  tx: Tx,
  before: Manifest,
  command: TakeStep,
  { on, lateEntries }: { readonly on: string; readonly lateEntries: boolean },
): Promise<Qualification> {
  const receiver = await receiverLicencesOn(tx, before, command, { on, counting: true });
  const licences = receiver.receiver.flatMap((answer) => (answer instanceof Problem ? [] : answer));
  const { from, to } = yearOf(on);
  const query = { licences, from, to, exceptManifestId: before.document.id, lateEntries };
  const acceptedGrams = licences.length === 0 ? new Map<string, number>() : await sumAccepted(tx, query);
  return { on, ...receiver, carrier: null, acceptedGrams };
}

/** Reads the receiver's licences for the waste on a day, for each mode that its site allows. */
async function receiverLicencesOn(
  tx: Tx,
  before: Manifest,
  command: TakeStep,
  { on, counting }: { readonly on: string; readonly counting: boolean },
): Promise<Pick<Qualification, 'siteKind' | 'receiver'>> {
  const { receiverId, receiverSiteId, document } = before;
  const { wasteCode } = document;
  const site = receiverSiteId === null ? undefined : await findSite(tx, receiverSiteId);
  const siteKind = site?.kind ?? null;
  const receiver: Answer<readonly Licence[]>[] = [];
  for (const mode of receivingModes(siteKind, command.law.receiving(receivedOn(command, before)))) {
    receiver.push(await answerOf(requireLicences(tx, receiverId, { mode, wasteCode, on }, { counting })));
  }
  return { siteKind, receiver };
}

/** Reads the site that receives accepted or returned mass, with its stock. */
async function lookUpArrival(
  tx: Tx,
  { consignorSiteId, receiverSiteId, document }: Manifest,
  { step, input, law }: TakeStep,
  receiverSites: readonly Site[],
): Promise<Known['arrivingAt']> {
  const receiving = () => receiverSiteId ?? findDescribedSite(receiverSites, document.receiverSite)?.id ?? null;
  const siteId = step === 'close' ? consignorSiteId : ACCEPTING.has(step) ? receiving() : null;
  if (siteId === null) return null;
  const on = dayOf(new Date(input.at));
  const stock = await readSiteStock(tx, siteId, (kind) => law.storage(kind, on));
  return stock ? { siteId, ...stock } : null;
}

/** Returns the result of a look-up, with its problem as a value. */
async function answerOf<Value>(looking: Promise<Value>): Promise<Answer<Value>> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
