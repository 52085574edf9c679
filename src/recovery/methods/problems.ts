/** Problems of a question for a method. */
import { defineProblems } from '../../core/messages/problem.ts';
import { ELEMENT_WORDS, METHOD_WORDS } from './registry/method-words.ts';

export const methodProblem = defineProblems(
  {
    'method-not-in-force': {
      kind: 'rule',
      en: {
        title: 'Method not in force',
        detail: 'The method “{method:recoveryMethod}” was not in force on {on}, the last day of the period.',
        remedy: 'Ask for another period or method. GET /v1/recovery/methods shows from when to when each is in force.',
      },
      zh: {
        title: '计算方法不适用于该期间',
        detail: '“{method:recoveryMethod}”在该期间最后一日（{on}）不在有效期内。',
        remedy: '请更换评价期间或计算方法；各方法的有效期见 GET /v1/recovery/methods。',
      },
    },
    'element-must-count': {
      kind: 'rule',
      en: {
        title: 'Element must count',
        detail: 'The element “{element:recoveryElement}” must count on both sides in a period that ends on {on}.',
        remedy: 'Leave out only elements that the law recovery.eu-elements of that day lets you leave out.',
      },
      zh: {
        title: '该元素必须计入',
        detail: '期间截止日为 {on}，“{element:recoveryElement}”必须在投入和产出两侧计入。',
        remedy: '仅可不计入该日法定参数 recovery.eu-elements 允许不计的元素。',
      },
    },
    'element-mass-unknown': {
      kind: 'rule',
      en: {
        title: 'Mass of the element unknown',
        detail: 'No record has the mass of the element “{element:recoveryElement}”, so it cannot be left out.',
        remedy: 'Count the element. Of the elements, records have the mass of sulphur only.',
      },
      zh: {
        title: '元素重量未知',
        detail: '没有记录载明“{element:recoveryElement}”的重量，因此无法将其扣除。',
        remedy: '请将该元素计入；目前的记录仅载明硫的重量。',
      },
    },
    'choice-of-other-method': {
      kind: 'invalid',
      en: {
        title: 'Choice of another method',
        detail: 'The method “{method:recoveryMethod}” has no such choice.',
        remedy: 'Leave `leaveOut` and `next` out, or ask for the method eu-2025-606.',
      },
      zh: {
        title: '该方法不提供此选项',
        detail: '“{method:recoveryMethod}”不提供此选项。',
        remedy: '请去掉 `leaveOut` 和 `next`，或改用方法 eu-2025-606。',
      },
    },
  },
  { recoveryMethod: METHOD_WORDS, recoveryElement: ELEMENT_WORDS },
  {
    'method-not-in-force': { method: 'eu-2025-606', on: '2024-12-31', pointer: '#/params/method' },
    'element-must-count': { element: 'carbon', on: '2030-12-31', pointer: '#/query/leaveOut' },
    'element-mass-unknown': { element: 'chlorine', pointer: '#/query/leaveOut' },
    'choice-of-other-method': { method: 'comprehensive-recovery', pointer: '#/query/leaveOut' },
  },
);
