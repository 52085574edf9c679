import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BOUNDARIES, MOVEMENT_KINDS } from '../../src/batches/movement.ts';

const schema = readFileSync(new URL('../../migrations/schema.sql', import.meta.url), 'utf8');

it.each(['from', 'to'])('the boundary accounts that mass may move %s are those of the database', (end) => {
  const check = schema.split('\n').find((line) => line.includes(`movements_${end}_boundary_check`)) ?? '';
  expect([...BOUNDARIES]).toEqual([...check.matchAll(/'(\w+)'/g)].map(([, name]) => name));
});

it('every kind of movement has one name', () => {
  expect(new Set(MOVEMENT_KINDS).size).toBe(MOVEMENT_KINDS.length);
  for (const kind of MOVEMENT_KINDS) expect(kind).toMatch(/^[a-z]+(_[a-z]+)*$/);
});
