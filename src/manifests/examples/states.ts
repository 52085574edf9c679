/** Examples of a manifest after each step, for the description of the API. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import type { UserStep } from '../rules/command.ts';
import { MANIFEST } from './manifests.ts';

const [LINE] = MANIFEST.lines;
const PENDING_LINE = {
  ...{ ...LINE, weighedGrams: null, acceptedGrams: null, acceptedPieces: null, refusedGrams: null },
  ...{ refusedPieces: null, treatmentMethod: null, receivedBatchId: null },
};

/** A load that waits for the decision of its receiver. */
const UNDECIDED = { significantDifference: null, decidedAt: null, late: null, acceptedLicenceId: null };

export const DRAFTED = {
  ...{ ...MANIFEST, ...UNDECIDED, version: 0, state: 'draft' as const, number: null, numbering: 'draft' as const },
  ...{
    receiverLicence: null,
    transportMode: null,
    transport: null,
    lines: [{ ...PENDING_LINE, transitBatchId: null }],
  },
  ...{ submittedAt: null, numberedAt: null, handedOverAt: null, departedAt: null, arrivedAt: null },
  ...{ confirmationDueOn: null, updatedAt: MANIFEST.createdAt },
};

const SUBMITTED = {
  ...{ ...DRAFTED, version: 1, state: 'submitted' as const, numbering: 'pending' as const },
  ...{ receiverLicence: MANIFEST.receiverLicence, transportMode: MANIFEST.transportMode },
  ...{ submittedAt: MANIFEST.submittedAt, updatedAt: MANIFEST.submittedAt },
};

const NUMBERED = { number: MANIFEST.number, numbering: MANIFEST.numbering, numberedAt: MANIFEST.numberedAt };

const HANDED_OVER = {
  ...{ ...SUBMITTED, ...NUMBERED, version: 3, state: 'handed_over' as const, lines: [PENDING_LINE] },
  ...{ handedOverAt: MANIFEST.handedOverAt, updatedAt: MANIFEST.handedOverAt },
};

const DEPARTED = {
  ...{ ...HANDED_OVER, version: 4, state: 'in_transit' as const, transport: MANIFEST.transport },
  ...{ departedAt: MANIFEST.departedAt, updatedAt: MANIFEST.departedAt },
};

const ARRIVED = {
  ...{ ...DEPARTED, version: 5, state: 'arrived' as const, confirmationDueOn: MANIFEST.confirmationDueOn },
  ...{ arrivedAt: MANIFEST.arrivedAt, updatedAt: MANIFEST.arrivedAt },
};

const WEIGHED = { sentGrams: 198_400, weighedGrams: 198_400 };
/** The warning of a decision with a significant difference. */
const DIFFERING = {
  at: MANIFEST.decidedAt,
  code: 'significant-difference',
  severity: 'flag',
  title: 'Significant difference',
};
const PARTLY_DIFFERING = {
  ...{ ...DIFFERING, step: 'accept_partially', facts: { ...WEIGHED, refusedGrams: 33_400 } },
  detail:
    'The receiver found a significant difference: 198.4 kg were sent, 198.4 kg weighed, 33.4 kg refused. It is in the journals of both provinces, where the authority of the receiver sees it (Order 23, Art 18).',
};
const REJECTED_DIFFERING = {
  ...{ ...DIFFERING, step: 'reject', facts: { ...WEIGHED, refusedGrams: 198_400 } },
  detail:
    'The receiver found a significant difference: 198.4 kg were sent, 198.4 kg weighed, 198.4 kg refused. It is in the journals of both provinces, where the authority of the receiver sees it (Order 23, Art 18).',
};

const PARTLY_LINE = {
  ...{ ...LINE, weighedGrams: 198_400, acceptedGrams: 165_000, acceptedPieces: 10 },
  ...{ refusedGrams: 33_400, refusedPieces: 2 },
};

const PARTLY = {
  ...{ ...MANIFEST, state: 'partially_accepted' as const, significantDifference: true, differenceKinds: ['quantity'] },
  ...{ remarks: '2 只电池外壳破损，拒收。', warnings: [PARTLY_DIFFERING] },
  lines: [PARTLY_LINE],
};

const ON_PAPER = {
  ...{ ...DRAFTED, state: 'offline_paper' as const, numbering: 'paper' as const, updatedAt: MANIFEST.handedOverAt },
  paper: { number: '桂A-2026-000123', reason: '固废系统停机维护', transferCompletedAt: null },
};

/** The manifest as the answer to each step shows it. */
export const AFTER_STEP: Readonly<Record<UserStep, object>> = {
  submit: SUBMITTED,
  register_paper: ON_PAPER,
  backfill: {
    ...{ ...ON_PAPER, version: 1, state: 'submitted', backfillDueOn: '2026-10-20' },
    ...{ receiverLicence: MANIFEST.receiverLicence, transportMode: MANIFEST.transportMode },
    paper: { ...ON_PAPER.paper, transferCompletedAt: '2026-10-07T04:00:00.000Z' },
    ...{ submittedAt: '2026-10-09T01:00:00.000Z', updatedAt: '2026-10-09T01:00:00.000Z', backfilledLate: false },
  },
  hand_over: HANDED_OVER,
  depart: DEPARTED,
  arrive: ARRIVED,
  accept: MANIFEST,
  accept_partially: PARTLY,
  reject: {
    ...{ ...MANIFEST, state: 'rejected', significantDifference: true, differenceKinds: ['nature'] },
    ...{ remarks: '实物与联单不符，全部拒收。', acceptedLicenceId: null },
    warnings: [REJECTED_DIFFERING],
    lines: [
      {
        ...{ ...LINE, weighedGrams: 198_400, acceptedGrams: 0, acceptedPieces: 0, refusedGrams: 198_400 },
        ...{ refusedPieces: 12, treatmentMethod: null, receivedBatchId: null },
      },
    ],
  },
  dispute: {
    ...{ ...ARRIVED, version: 6, state: 'disputed', differenceKinds: ['quantity'] },
    ...{ remarks: '过磅重量与联单不符，正在核实。', disputedAt: MANIFEST.decidedAt, updatedAt: MANIFEST.decidedAt },
  },
  close: {
    ...{ ...PARTLY, version: 7, state: 'closed', closingRemarks: '拒收货物已退回。' },
    ...{ closedAt: '2026-10-08T02:00:00.000Z', updatedAt: '2026-10-08T02:00:00.000Z' },
    lines: [{ ...PARTLY_LINE, returnedGrams: 33_400, returnedPieces: 2, returnedBatchId: EXAMPLE_IDS.otherBatch }],
  },
  cancel: {
    ...{ ...SUBMITTED, ...NUMBERED, version: 3, state: 'cancelled', cancellationReason: '运输计划取消。' },
    ...{ cancelledAt: '2026-10-07T00:30:00.000Z', updatedAt: '2026-10-07T00:30:00.000Z' },
  },
};
