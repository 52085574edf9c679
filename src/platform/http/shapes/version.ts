/** The version of a record on which a request was decided. */
import { z } from 'zod';
import { httpProblem } from '../problems.ts';
import { expected } from '../validation/index.ts';
import { spelled } from '../validation/texts.ts';

export const VersionHeaders = z.looseObject({
  'if-match': expected(spelled('token').regex(/^(\*|"\d{1,7}")$/), {
    en: 'an ETag of the record, or *',
    zh: '查询记录时返回的 ETag 值或 *',
    example: '"3"',
  })
    .optional()
    .describe('ETag of the record on which the request was decided'),
});

/** Returns the version of an If-Match; null for any version. */
export function versionOf(ifMatch: string | undefined): number | null {
  return ifMatch === undefined || ifMatch === '*' ? null : Number(ifMatch.slice(1, -1));
}

/**
 * Returns the version of the If-Match of a change, which must have one; null for `*`, any version.
 * @throws Problem `precondition-missing`
 */
export function requiredVersionOf(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) throw httpProblem('precondition-missing', { pointer: '#/headers/if-match' });
  return versionOf(ifMatch);
}

/** The version of a registered record in answers. */
export const RecordVersion = z.int().describe('Version of the record, also in `ETag`; it rises with every change');
