import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { READINGS } from './load.ts';

it('reads from addresses that exist', async () => {
  const { paths } = JSON.parse(await readFile('openapi/leadloop.json', 'utf8'));
  const unknown = READINGS.filter((path) => paths[path.split('?')[0] ?? '']?.get === undefined);
  expect(unknown).toEqual([]);
});
