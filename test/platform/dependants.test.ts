import { expect, it } from 'vitest';
import type { Dependant } from '../../src/core/dependant.ts';
import { dependantsFrom, dependantsOf, idsOf, type ReadDependants } from '../../src/platform/dependants.ts';

const batch = (id: string, needs: Pick<Dependant, 'repeats' | 'holds'> = {}): Dependant => ({
  ...{ kind: 'batch', id, state: null, figures: {}, keeps: null },
  ...needs,
});

it('counts the rows that the limit of a query has cut off, with what the last listed one needs', () => {
  const rows = [
    { total: 5, needs: { repeats: ['name'], holds: ['kind'] } },
    { total: 5, needs: { repeats: [], holds: ['kind'] } },
  ];
  const { listed, unlisted } = dependantsFrom(rows, ({ needs }) => batch('b', needs));
  expect(listed).toHaveLength(2);
  expect(unlisted).toEqual([{ kind: 'batch', count: 3, repeats: [], holds: ['kind'] }]);
  expect(dependantsFrom([{ total: 1 }], () => batch('b')).unlisted).toEqual([]);
  expect(dependantsFrom([], () => batch('b')).unlisted).toEqual([]);
});

it('asks each feature once about all records, so that a dependant of two of them counts once', async () => {
  const asked: string[][] = [];
  const read: ReadDependants = async (_, records) => {
    asked.push(idsOf('batch', records));
    return dependantsFrom([{ total: 300 }], () => batch('c'));
  };
  const records = [
    { kind: 'batch', id: 'a' },
    { kind: 'run', id: 'r' },
    { kind: 'batch', id: 'b' },
  ] as const;
  const deps = { dependants: [read], clock: () => new Date(0) };
  const { unlisted } = await dependantsOf({} as Parameters<ReadDependants>[0], deps, records);
  expect([asked, unlisted]).toMatchObject([[['a', 'b']], [{ kind: 'batch', count: 299 }]]);
});
