import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import { readTable, type TableRow } from '../../../src/platform/table/index.ts';
import { CORPUS, type Item } from './corpus/index.ts';

/** Cells as their texts, with their form unless they are text, and how they are covered. */
function shownOf({ cells, hidden }: TableRow): string[] {
  const shown = cells.map(({ text, form, covered }) =>
    [text, ...(form === 'text' ? [] : [`(${form})`]), ...(covered ? [`(${covered})`] : [])].join(' '),
  );
  while (shown.at(-1) === '') shown.pop();
  return [...shown, ...(hidden ? ['(hidden)'] : [])];
}

async function outcomeOf({ make, format }: Item): Promise<string[][] | string> {
  try {
    const { header, rows } = await readTable(make(), format);
    return [header, ...rows].map(shownOf);
  } catch (error) {
    if (error instanceof Problem) return `${error.code} ${error.facts.reason ?? error.facts.what} `;
    throw error;
  }
}

describe(`the corpus of ${CORPUS.length} files`, { timeout: 60_000 }, () => {
  it('has at least 300 files, each with a name of its own', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(300);
    expect(new Set(CORPUS.map(({ name, format }) => `${format} ${name}`)).size).toBe(CORPUS.length);
  });

  it.each(CORPUS.filter(({ expected }) => 'shown' in expected).map((item) => [item.format, item.name, item] as const))(
    'reads %s right: %s',
    async (_, __, item) => {
      const outcome = await outcomeOf(item);
      expect(outcome).toEqual('shown' in item.expected ? item.expected.shown : undefined);
    },
  );

  const sound = CORPUS.find(({ name }) => name === 'deflated, as Excel writes');
  it.each(
    CORPUS.filter(({ expected }) => 'refused' in expected).map((item) => [item.format, item.name, item] as const),
  )('refuses %s: %s', async (_, __, item) => {
    const outcome = await outcomeOf(item);
    if (item.mayBeRead && Array.isArray(outcome) && sound) return expect(outcome).toEqual(await outcomeOf(sound));
    expect(outcome).toMatch('refused' in item.expected ? item.expected.refused : /never/);
  });
});
