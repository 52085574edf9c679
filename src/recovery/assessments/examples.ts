/** Examples of assessments, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

export const OPEN_ASSESSMENT = { period: '2026-10', method: 'lead-recovery' as const };
export const DECIDE_ASSESSMENT = { reason: '已核对原始记录与检测报告' };
export const REVIEW_ASSESSMENT = {
  recommendation: 'certify' as const,
  reason: '数据完整，平衡闭合，建议认定',
  flagReasons: [{ code: 'BATTERIES_WITHOUT_MANIFEST', reason: '上门收集的零星电池，已核对登记' }],
};
export const DECIDE_REVISION = { revision: 1, reason: '补报数据影响轻微，维持原认定' };
export const ANSWER_OBJECTION = { upheld: false, reason: '经复核，原决定依据充分' };

export const ASSESSMENT = {
  ...{ id: ids.assessment, partyId: ids.recycler, period: '2026-10', method: 'lead-recovery' },
  ...{ state: 'draft' as const, round: 0, stateSince: '2026-11-03T01:00:00.000Z', dueOn: null, overdue: false },
  ...{ openedBy: ids.person, openedAt: '2026-11-03T01:00:00.000Z', submittedBy: null, submittedAt: null, flags: [] },
  ...{ reviewedBy: null, reviewedAt: null, recommendation: null },
  ...{ decidedBy: null, decidedAt: null, outcome: null, objectedBy: null },
  ...{ openRevision: null, comparedIndex: null, difference: null },
};

const AT = '2026-11-03T02:00:00.000Z';
const FLAGS = { flags: ['BATTERIES_WITHOUT_MANIFEST'] };
const SUBMITTED = { ...FLAGS, round: 1, dueOn: '2026-12-01', stateSince: AT, submittedBy: ids.person, submittedAt: AT };
const REVIEWED = { reviewedBy: ids.client, reviewedAt: AT, recommendation: 'certify' as const };
const DECIDED = { decidedBy: ids.person, decidedAt: AT };

/** Answers to steps, by the state to which they lead. */
export const ASSESSMENTS = {
  submitted: { ...ASSESSMENT, ...SUBMITTED, state: 'submitted' as const },
  withdrawn: { ...ASSESSMENT, state: 'withdrawn' as const },
  reviewed: { ...ASSESSMENT, ...SUBMITTED, ...REVIEWED, state: 'reviewed' as const },
  returned: { ...ASSESSMENT, ...SUBMITTED, state: 'returned' as const },
  sentBack: { ...ASSESSMENT, ...SUBMITTED, ...REVIEWED, state: 'returned' as const },
  certified: {
    ...{ ...ASSESSMENT, ...SUBMITTED, ...REVIEWED, ...DECIDED },
    ...{ state: 'certified' as const, outcome: 'certified' as const },
  },
  refused: {
    ...{ ...ASSESSMENT, ...SUBMITTED, ...REVIEWED, ...DECIDED },
    ...{ state: 'refused' as const, outcome: 'refused' as const },
  },
  objected: {
    ...{ ...ASSESSMENT, ...SUBMITTED, ...REVIEWED, ...DECIDED },
    ...{ state: 'objected' as const, outcome: 'certified' as const, objectedBy: ids.person },
  },
  answered: {
    ...{ ...ASSESSMENT, ...SUBMITTED, ...REVIEWED, ...DECIDED },
    ...{ state: 'certified' as const, outcome: 'certified' as const, objectedBy: ids.person },
  },
};

/** Answers to decisions on a revision. */
export const REVISED = {
  confirmed: { ...ASSESSMENTS.certified, comparedIndex: 4_911 },
  reopened: { ...ASSESSMENTS.certified, state: 'returned' as const, comparedIndex: 4_911 },
};

export const ASSESSMENT_STEP = {
  ...{ number: 1, step: 'open' as const, round: 0, state: 'draft' as const, takenBy: ids.person, takenAt: AT },
  ...{ reason: null, recommendation: null, flagReasons: [], upheld: null },
  ...{ contentSha256: null, changedSinceSubmission: false, difference: null, revision: null },
};

export const ASSESSMENT_CHECK = {
  ...{ assessmentId: ids.assessment, asOf: AT, journalIndex: 4_812, status: 'flagged' as const },
  findings: [
    {
      ...{ code: 'BATTERIES_WITHOUT_MANIFEST', severity: 'flag' as const, title: '未附联单的电池' },
      detail: '本期有 1 吨电池未附联单进入再生利用场所',
    },
  ],
  missingCertificates: [{ assayId: ids.assay, certificateNumber: null }],
};
