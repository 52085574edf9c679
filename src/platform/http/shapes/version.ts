/** The version of a record on which a request was decided. */
import { z } from 'zod';
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
