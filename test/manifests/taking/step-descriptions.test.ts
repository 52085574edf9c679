import { expect, it } from 'vitest';
import { problemsOf } from '../../../src/manifests/taking/step-descriptions.ts';

const factsOf = (step: 'submit' | 'accept' | 'close', code: string) =>
  problemsOf(step).flatMap((one) => (typeof one !== 'string' && one[0] === code ? [one[1]] : []));

it.each([
  ['submit', { step: 'submit', state: 'submitted', allowed: ['hand-over', 'cancel'] }],
  ['accept', { step: 'accept', state: 'accepted', allowed: [] }],
  ['close', { step: 'close', state: 'closed', allowed: [] }],
] as const)('shows for %s what a caller who repeats it is answered', (step, refused) => {
  expect(factsOf(step, 'manifest-step-not-allowed')).toEqual([refused]);
});

it('names the party and the side that take the step', () => {
  expect(factsOf('accept', 'manifest-not-your-step')).toEqual([{ step: 'accept', role: 'receiver' }]);
  expect(factsOf('submit', 'manifest-step-elsewhere')).toEqual([{ step: 'submit', side: 'origin' }]);
});
