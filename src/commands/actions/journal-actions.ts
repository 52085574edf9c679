/** The work of the commands for the journal. */
import { z } from 'zod';
import { type Anchor, verifyJournal } from '../../platform/journal/index.ts';
import { StartupError } from '../../platform/process/startup-error.ts';
import type { Action } from '../command.ts';

const Given = z.object({ size: z.coerce.number().int().positive(), root: z.string().regex(/^[0-9a-f]{64}$/) });

/** Verifies the whole journal, and returns its size and root. */
export const verify: Action = ({ deps, values }) => verifyJournal(deps.db, anchorIn(values));

/** @throws StartupError when one of the two is missing or malformed */
function anchorIn({ size, root }: Readonly<Record<string, string | undefined>>): Anchor | undefined {
  if (size === undefined && root === undefined) return undefined;
  const given = Given.safeParse({ size, root });
  if (!given.success)
    throw new StartupError({
      en: '--size and --root belong together, as an earlier verification printed them: a number and 64 hexadecimal digits.',
      zh: '--size 与 --root 须同时填写，内容为此前校验输出的数量和 64 位十六进制根值。',
    });
  return given.data;
}
