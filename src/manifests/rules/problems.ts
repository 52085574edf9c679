/** Problems of the steps of a manifest. */
import { defineProblems } from '../../core/messages/problem.ts';

export const stepProblem = defineProblems({
  'manifest-not-your-step': {
    kind: 'forbidden',
    en: {
      title: 'Not your step',
      detail: 'The step {step} is taken by the {role} of the manifest.',
      remedy: 'Leave this step to the {role}.',
    },
    zh: { title: '无权办理此步骤', detail: '步骤 {step} 由联单的 {role} 办理。', remedy: '请由 {role} 办理此步骤。' },
  },
  'manifest-step-elsewhere': {
    kind: 'conflict',
    en: {
      title: 'The step is taken in another system',
      detail: 'The step {step} belongs to the {side} of the manifest and arrives here by exchange.',
      remedy: 'Take it in the system of the {side}.',
    },
    zh: {
      title: '此步骤在其他系统办理',
      detail: '步骤 {step} 属于 {side} 一方，将通过数据交换到达本系统。',
      remedy: '请在 {side} 一方的系统办理。',
    },
  },
  'manifest-step-not-allowed': {
    kind: 'conflict',
    en: {
      title: 'The manifest does not allow this step now',
      detail: 'A manifest that is {state} cannot {step}; it allows: {allowed}.',
      remedy: 'Read the manifest again and take a step that it allows.',
    },
    zh: {
      title: '联单当前状态不允许此步骤',
      detail: '状态为 {state} 的联单不能 {step}；允许：{allowed}。',
      remedy: '请重新读取联单，办理允许的步骤。',
    },
  },
  'manifest-step-too-early': {
    kind: 'rule',
    en: {
      title: 'The step is dated before the one it follows',
      detail: 'The step {step} is dated {at}; the manifest is already at {previousAt}.',
      remedy: 'Give the time at which it happened, not before {previousAt}.',
    },
    zh: {
      title: '步骤时间早于前一步骤',
      detail: '步骤 {step} 的时间为 {at}，联单已到 {previousAt}。',
      remedy: '请填写实际发生时间，不早于 {previousAt}。',
    },
  },
  'manifest-number-needed': {
    kind: 'conflict',
    en: {
      title: 'The manifest has no national number yet',
      detail: 'A load is handed over under a national number or a paper manifest; this one has neither.',
      remedy: 'Wait until the national system has issued the number, then hand over.',
    },
    zh: {
      title: '联单尚无全国统一编号',
      detail: '交付须有全国统一编号或纸质联单，本联单两者均无。',
      remedy: '请等待国家系统编号后再交付。',
    },
  },
  'manifest-number-invalid': {
    kind: 'rule',
    en: {
      title: 'This is no manifest number',
      detail: '{number} is not 14 digits.',
      remedy: 'Send the number as Order 23, Art 15 has it.',
    },
    zh: { title: '联单编号无效', detail: '{number} 不是 14 位数字。', remedy: '请按部令第23号第十五条填写编号。' },
  },
  'manifest-numbered-already': {
    kind: 'conflict',
    en: {
      title: 'The manifest has its number',
      detail: 'The number {number} was issued already and stays.',
      remedy: 'Use the number {number}.',
    },
    zh: { title: '联单已有编号', detail: '编号 {number} 已签发，不再更改。', remedy: '请使用编号 {number}。' },
  },
  'manifest-number-taken': {
    kind: 'conflict',
    en: {
      title: 'Another manifest has this number',
      detail: 'The number {number} is that of another manifest.',
      remedy: 'Have the national system issue another number.',
    },
    zh: { title: '编号已被其他联单使用', detail: '编号 {number} 属于另一份联单。', remedy: '请由国家系统另行编号。' },
  },
  'manifest-lines-mismatch': {
    kind: 'rule',
    en: {
      title: 'The lines are not those of the manifest',
      detail: 'Lines {expected} are to be answered, each once; {given} were given.',
      remedy: 'Answer each of the lines {expected} once.',
    },
    zh: {
      title: '明细行与联单不符',
      detail: '须逐一填写第 {expected} 行，实际为第 {given} 行。',
      remedy: '请对第 {expected} 行各填写一次。',
    },
  },
  'manifest-weighing-implausible': {
    kind: 'rule',
    en: {
      title: 'The mass cannot be what was weighed',
      detail:
        'Line {line}: {givenGrams} g were given where {expectedGrams} g were expected; at most {allowedGrams} g can be.',
      remedy: 'Check the mass and its unit, grams. A load that differs so much is not the one on the manifest.',
    },
    zh: {
      title: '称量值不可信',
      detail: '第 {line} 行：填写 {givenGrams} 克，应为约 {expectedGrams} 克，最多允许 {allowedGrams} 克。',
      remedy: '请核对质量及单位（克）。相差如此之大的货物并非本联单所载。',
    },
  },
  'manifest-decision-contradicts': {
    kind: 'rule',
    en: {
      title: 'The masses contradict the decision',
      detail: 'The step is {step}, but something accepted: {accepted}, something refused: {refused}.',
      remedy: 'Accept all, accept and refuse a part, or refuse all, and take the step that says so.',
    },
    zh: {
      title: '数量与处理意见矛盾',
      detail: '步骤为 {step}，但有接受量：{accepted}，有拒收量：{refused}。',
      remedy: '请选择与接受量、拒收量一致的处理意见。',
    },
  },
  'manifest-completion-missing': {
    kind: 'rule',
    en: {
      title: 'It is not said when the transfer was completed',
      detail: 'The term of back-filling begins when the transfer is completed (Order 23, Art 20).',
      remedy: 'Give transferCompletedAt.',
    },
    zh: {
      title: '未填写转移完成时间',
      detail: '补录期限自转移活动完成之日起计算（部令第23号第二十条）。',
      remedy: '请填写 transferCompletedAt。',
    },
  },
  'manifest-method-missing': {
    kind: 'rule',
    en: {
      title: 'The treatment method does not fit',
      detail: 'Line {line}: what is accepted names its treatment method, what is refused names none.',
      remedy: 'Give treatmentMethod for every line of which something is accepted, and only there.',
    },
    zh: {
      title: '利用处置方式不符',
      detail: '第 {line} 行：接受的须填写利用处置方式，拒收的不填写。',
      remedy: '请仅对有接受量的行填写 treatmentMethod。',
    },
  },
});
