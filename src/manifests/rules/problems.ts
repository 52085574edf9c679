/** Problems of the steps of a manifest. */
import { defineProblems } from '../../core/messages/problem.ts';
import { MANIFEST_TERMS } from './terms.ts';

export const stepProblem = defineProblems(
  {
    'manifest-not-your-step': {
      kind: 'forbidden',
      en: {
        title: 'The step belongs to another organisation',
        detail: 'The {role:role} of the manifest takes the step “{step:step}”.',
        remedy: 'Ask the {role:role} to take it.',
      },
      zh: { title: '无权办理此步骤', detail: '“{step:step}”须由{role:role}办理。', remedy: '请由{role:role}办理。' },
    },
    'manifest-step-elsewhere': {
      kind: 'conflict',
      en: {
        title: 'The step is taken in another system',
        detail: 'The step “{step:step}” is taken in the system of {side:side} and reaches this system by exchange.',
        remedy: 'Take it in the system of {side:side}.',
      },
      zh: {
        title: '此步骤在其他系统办理',
        detail: '“{step:step}”须在{side:side}系统办理，办理结果通过数据交换传至本系统。',
        remedy: '请在{side:side}系统办理。',
      },
    },
    'manifest-step-not-allowed': {
      kind: 'conflict',
      en: {
        title: 'The manifest does not allow this step now',
        detail:
          'The manifest is {state:state}, so the step “{step:step}” is not possible. Steps that you can take: {allowed:path}.',
        remedy: 'Read the manifest again and take a step that it allows.',
      },
      zh: {
        title: '联单当前状态不允许此步骤',
        detail: '联单当前状态为“{state:state}”，不能办理“{step:step}”；可办理：{allowed:path}。',
        remedy: '请刷新联单，按当前状态办理。',
      },
    },
    'manifest-step-too-early': {
      kind: 'rule',
      en: {
        title: 'The step is dated before the previous step',
        detail: 'The step “{step:step}” is dated {at:time}; the previous step is dated {previousAt:time}.',
        remedy: 'Enter the time at which the step happened: {previousAt:time} or later.',
      },
      zh: {
        title: '步骤时间早于前一步骤',
        detail: '“{step:step}”的时间为 {at:time}，早于前一步骤的时间 {previousAt:time}。',
        remedy: '请填写实际发生时间，不早于 {previousAt:time}。',
      },
    },
    'manifest-number-needed': {
      kind: 'conflict',
      en: {
        title: 'The manifest has no national number yet',
        detail: 'A load is handed over under a national number or a paper manifest; this manifest has neither.',
        remedy:
          'Hand over after the national system has issued the number. While that system is down, run the transfer on paper (register-paper).',
      },
      zh: {
        title: '联单尚无编号',
        detail: '交付须有国家系统签发的联单编号或纸质联单，本联单两者均无。',
        remedy: '请待国家系统签发联单编号后再交付；国家系统无法运行的，可办理“登记纸质联单”（register-paper）。',
      },
    },
    'national-system-missing': {
      kind: 'conflict',
      en: {
        title: 'No national system is registered',
        detail:
          'A load is handed over under a national number or a paper manifest. No number will come, because this province has no national system registered.',
        remedy:
          'Ask the province office to register the national system (POST /v1/exchange/partners), or run the transfer on paper (register-paper).',
      },
      zh: {
        title: '尚未登记国家系统',
        detail: '交付须有国家系统签发的联单编号或纸质联单。本省尚未登记国家系统，联单不会获得编号。',
        remedy: '请由省级主管部门登记国家系统（POST /v1/exchange/partners），或办理“登记纸质联单”（register-paper）。',
      },
    },
    'manifest-number-invalid': {
      kind: 'rule',
      en: {
        title: 'Invalid manifest number',
        detail: 'The manifest number {number} is invalid: it must have 14 digits, such as 20264501000001.',
        remedy: 'Send the number as the national system issued it (Order 23, Art 15).',
      },
      zh: {
        title: '联单编号无效',
        detail: '联单编号 {number} 无效：须为 14 位数字，例如 20264501000001。',
        remedy: '请按国家系统签发的编号填写（部令第23号第十五条）。',
      },
    },
    'manifest-numbered-already': {
      kind: 'conflict',
      en: {
        title: 'The manifest already has a number',
        detail: 'The number {number} was issued for this manifest and does not change.',
        remedy: 'Use the number {number}.',
      },
      zh: {
        title: '联单已有编号',
        detail: '本联单的编号 {number} 已签发，不再更改。',
        remedy: '请使用编号 {number}。',
      },
    },
    'manifest-number-taken': {
      kind: 'conflict',
      en: {
        title: 'Another manifest has this number',
        detail: 'The number {number} belongs to another manifest.',
        remedy: 'Ask the national system for another number.',
      },
      zh: {
        title: '编号已被其他联单使用',
        detail: '编号 {number} 属于另一份联单。',
        remedy: '请由国家系统另行签发编号。',
      },
    },
    'manifest-lines-mismatch': {
      kind: 'rule',
      en: {
        title: 'The lines differ from those of the manifest',
        detail: 'Lines expected, each once: {expected}. Lines of the request: {given}.',
        remedy: 'Fill in each expected line once, and no other line.',
      },
      zh: {
        title: '明细行与联单不符',
        detail: '须逐一填写的行：{expected}；实际填写的行：{given}。',
        remedy: '请对上述各行各填写一次，不填写其他行。',
      },
    },
    'manifest-weighing-implausible': {
      kind: 'rule',
      en: {
        title: 'Implausible mass',
        detail:
          'Line {line}: the request gives {givenGrams:mass}. By the manifest about {expectedGrams:mass} is expected, and at most {allowedGrams:mass} is allowed.',
        remedy: 'Check the mass and its unit (grams). Do not accept a load that is not the one on this manifest.',
      },
      zh: {
        title: '称重数据异常',
        detail: '第 {line} 行填报 {givenGrams:mass}，按联单应约为 {expectedGrams:mass}，最多允许 {allowedGrams:mass}。',
        remedy: '请核对重量（填报单位为克）；确非本联单货物的，请勿在本联单上接受。',
      },
    },
    'manifest-quantities-apart': {
      kind: 'rule',
      en: {
        title: 'Mass and pieces contradict each other',
        detail:
          'Line {line}: the request gives {massGrams:mass} and {pieces} pieces. Batteries have both mass and pieces, or neither.',
        remedy: 'Enter the mass and the number of pieces that belong together, or 0 for both.',
      },
      zh: {
        title: '重量与只数不一致',
        detail: '第 {line} 行填报 {massGrams:mass}、{pieces} 只；电池的重量与只数须同时大于零或同时为零。',
        remedy: '请填写相对应的重量和只数，或均填 0。',
      },
    },
    'manifest-pieces-implausible': {
      kind: 'rule',
      en: {
        title: 'Implausible number of pieces',
        detail:
          'Line {line}: the request gives {givenPieces} pieces. By the manifest {expectedPieces} are expected, and at most {allowedPieces} are allowed.',
        remedy: 'Check the number of pieces. Do not accept a load that is not the one on this manifest.',
      },
      zh: {
        title: '只数异常',
        detail: '第 {line} 行填报 {givenPieces} 只，按联单应为 {expectedPieces} 只，最多允许 {allowedPieces} 只。',
        remedy: '请核对只数；确非本联单货物的，请勿在本联单上接受。',
      },
    },
    'manifest-pieces-differ': {
      kind: 'rule',
      en: {
        title: 'The number of pieces differs without a reason',
        detail: 'Line {line}: {expectedPieces} pieces are expected; the request gives {givenPieces}.',
        remedy:
          'Count again. If the difference is real, say so: a decision with “quantity” in differenceKinds, a return with remarks.',
      },
      zh: {
        title: '只数不符且未说明',
        detail: '第 {line} 行应为 {expectedPieces} 只，填报 {givenPieces} 只。',
        remedy:
          '请重新清点；确有差异的须予说明：作出处理意见时在差异类型（differenceKinds）中填“quantity”，退回时填写备注（remarks）。',
      },
    },
    'manifest-piece-mass-differs': {
      kind: 'rule',
      en: {
        title: 'Mass and pieces contradict the manifest',
        detail:
          'Line {line}: the request gives {massGrams:mass} for {pieces} pieces. By the manifest {expectedGrams:mass} for {expectedPieces} pieces are expected. A piece would weigh more than {factor} times as much or as little. A battery of less than {fromGrams:mass} or more than {toGrams:mass} is not accepted.',
        remedy: 'Weigh and count again, and check that the mass is in grams.',
      },
      zh: {
        title: '重量和只数与联单不符',
        detail:
          '第 {line} 行填报 {massGrams:mass}、{pieces} 只，按联单应为 {expectedGrams:mass}、{expectedPieces} 只。单只重量相差超过 {factor} 倍，且不在单只电池的合理重量 {fromGrams:mass}至 {toGrams:mass}之间。',
        remedy: '请重新称重和清点，并核对重量的填报单位（克）。',
      },
    },
    'manifest-decision-contradicts': {
      kind: 'rule',
      en: {
        title: 'The amounts contradict the decision',
        detail: 'The decision is “{step:step}”. Accepted amount given: {accepted:given}; rejected: {refused:given}.',
        remedy: 'Accept everything, accept a part and reject the rest, or reject everything, with the step for it.',
      },
      zh: {
        title: '数量与处理意见不符',
        detail: '所选处理意见“{step:step}”与数量不符：接受量{accepted:given}，拒收量{refused:given}。',
        remedy: '请核对各行的接受量和拒收量，并选择与之相符的处理意见：接受、部分接受或拒收。',
      },
    },
    'manifest-completion-missing': {
      kind: 'rule',
      en: {
        title: 'The time of completion is missing',
        detail: 'The deadline of backfilling begins when the transfer is completed (Order 23, Art 20).',
        remedy: 'Enter transferCompletedAt, such as 2026-10-05T08:30:00+08:00.',
      },
      zh: {
        title: '缺少转移完成时间',
        detail: '补录期限自转移活动完成之日起计算（部令第23号第二十条）。',
        remedy: '请填写转移完成时间（transferCompletedAt），例如 2026-10-05T08:30:00+08:00。',
      },
    },
    'manifest-method-missing': {
      kind: 'rule',
      en: {
        title: 'The treatment method does not match the amounts',
        detail:
          'Line {line}: an accepted amount needs a treatment method; without an accepted amount there must be no method.',
        remedy: 'Enter treatmentMethod for the lines with an accepted amount, and for no other line.',
      },
      zh: {
        title: '利用处置方式与数量不符',
        detail: '第 {line} 行：有接受量的须填写利用处置方式，没有接受量的不得填写。',
        remedy: '请仅对有接受量的行填写利用处置方式（treatmentMethod）。',
      },
    },
  },
  MANIFEST_TERMS,
  {
    'manifest-not-your-step': { step: 'accept', role: 'receiver' },
    'manifest-step-elsewhere': { step: 'accept', side: 'destination' },
    'manifest-step-not-allowed': { step: 'accept', state: 'accepted', allowed: [] },
    'manifest-step-too-early': {
      step: 'accept',
      at: '2026-10-07T03:00:00.000Z',
      previousAt: '2026-10-07T03:05:00.000Z',
      pointer: '#/body/at',
    },
    'manifest-lines-mismatch': { expected: [1, 2], given: [1], pointer: '#/body/lines' },
    'manifest-weighing-implausible': {
      line: 1,
      expectedGrams: 198_400,
      allowedGrams: 248_400,
      givenGrams: 1_983_900,
      pointer: '#/body/lines/0',
    },
    'manifest-quantities-apart': { line: 1, massGrams: 198_400, pieces: 0, pointer: '#/body/lines/0' },
    'manifest-pieces-implausible': {
      ...{ line: 1, expectedPieces: 12, allowedPieces: 17, givenPieces: 120, pointer: '#/body/lines/0' },
    },
    'manifest-pieces-differ': { line: 1, expectedPieces: 12, givenPieces: 10, pointer: '#/body/lines/0' },
    'manifest-piece-mass-differs': {
      ...{ line: 1, massGrams: 1, pieces: 12, expectedGrams: 198_400, expectedPieces: 12 },
      ...{ fromGrams: 25, toGrams: 10_000_000, factor: 5, pointer: '#/body/lines/0' },
    },
    'manifest-decision-contradicts': {
      step: 'accept_partially',
      accepted: true,
      refused: false,
      pointer: '#/body/lines',
    },
    'manifest-completion-missing': { pointer: '#/body/transferCompletedAt' },
    'manifest-method-missing': { line: 1 },
  },
);
