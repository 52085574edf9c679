/** Instants of a user's step: after the previous step, and after the stock that the step needs. */
import { following, type Ledgers, refuseUnheld, settleDraws } from '../../batches/rules.ts';
import type { Manifest, StepRequest, UserStep } from './command.ts';
import type { ManifestDocument } from './document.ts';
import { orderedInstants } from './effects.ts';
import type { ManifestStep } from './step.ts';
import type { Warning } from './warning.ts';

/** Steps that need the stock of the consignor's batches. */
const ON_STOCK: ReadonlySet<UserStep> = new Set<UserStep>(['submit', 'register_paper', 'backfill', 'hand_over']);

/** Returns true for the steps that promise or take mass of the consignor's batches. */
export const needsStock = (step: UserStep): boolean => ON_STOCK.has(step);

/** Steps after which batches must hold the mass of the lines. */
const PROMISING: ReadonlySet<UserStep> = new Set<UserStep>(['submit', 'register_paper']);

/**
 * Returns the request at the instant under which it is recorded. Where the previous step is dated ahead of its record,
 * its clock was ahead: the step is then taken at the instant of the previous one. An instant that is too early stays, for
 * the step to refuse.
 */
export function afterPrevious<Request extends StepRequest>(
  request: Request,
  { document, updatedAt }: Manifest,
  skewSeconds: number,
): Request {
  const previousAt = orderedInstants(document).reduce((latest, one) => (one > latest ? one : latest), '');
  if (previousAt === '') return request;
  const previous = { occurredAt: new Date(previousAt), recordedAt: updatedAt };
  const at = following(new Date(request.input.at), [previous], skewSeconds);
  return at ? withInstants(request, { at: at.toISOString() }) : request;
}

/**
 * Returns the request at the instant under which it is recorded, by the stock of its lines. Otherwise the consignor could
 * choose the day on which licences are judged. From these steps on the mass is promised, so the batches must hold it: a
 * correction may have taken it since the draft. At the hand-over the movement itself refuses.
 * @throws Problem `batch-instant-early`, `batch-mass-exceeded`, `batch-pieces-exceeded`
 */
export function onStock<Request extends StepRequest>(
  request: Request,
  { document, accounts }: Manifest,
  { ledgers, skewSeconds }: { readonly ledgers: Ledgers; readonly skewSeconds: number },
): Request {
  if (!needsStock(request.step)) return request;
  const draws = document.lines.flatMap(({ line, massGrams, pieces }) => {
    const id = accounts.find((one) => one.line === line)?.batchId;
    return id ? [{ id, massGrams, pieces }] : [];
  });
  if (PROMISING.has(request.step)) refuseUnheld(draws, ledgers, '#/document/lines');
  const settle = (at: string, pointer: string) =>
    settleDraws(draws, ledgers, { at: new Date(at), skewSeconds, pointer }).toISOString();
  const at = settle(request.input.at, '#/body/at');
  const completedAt = 'transferCompletedAt' in request.input ? request.input.transferCompletedAt : null;
  if (!completedAt) return withInstants(request, { at });
  return withInstants(request, { at, transferCompletedAt: settle(completedAt, '#/body/transferCompletedAt') });
}

function withInstants<Request extends StepRequest>(request: Request, instants: object): Request {
  return { ...request, input: { ...request.input, ...instants } };
}

/** Steps that a load takes under its number. */
const UNDER_NUMBER: ReadonlySet<ManifestStep> = new Set<ManifestStep>([
  'hand_over',
  'depart',
  'arrive',
  'accept',
  'accept_partially',
  'reject',
  'dispute',
  'close',
]);

/** Steps that are over when a transfer is completed. Closing follows all. */
const WITHIN_TRANSFER: ReadonlySet<ManifestStep> = new Set([...UNDER_NUMBER].filter((step) => step !== 'close'));

/**
 * Returns the warnings of a step whose date contradicts the rest of the manifest, by more than the tolerance of clocks: an
 * irregular record, on time or late.
 */
export function irregularWarnings(
  document: ManifestDocument,
  stamp: Pick<Warning, 'step' | 'at'>,
  skewSeconds: number,
): Warning[] {
  return [
    ...beforeNumberWarnings(document, stamp, skewSeconds),
    ...againstCompletionWarnings(document, stamp, skewSeconds),
  ];
}

/**
 * Returns the warning of a step that contradicts the completion which the consignor stated for a transfer on paper: one of
 * the transfer dated after it, or the closing dated before it. The term for entering it began with the completion (Order 23,
 * Art 20).
 */
function againstCompletionWarnings(
  { paper }: ManifestDocument,
  { step, at }: Pick<Warning, 'step' | 'at'>,
  skewSeconds: number,
): Warning[] {
  const completedAt = paper?.transferCompletedAt ?? null;
  if (completedAt === null) return [];
  const afterMs = Date.parse(at) - Date.parse(completedAt);
  const skewMs = skewSeconds * 1_000;
  const contradicts = WITHIN_TRANSFER.has(step) ? afterMs > skewMs : step === 'close' && afterMs < -skewMs;
  return contradicts ? [{ code: 'against-completion', step, at, facts: { stepAt: at, completedAt } }] : [];
}

/**
 * Returns the warning of a step that is dated before the national number, by more than the tolerance of clocks. The
 * number was there when the step was entered, and not when the load went: an irregular late record. Paper manifests have
 * deadlines of their own.
 */
function beforeNumberWarnings(
  { numberedAt, paper }: ManifestDocument,
  { step, at }: Pick<Warning, 'step' | 'at'>,
  skewSeconds: number,
): Warning[] {
  if (!UNDER_NUMBER.has(step) || paper !== null || numberedAt === null) return [];
  if (Date.parse(at) >= Date.parse(numberedAt) - skewSeconds * 1_000) return [];
  return [{ code: 'before-number', step, at, facts: { stepAt: at, numberedAt } }];
}
