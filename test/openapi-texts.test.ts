/** The texts of both descriptions: what an integrator reads before the first call. */
import { readFile } from 'node:fs/promises';
import { expect, describe as group, it } from 'vitest';
import { z } from 'zod';
import { describeNational, NATIONAL_FILE } from '../src/national-standin/description.ts';
import { OPENAPI_FILE } from '../src/openapi.ts';
import { findRepeatedLists, sentencesIn } from './openapi-faults.ts';

const Operation = z.object({ summary: z.string(), description: z.string() });
const Schemas = z.record(z.string(), z.record(z.string(), z.unknown()));
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: Schemas }),
});

it('the description of the stand-in is the committed one; run "npm run openapi" when it is not', async () => {
  expect(await describeNational()).toBe(await readFile(NATIONAL_FILE, 'utf8'));
});

group.each([
  ['the API', OPENAPI_FILE, 80],
  ['the stand-in', NATIONAL_FILE, 7],
])('the description of %s', async (_, file, least) => {
  const document = Document.parse(JSON.parse(await readFile(file, 'utf8')));
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { summary, description }]) => ({
      ...{ name: `${method} ${path}`, summary },
      // The paragraph about roles follows the text of the operation.
      text: description.split('\n\n')[0] ?? '',
    })),
  );

  it('explains every operation in two to five sentences', () => {
    const outside = operations.filter(({ text }) => sentencesIn(text) < 2 || sentencesIn(text) > 5);
    expect(outside.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
    expect(operations.length).toBeGreaterThan(least);
  });

  it('explains every operation in words of its own', () => {
    for (const part of ['summary', 'text'] as const) {
      const groups = [...Map.groupBy(operations, (operation) => operation[part]).values()];
      const shared = groups.filter(({ length }) => length > 1).map((group) => group.map(({ name }) => name));
      expect(shared, part).toEqual([]);
    }
  });

  it('names every list of codes that several places use', () => {
    expect(findRepeatedLists(document)).toEqual([]);
  });
});

group('a search of a description', () => {
  const list = { enum: ['a', 'b'] };

  it('finds a list of codes in two places, in any order, and not a single code', () => {
    const [one, other] = [
      { x: list, y: { enum: ['only'] } },
      { z: { enum: ['b', 'a'] }, w: { enum: ['only'] } },
    ];
    expect(findRepeatedLists({ one, other })).toEqual(['a, b: #/one/x #/other/z']);
    expect(findRepeatedLists({ one })).toEqual([]);
  });
});
