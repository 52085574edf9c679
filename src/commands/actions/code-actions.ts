/** The work of the command for code tables. */
import { CodeFile, loadCodes } from '../../platform/law/index.ts';
import type { Action } from '../command.ts';
import { ACTOR, readAs } from '../input.ts';
import { LAW_SHAPES } from '../law.ts';

export const loadCodeFile: Action = async ({ deps, positionals: [file = ''] }) => {
  const rows = await readAs(file, CodeFile);
  return deps.db.transaction((tx) => loadCodes(tx, rows, { actor: ACTOR, at: deps.clock(), shapes: LAW_SHAPES }));
};
