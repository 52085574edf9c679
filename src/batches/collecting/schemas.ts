/** Wire shapes of warnings about collections without a licence. */
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { Id, named, SeverityCode } from '../../platform/http/index.ts';
import { COLLECTION_WARNING } from '../examples/batches.ts';
import type { CollectionWarning } from './collecting.ts';
import { collectingNotice } from './problems.ts';

export const CollectionWarningResponse = named(
  'CollectionWarning',
  'Warning about a collection without a licence, which is recorded and marked.',
  z.object({
    code: z.literal('collection-unlicensed').describe('Code of the warning in /problems'),
    severity: SeverityCode.describe('flag: an authority examines it'),
    title: z.string().describe('In the language of Accept-Language'),
    detail: z.string().describe('The case in words'),
    facts: z
      .object({ siteId: Id.describe('The site'), wasteCode: z.string().describe('The waste that was collected') })
      .describe('Plain values that the detail shows'),
  }),
  COLLECTION_WARNING,
);

/** Shows a warning in the language of the caller. */
export const toCollectionWarningResponse = (
  { code, severity, facts }: CollectionWarning,
  language: Language,
): z.infer<typeof CollectionWarningResponse> => ({
  ...{ code, severity, facts },
  ...collectingNotice.text({ code, facts }, language),
});
