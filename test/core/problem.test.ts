import { describe, expect, it } from 'vitest';
import { PROBLEMS, Problem, type ProblemCode, type ProblemText, tell } from '../../src/core/problem.ts';

const CHINESE = /\p{Script=Han}/u;
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

describe.each(Object.entries(PROBLEMS))('%s', (code, { en, zh }) => {
  it('is told in both languages, with a title, a detail and a remedy', () => {
    for (const part of ['title', 'detail', 'remedy'] as const) {
      expect(en[part].trim(), part).not.toBe('');
      expect(en[part], part).not.toMatch(CHINESE);
      expect(zh[part], part).toMatch(CHINESE);
    }
  });

  it('tells the same facts in both', () => {
    const facts = ({ detail, remedy }: ProblemText) => [...new Set(placeholders(detail + remedy))];
    expect(facts(zh)).toEqual(facts(en));
    expect(placeholders(en.title + zh.title)).toEqual([]);
  });

  it('has a code of small words', () => expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/));
});

it('facts fill the places of their names, lists with commas, and what is missing is seen', () => {
  const code: ProblemCode = 'batches-not-alike';
  expect(tell(code, { fields: ['siteId', 'kind'] }, 'en').detail).toContain('agree in siteId, kind.');
  expect(tell(code, {}, 'en').detail).toContain('agree in ?.');
  expect(new Problem(code, { fields: ['kind'] }).message).toBe(
    `${code}: ${tell(code, { fields: ['kind'] }, 'en').detail}`,
  );
});

it('a fact is not a template: what a caller sends is never filled again', () => {
  const { detail } = tell('batch-mass-exceeded', { id: '{availableGrams}', availableGrams: 1 }, 'en');
  expect(detail).toContain('{availableGrams}');
});
