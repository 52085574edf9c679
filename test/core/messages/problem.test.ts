import { expect, it } from 'vitest';
import { defineProblems, Problem } from '../../../src/core/messages/problem.ts';

const texts = <const Detail extends string>(detail: Detail) =>
  ({ title: 'Title', detail, remedy: 'Wait until {at:time}.' }) as const;
const problem = defineProblems(
  {
    'load-held': {
      kind: 'rule',
      en: texts('Load {id} cannot {step:step}; allowed: {allowed:step}.'),
      zh: texts('货物{id}不能“{step:step}”；可办理：{allowed:step}。'),
    },
    heavy: {
      kind: 'rule',
      en: { title: 'A', detail: 'The load is {massGrams:mass}.', remedy: 'C' },
      zh: { title: '甲', detail: '货物为 {massGrams:mass}。', remedy: '丙' },
    },
    plain: {
      kind: 'missing',
      en: { title: 'A', detail: 'B', remedy: 'C' },
      zh: { title: '甲', detail: '乙', remedy: '丙' },
    },
  },
  { step: { depart: { en: 'depart', zh: '起运' }, hand_over: { en: 'hand over', zh: '交付' } } },
);
const FACTS = { id: '7', step: 'depart', allowed: ['hand_over', 'depart'], at: '2026-10-05T00:30:00Z' };

it('shows facts by name, codes as words, lists in the way of the language and times as Beijing time', () => {
  const held = problem('load-held', FACTS);
  expect(held.text('en')).toEqual({
    title: 'Title',
    detail: 'Load 7 cannot depart; allowed: hand over, depart.',
    remedy: 'Wait until 2026-10-05 08:30 (Beijing time).',
  });
  expect(held.text('zh').detail).toBe('货物7不能“起运”；可办理：交付、起运。');
  expect(held.text('zh').remedy).toContain('2026-10-05 08:30（北京时间）');
});

it('keeps the codes themselves as facts', () => expect(problem('load-held', FACTS).facts).toEqual(FACTS));

it('shows grams in kilograms or tonnes, and keeps the grams as facts', () => {
  const heavy = problem('heavy', { massGrams: 198_400 });
  expect(heavy.text('en').detail).toBe('The load is 198.4 kg.');
  expect(heavy.text('zh').detail).toBe('货物为 198.4 千克。');
  expect(heavy.facts).toEqual({ massGrams: 198_400 });
});

it('a fact is not a template: what a caller sends is never filled again', () => {
  expect(problem('load-held', { ...FACTS, id: '{step}' }).text('en').detail).toContain('Load {step} cannot');
});

it('shows a code without a word, and a value that is no instant, as they are', () => {
  const text = problem('load-held', { ...FACTS, step: 'fly', at: 'tomorrow' }).text('en');
  expect(text.detail).toContain('cannot fly');
  expect(text.remedy).toBe('Wait until tomorrow.');
});

it('does not compile without a fact that its texts show', () => {
  const { at: _, ...lacking } = FACTS;
  // @ts-expect-error the remedy shows `at`
  const held = problem('load-held', lacking);
  expect(held.text('en').remedy).toBe('Wait until ?.');
  // @ts-expect-error there is no such code
  expect(() => problem('load-lost')).toThrow('there is no problem load-lost');
});

it('may be thrown without facts when its texts show none', () => {
  const plain = problem('plain');
  expect(plain).toBeInstanceOf(Problem);
  expect([plain.kind, plain.message, plain.text('zh').remedy]).toEqual(['missing', 'plain: B', '丙']);
});

it('takes more facts and an addition to its detail, and keeps its cause', () => {
  const cause = new Error('the first');
  const placed = problem('plain', {}, cause).with(
    { pointer: '#/body/0' },
    { en: ' Also {pointer}.', zh: '另见{pointer}。' },
  );
  expect([placed.code, placed.kind, placed.facts]).toEqual(['plain', 'missing', { pointer: '#/body/0' }]);
  expect(placed.text('en').detail).toBe('B Also #/body/0.');
  expect(placed.cause).toBe(cause);
});
