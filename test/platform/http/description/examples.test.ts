import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { examplesOf, NAMED } from '../../../../src/platform/http/description/named.ts';

const SRC = join(import.meta.dirname, '../../../../src');

// Every file that names a schema, so that the list does not depend on what other tests have loaded.
for (const file of globSync('**/*.ts', { cwd: SRC })) {
  const path = join(SRC, file);
  if (/\bnamed(Codes)?\(/.test(readFileSync(path, 'utf8'))) await import(path);
}

const EXAMPLES = [...NAMED].flatMap(([name, schema]) =>
  examplesOf(name).map((example, at) => [`${name} ${at + 1}`, schema, example] as const),
);

it('has examples of most named schemas', () => {
  expect(EXAMPLES.length).toBeGreaterThan(80);
});

it.each(EXAMPLES)('accepts the example %s', (_, schema, example) => {
  const result = schema.safeParse(example);
  expect(result.error).toBeUndefined();
  // Schemas of answers drop unknown members silently, and examples must not have any.
  const members = typeof example === 'object' ? Object.keys(example ?? {}) : [];
  expect(members.filter((key) => !(key in Object(result.data)))).toEqual([]);
});

it.each(EXAMPLES)('writes the times of the example %s with their offset', (_, __, example) => {
  const times = JSON.stringify(example).match(/\d{4}-\d\d-\d\dT[\d:.]+[^"]*/g) ?? [];
  expect(times.filter((time) => !/T\d\d:\d\d:\d\d(\.\d{3})?(\+08:00|Z)$/.test(time))).toEqual([]);
});
