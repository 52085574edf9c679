import { expect, it } from 'vitest';
import { useApp } from '../../app/fixture.ts';
import { csv, faults, HEADER, row, sendTo } from './files.ts';

const app = useApp();
const send = (file: string | Buffer, options = {}) => sendTo(app, file, options);

it('refuses unknown divisions, blank names and invalid telephone numbers', async () => {
  const file = csv(
    [...HEADER, 'contactPhone'],
    [...row(1031, { divisionCode: '459999' }), ''],
    [...row(1032), '=1+1'],
    [...row(1033, { name: ' ' }), ''],
    [...row(1034), '0771-5550123转12'],
  );
  const { json } = await send(file, { query: '?mode=rows' });
  expect(faults(json)).toEqual([
    [2, 'divisionCode', 'division-unknown'],
    [3, 'contactPhone', 'custom'],
    [4, 'name', 'custom'],
  ]);
  expect(json.counts.registered).toBe(1);
});
