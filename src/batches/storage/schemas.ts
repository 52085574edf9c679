/** Wire shapes of stocks compared with their limits. */
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { PARTY_TERMS, SITE_KINDS } from '../../parties/rules.ts';
import {
  expected,
  Id,
  InstantOut,
  MassGramsOut,
  named,
  openCodes,
  PageQuery,
  SeverityCode,
  spelled,
  wordsOf,
} from '../../platform/http/index.ts';
import { STORAGE, STORAGE_WARNING } from '../examples/batches.ts';
import { storageNotice } from './notices.ts';
import type { StorageWarning } from './storage.ts';

export const StorageQuery = PageQuery.extend({
  partyId: Id.optional(),
  siteId: Id.optional(),
  share: expected(spelled('code').regex(/^\d{1,7}$/), {
    en: 'a whole number of basis points from 0 to 9999999',
    zh: '以万分之一为单位的整数（0 至 9999999）',
    example: '8000',
  })
    .transform(Number)
    .optional()
    .describe(
      'Show only sites that have reached this share of a limit, in basis points; default: the first alert share',
    ),
});

const Share = z.int().describe('Basis points of the limit, rounded down');

const StorageSiteKind = openCodes(
  'StorageSiteKind',
  `Kind of a site with stock, as in Site: ${wordsOf(PARTY_TERMS['site-kind'])}`,
  SITE_KINDS,
);

export const StorageResponse = named(
  'Storage',
  'Stock of a site, compared with its limits of mass and time.',
  z.object({
    siteId: Id.describe('The site'),
    partyId: Id.describe('Organisation of the site'),
    kind: StorageSiteKind.describe('Kind of the site, which decides its limits'),
    name: z.string().describe('Name of the site'),
    divisionCode: z.string().describe('GB/T 2260 code of the site'),
    stockGrams: MassGramsOut.describe('Batteries and residues in stock, whole grams'),
    batches: z.int().describe('Number of batches in stock'),
    oldestAt: InstantOut.describe('Time of origin of the oldest batch in stock'),
    limitGrams: MassGramsOut.nullable().describe("Stricter of the site's own limit and that of the law for its kind"),
    dueOn: z.string().nullable().describe('Last day on which the oldest batch may be stored'),
    massShareBasisPoints: Share.nullable().describe('Share of the mass limit in basis points; null without a limit'),
    ageShareBasisPoints: Share.nullable().describe(
      'Share of the longest permitted storage in basis points; null without a limit',
    ),
    shareBasisPoints: Share.describe('Greater of the two shares'),
    exceeded: z.boolean().describe('true when a limit is exceeded'),
  }),
  STORAGE,
);

export const StorageWarningResponse = named(
  'StorageWarning',
  'Warning about the storage of a site, which stops nothing.',
  z.object({
    code: z.literal('storage-limit-reached').describe('Code of the warning in /problems'),
    severity: SeverityCode.describe(
      'note: the stock nears its limit; flag: it is above the limit; block is not used here',
    ),
    title: z.string().describe('In the language of Accept-Language'),
    detail: z.string().describe('The case in words'),
    facts: z
      .object({
        siteId: Id.describe('The site'),
        shareBasisPoints: Share,
        stockGrams: MassGramsOut.describe('Mass in stock'),
        limitGrams: MassGramsOut.describe('Limit of the site'),
      })
      .describe('Plain values that the detail shows'),
  }),
  STORAGE_WARNING,
);

/** Shows a warning in the language of the caller. */
export const toStorageWarningResponse = (
  { code, severity, facts }: StorageWarning,
  language: Language,
): z.infer<typeof StorageWarningResponse> => ({
  code,
  severity,
  ...storageNotice.text({ code, facts }, language),
  facts,
});
