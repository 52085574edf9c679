/** Problems of differences that are not explained. */
import { exampleCodes } from '../../core/example-codes.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const differenceProblem = defineProblems(
  {
    'manifest-reason-missing': {
      kind: 'rule',
      en: {
        title: 'The reason is missing',
        detail:
          'A dispute or refusal says what differs (Order 23, Art 18); neither differenceKinds nor remarks are given.',
        remedy: 'Give at least one kind of difference ({known:code}), or the reason in remarks.',
      },
      zh: {
        title: '未说明原因',
        detail:
          '提出差异或拒收的，须说明差异情况（部令第23号第十八条）；“差异类型”（differenceKinds）和“备注”（remarks）均未填写。',
        remedy: '请至少填写一种差异类型（{known:code}），或在备注中说明原因。',
      },
    },
    'manifest-return-unexplained': {
      kind: 'rule',
      en: {
        title: 'The return is not explained',
        detail:
          'Line {line}: {refusedGrams:mass} were refused and {returnedGrams:mass} came back. A difference above the threshold must be explained.',
        remedy: 'Correct returnedGrams, or say in remarks what became of the difference.',
      },
      zh: {
        title: '退回量差异未说明',
        detail:
          '第 {line} 行：拒收 {refusedGrams:mass}，退回 {returnedGrams:mass}，差异超过重大差异认定标准，须予说明。',
        remedy: '请更正退回量（returnedGrams），或在备注（remarks）中说明差额去向。',
      },
    },
  },
  { code: {} },
  {
    'manifest-reason-missing': { known: exampleCodes('discrepancy-kinds'), pointer: '#/body/differenceKinds' },
    'manifest-return-unexplained': {
      ...{ line: 1, refusedGrams: 198_400, returnedGrams: 0 },
      pointer: '#/body/remarks',
    },
  },
);
