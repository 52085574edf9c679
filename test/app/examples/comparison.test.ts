import { expect, it } from 'vitest';
import { compare, newComparison, stateDifferences, unproven } from './comparison.ts';

const SCHEMAS = {
  Load: {
    type: 'object',
    required: ['id', 'site', 'lines'],
    properties: {
      id: { type: 'string' },
      site: { anyOf: [{ $ref: '#/components/schemas/Site' }, { type: 'null' }] },
      lines: { type: 'array', items: { type: 'object', required: ['mass'], properties: { mass: {}, note: {} } } },
      facts: { type: 'object' },
    },
  },
  Site: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
};
const EXAMPLE = { id: 'a', site: { name: 'b' }, lines: [{ mass: 1 }], facts: { c: 1 } };

function compared(real: unknown, example: unknown = EXAMPLE) {
  const result = newComparison();
  const pair = { schema: { $ref: '#/components/schemas/Load' }, example, real, place: 'answer' };
  compare(SCHEMAS, pair, result);
  return { differences: [...result.differences], unproven: unproven(result) };
}

it('finds nothing between an example and an answer with the same members', () => {
  const real = { id: 'x', site: { name: 'y' }, lines: [{ mass: 2, note: 'optional' }] };
  expect(compared(real)).toEqual({ differences: [], unproven: [] });
});

it.each([
  ['a member that the answer lacks', { site: null, lines: [] }, ['Load.id: the answer lacks it']],
  ['a member that the example lacks', { ...EXAMPLE, colour: 'red' }, ['Load.colour: the example lacks it']],
  ['another type', { ...EXAMPLE, id: 7 }, ['Load.id: the example is of type string, the answer of type number']],
  ['a list in the place of an object', [], ['Load: the example is of type object, the answer of type array']],
  ['a difference inside a list', { ...EXAMPLE, lines: [{}] }, ['Load.lines[].mass: the answer lacks it']],
  ['a difference inside a union', { ...EXAMPLE, site: {} }, ['Site.name: the answer lacks it']],
])('finds %s', (_, real, differences) => {
  expect(compared(real).differences).toEqual(differences);
});

it('names the places that no answer has shown', () => {
  expect(compared({ ...EXAMPLE, site: null, lines: [] }).unproven).toEqual(['Load.site', 'Load.lines[]']);
  expect(compared(EXAMPLE, { ...EXAMPLE, site: null, lines: [] }).unproven).toEqual([]);
});

it.each([
  ['another state', { state: 'closed' }, ['x.state: the example shows "open", the answer "closed"']],
  [
    'an event that the example lacks',
    { closedAt: '2026-10-01' },
    ['x.closedAt: the example shows null, the answer "2026-10-01"'],
  ],
  ['another state in a list', { lines: [{ version: 2 }] }, ['x.lines[].version: the example shows 1, the answer 2']],
  ['a list of another length', { lines: [] }, ['x.lines: the example has 1 items, the answer 0']],
  ['nothing in another name', { name: 'other' }, []],
])('finds %s after a command', (_, changes, found) => {
  const example = { state: 'open', closedAt: null, name: 'one', lines: [{ version: 1 }] };
  expect(stateDifferences(example, { ...example, ...changes }, 'x')).toEqual(found);
});
