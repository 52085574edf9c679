/** More than 300 spreadsheets and CSV files: honest ones of every form, hostile and broken ones. */
import { HONEST_CELLS } from './honest-cells.ts';
import { HONEST_CSV } from './honest-csv.ts';
import { HONEST_WORKBOOKS } from './honest-workbooks.ts';
import { HOSTILE } from './hostile.ts';
import { HOSTILE_WORK } from './hostile-work.ts';
import type { Item } from './item.ts';

export type { Item } from './item.ts';

export const CORPUS: readonly Item[] = [
  ...HONEST_CSV,
  ...HONEST_WORKBOOKS,
  ...HONEST_CELLS,
  ...HOSTILE,
  ...HOSTILE_WORK,
];
