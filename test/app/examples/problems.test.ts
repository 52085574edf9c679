/** Examples of problems in both descriptions: true for the operation that shows them, and free of contradictions. */
import { readFile } from 'node:fs/promises';
import { expect, describe as group, it } from 'vitest';
import { z } from 'zod';
import { NATIONAL_FILE } from '../../../src/national-standin/description.ts';
import { OPENAPI_FILE } from '../../../src/openapi.ts';
import { fieldAtPointer } from '../../openapi-faults.ts';
import { differencesOf } from '../listed-problems.ts';

const Node = z.record(z.string(), z.unknown());
const Example = z.object({ value: Node.optional(), $ref: z.string().optional() });
const Answer = z.object({
  $ref: z.string().optional(),
  description: z.string().default(''),
  content: z.record(z.string(), z.object({ examples: z.record(z.string(), Example).optional() })).default({}),
});
const Operation = z.looseObject({
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  responses: z.record(z.string(), Answer),
});
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({
    responses: z.record(z.string(), Answer),
    examples: z.record(z.string(), z.object({ value: z.unknown() })),
  }),
});

type Shown = {
  readonly name: string;
  readonly scope: string | undefined;
  readonly step: string;
  readonly operation: Readonly<Record<string, unknown>>;
  /** Codes that the answer lists. */
  readonly listed: readonly string[];
  readonly examples: readonly Readonly<Record<string, unknown>>[];
};

/** Every problem answer of every operation, with its examples. */
function shownIn({ paths, components }: z.infer<typeof Document>): Shown[] {
  const lastPart = (ref = '') => ref.split('/').at(-1) ?? '';
  const written = (answer: z.infer<typeof Answer>) =>
    answer.$ref === undefined ? answer : (components.responses[lastPart(answer.$ref)] ?? answer);
  const factsOf = ({ value, $ref }: z.infer<typeof Example>) =>
    value ?? Node.parse(components.examples[lastPart($ref)]?.value);
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      Object.entries(operation.responses)
        .filter(([status]) => status >= '4')
        .map(([status, answer]) => {
          const { description, content } = written(answer);
          return {
            ...{ name: `${method} ${path} ${status}`, operation, step: path.split('/').at(-1) ?? '' },
            scope: operation.security[0]?.oauth2?.[0],
            listed: [...description.matchAll(/- `([\w-]+)`/g)].map(([, code = '']) => code),
            examples: Object.values(content['application/problem+json']?.examples ?? {}).map(factsOf),
          };
        }),
    ),
  );
}

const codesIn = ({ examples }: Shown) => examples.map(({ code }) => String(code));
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** Contradictions of an example with itself, or with the operation that shows it. */
const CONTRADICTIONS: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>, shown: Shown) => boolean>> = {
  'role-missing': ({ scope, roles, sufficient }, shown) =>
    scope !== shown.scope || list(roles).some((role) => list(sufficient).includes(role)),
  'scope-missing': ({ scope }, shown) => scope !== shown.scope,
  'person-blocked-already': ({ state }) => state !== 'blocked',
  'person-not-blocked': ({ state }) => state === 'blocked',
  'law-not-yet-in-force': ({ key, on, from }) => !String(key).includes('.') || String(on) >= String(from),
  'party-step-not-allowed': ({ step, allowed }, shown) => step !== shown.step || list(allowed).includes(step),
  'licence-step-not-allowed': ({ step, allowed }, shown) => step !== shown.step || list(allowed).includes(step),
  'licence-step-too-early': ({ step, effectiveOn, after }, shown) =>
    step !== shown.step || String(effectiveOn) >= String(after),
  'manifest-step-not-allowed': ({ step, allowed }, shown) => isOther(step, shown) || list(allowed).includes(shown.step),
  'manifest-step-elsewhere': ({ step }, shown) => isOther(step, shown),
  'manifest-not-your-step': ({ step }, shown) => isOther(step, shown),
  'manifest-decision-contradicts': ({ step }, shown) => isOther(step, shown),
  'manifest-step-too-early': ({ step, at, previousAt }, shown) =>
    isOther(step, shown) || String(at) >= String(previousAt),
  'batch-instant-early': ({ at, occurredAt }) => String(at) >= String(occurredAt),
  'instant-in-future': ({ at, now }) => String(at) <= String(now),
  'batch-mass-exceeded': ({ availableGrams, requestedGrams }) => Number(availableGrams) >= Number(requestedGrams),
  'precondition-failed': ({ expected, actual }) => expected === actual || typeof expected !== 'number',
};

const isOther = (step: unknown, shown: Shown): boolean => String(step).replaceAll('_', '-') !== shown.step;

group.each([
  ['the API', OPENAPI_FILE, 600],
  ['the stand-in', NATIONAL_FILE, 20],
])('the problems of %s', async (_, file, least) => {
  const document = Document.parse(JSON.parse(await readFile(file, 'utf8')));
  const answers = shownIn(document);
  const all = answers.flatMap((shown) => shown.examples.map((facts) => ({ shown, facts })));

  it('have an example for every answer, also for the general one, in words without gaps', () => {
    expect(answers.filter(({ examples }) => examples.length === 0).map(({ name }) => name)).toEqual([]);
    expect(all.length).toBeGreaterThan(least);
    const texts = all.map(({ facts: { title, detail, remedy } }) => [title, detail, remedy].join(' '));
    expect(texts.filter((shown) => /[{}?]|undefined/.test(shown.replaceAll(/\?\w+=/g, '')))).toEqual([]);
    const general = answers.filter(({ name }) => name.endsWith(' default'));
    expect(new Set(general.flatMap(codesIn))).toEqual(new Set(['internal']));
  });

  it('show what the operation itself refuses, before what every operation refuses', () => {
    const isSilent = (shown: Shown) => shown.listed.length > 1 && codesIn(shown).join() === 'idempotency-key-reused';
    expect(answers.filter(isSilent).map(({ name }) => name)).toEqual([]);
    const draft = answers.find(({ name }) => name === 'post /v1/manifests 422');
    if (file === OPENAPI_FILE) expect(draft && codesIn(draft)).toContain('manifest-waste-codes-differ');
  });

  it('do not contradict themselves or their operation', () => {
    const wrong = all.filter(({ shown, facts }) => CONTRADICTIONS[String(facts.code)]?.(facts, shown) ?? false);
    expect(wrong.map(({ shown, facts }) => `${shown.name} ${facts.code}: ${facts.detail}`)).toEqual([]);
  });

  it('point to fields that the operation has', () => {
    const lost = all.filter(
      ({ shown, facts }) =>
        typeof facts.pointer === 'string' && !fieldAtPointer(document, shown.operation, facts.pointer),
    );
    expect(lost.map(({ shown, facts }) => `${shown.name} ${facts.code} ${facts.pointer}`)).toEqual([]);
  });
});

group('a comparison of a problem with its example', () => {
  const example = { code: 'x', expected: 3, known: ['a'], pointer: '#/body/a' };

  it.each([
    [
      'a number shown as text',
      { ...example, expected: '"3"' },
      ['expected is number in the example, string in the answer'],
    ],
    [
      'a fact that the example lacks',
      { ...example, side: 'origin' },
      ['side is undefined in the example, string in the answer'],
    ],
    [
      'a fact that the answer lacks',
      { code: 'x', known: ['a'] },
      ['expected is number in the example, undefined in the answer'],
    ],
    [
      'other members of a list',
      { ...example, known: [1] },
      ['known is list of string in the example, list of number in the answer'],
    ],
    ['no difference where a list is empty or a pointer is missing', { code: 'x', expected: 4, known: [] }, []],
  ])('finds %s', (_, real, found) => {
    expect(differencesOf(example, real)).toEqual(found);
  });
});
