/** Problems of assessments. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { ASSESSMENT_TERMS } from './terms.ts';

export const assessmentProblem = defineProblems(
  {
    'assessment-missing': {
      kind: 'missing',
      en: {
        title: 'Assessment not found',
        detail: 'No assessment {id} is visible to you.',
        remedy: 'Check the id. List assessments: GET /v1/assessments.',
      },
      zh: {
        title: '认定不存在',
        detail: '没有您可查看的认定 {id}。',
        remedy: '请核对编号；可通过 GET /v1/assessments 查询。',
      },
    },
    'assessment-period-open': {
      kind: 'rule',
      en: {
        title: 'Period is in progress',
        detail: 'The period {period} ends at {endsAt:time}. Only a closed period is assessed.',
        remedy: 'Open the assessment when the period has ended, or choose an earlier one.',
      },
      zh: {
        title: '评价期间尚未结束',
        detail: '评价期间 {period} 于 {endsAt:time} 结束；仅可对已结束的期间申请认定。',
        remedy: '请在期间结束后申请，或选择更早的期间。',
      },
    },
    'assessment-exists': {
      kind: 'conflict',
      en: {
        title: 'Assessment exists',
        detail: 'Assessment {existingId} covers the same period and method.',
        remedy: 'Go on with that assessment, or withdraw it first.',
      },
      zh: {
        title: '已有认定申请',
        detail: '同一期间、同一方法已有认定 {existingId}。',
        remedy: '请继续办理该认定，或先撤回。',
      },
    },
    'assessment-step-not-allowed': {
      kind: 'conflict',
      en: {
        title: 'Step not allowed',
        detail: 'Assessment {id} is {state:assessmentState}. The step “{step:assessmentStep}” cannot be taken then.',
        remedy: 'Read the assessment again. Steps that are possible: {allowed:assessmentStep}.',
      },
      zh: {
        title: '当前状态不能办理该步骤',
        detail: '认定 {id} 的状态为“{state:assessmentState}”，不能办理“{step:assessmentStep}”。',
        remedy: '请重新查询该认定；目前可办理：{allowed:assessmentStep}。',
      },
    },
    'assessment-blocked': {
      kind: 'rule',
      en: {
        title: 'Findings block the assessment',
        detail: 'The evaluation of the period is blocked by: {findings:finding}.',
        remedy: 'Remove the causes, which GET /v1/assessments/{id}/check shows with their remedies.',
      },
      zh: {
        title: '存在阻断事项',
        detail: '本期间评价存在阻断事项：{findings:finding}。',
        remedy: '请先消除原因；GET /v1/assessments/{id}/check 列出各事项及处理办法。',
      },
    },
    'assessment-flag-unexplained': {
      kind: 'rule',
      en: {
        title: 'Reason for a flag missing',
        detail: 'A recommendation to certify needs a reason for each flag. Without one: {findings:finding}.',
        remedy:
          'Write in `flagReasons` why each flag is no obstacle, or return the assessment. `occurrences` names each flag without a reason.',
      },
      zh: {
        title: '缺少提示事项的说明',
        detail: '建议认定的，须对每个提示事项作出书面说明；尚缺：{findings:finding}。',
        remedy: '请在 `flagReasons` 中逐项说明，或退回补正；`occurrences` 列明尚缺说明的各项。',
      },
    },
    'assessment-not-recommended': {
      kind: 'conflict',
      en: {
        title: 'Expert does not recommend certification',
        detail: 'The expert who reviewed assessment {id} does not recommend to certify it.',
        remedy: 'Refuse it, or send it back for a new round.',
      },
      zh: {
        title: '评审意见不支持认定',
        detail: '认定 {id} 的评审意见为建议不予认定。',
        remedy: '请作出不予认定的决定，或退回重新申报。',
      },
    },
    'assessment-not-independent': {
      kind: 'forbidden',
      en: {
        title: 'Independent person needed',
        detail: 'You took an earlier step of assessment {id}, or act for an organisation.',
        remedy: 'Submission, review and decision take three people. Let another one take this step.',
      },
      zh: {
        title: '须由独立人员办理',
        detail: '您已办理认定 {id} 此前的步骤，或代表某一单位。',
        remedy: '提交、评审和认定须由三人分别办理，请由其他人员办理本步骤。',
      },
    },
    'assessment-person-needed': {
      kind: 'forbidden',
      en: {
        title: 'Person needed',
        detail:
          'Assessment {id} is submitted and objected to by a person. The token belongs to a system or was issued without a login.',
        remedy: 'Let a person who has logged in take the step.',
      },
      zh: {
        title: '须由人员办理',
        detail: '认定 {id} 的提交和异议须由人员办理，而当前令牌属于系统客户端，或未经人员登录取得。',
        remedy: '请由人员登录后办理。',
      },
    },
    'assessment-not-certified': {
      kind: 'conflict',
      en: {
        title: 'Assessment is not certified',
        detail: 'Assessment {id} was never certified, so it has no evidence yet.',
        remedy: 'Read the assessment with GET /v1/assessments/{id}.',
      },
      zh: {
        title: '尚未认定',
        detail: '认定 {id} 从未通过认定，尚无证据包。',
        remedy: '请通过 GET /v1/assessments/{id} 查询办理情况。',
      },
    },
    'assessment-journal-behind': {
      kind: 'conflict',
      en: {
        title: 'Journal is not sealed yet',
        detail: 'The journal has entries of {subject} that are not sealed yet.',
        remedy: 'Try again in a few seconds.',
      },
      zh: {
        title: '日志尚未定序',
        detail: '{subject} 的日志尚有未定序的条目。',
        remedy: '请数秒后重试。',
      },
    },
    'assessment-objection-late': {
      kind: 'rule',
      en: {
        title: 'Time for objections is over',
        detail: 'Objections to the decision on assessment {id} were possible until {dueOn}.',
        remedy: 'A decision without an objection in time is final.',
      },
      zh: {
        title: '异议期限已过',
        detail: '对认定 {id} 的决定提出异议的期限为 {dueOn}。',
        remedy: '逾期未提出异议的，原决定有效。',
      },
    },
    'assessment-revision-missing': {
      kind: 'conflict',
      en: {
        title: 'No revision is open',
        detail: 'The certified figure of assessment {id} has no open revision.',
        remedy: 'Read GET /v1/assessments/{id}/revisions. A revision opens when later records would change the figure.',
      },
      zh: {
        title: '没有待处理的修订',
        detail: '认定 {id} 的结果没有待处理的修订。',
        remedy: '请查询 GET /v1/assessments/{id}/revisions；后续记录影响认定结果时，系统自动提出修订。',
      },
    },
    'assessment-revision-replaced': {
      kind: 'conflict',
      en: {
        title: 'Another revision is open',
        detail: 'Revision {revision} of assessment {id} is not open. Revision {openRevision} is.',
        remedy: 'Read the open revision, and decide on that one.',
      },
      zh: {
        title: '修订已更新',
        detail: '认定 {id} 的第 {revision} 次修订不在待处理状态，目前待处理的是第 {openRevision} 次修订。',
        remedy: '请核对最新修订后再作决定。',
      },
    },
    'assessment-objection-exists': {
      kind: 'conflict',
      en: {
        title: 'Objection was answered',
        detail: 'The decision of this round on assessment {id} has been objected to before.',
        remedy: 'Each round has one objection.',
      },
      zh: {
        title: '异议已处理',
        detail: '认定 {id} 本轮决定已提出过异议。',
        remedy: '每轮只能提出一次异议。',
      },
    },
  },
  ASSESSMENT_TERMS,
  {
    'assessment-missing': { id: NOTHING, pointer: '#/params/id' },
    'assessment-period-open': { period: '2026-11', endsAt: '2026-11-30T16:00:00.000Z', pointer: '#/body/period' },
    'assessment-exists': { existingId: ids.assessment },
    'assessment-step-not-allowed': { id: ids.assessment, state: 'certified', step: 'submit', allowed: ['object'] },
    'assessment-blocked': { id: ids.assessment, findings: ['STOCK_COUNT_MISSING'] },
    'assessment-flag-unexplained': {
      ...{ findings: ['OTHER_FEED_SHARE_HIGH'], occurrences: ['OTHER_FEED_SHARE_HIGH'] },
      pointer: '#/body/flagReasons',
    },
    'assessment-not-recommended': { id: ids.assessment },
    'assessment-not-independent': { id: ids.assessment },
    'assessment-person-needed': { id: ids.assessment },
    'assessment-not-certified': { id: ids.assessment },
    'assessment-journal-behind': { subject: `manifest:${ids.manifest}` },
    'assessment-objection-late': { id: ids.assessment, dueOn: '2026-11-20' },
    'assessment-revision-missing': { id: ids.assessment },
    'assessment-revision-replaced': { id: ids.assessment, revision: 1, openRevision: 2, pointer: '#/body/revision' },
    'assessment-objection-exists': { id: ids.assessment },
  },
);
