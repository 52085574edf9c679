/** The work of the commands for code tables and the work calendar. */
import { CODE_FIELDS, LoadCalendarRequest, loadYear } from '../../codes/index.ts';
import { CodeFile, loadCodes } from '../../platform/law/index.ts';
import type { Action } from '../command.ts';
import { ACTOR, readAs } from '../input.ts';
import { LAW_SHAPES } from '../law.ts';

export const loadCodeFile: Action = async ({ deps, positionals: [file = ''] }) => {
  const rows = await readAs(file, CodeFile);
  return deps.db.transaction((tx) => loadCodes(tx, rows, { actor: ACTOR, at: deps.clock(), shapes: LAW_SHAPES }));
};

export const loadCalendarFile: Action = async ({ deps, positionals: [file = ''] }) => {
  const { replacesVersion, ...notice } = await readAs(file, LoadCalendarRequest, CODE_FIELDS);
  return deps.db.transaction((tx) => loadYear(tx, deps, { actor: ACTOR, notice, replacesVersion }));
};
