/** Wire shape of the records that a change affected, in one form for all features. */
import { z } from 'zod';
import { type Affected, DEPENDANT_KINDS, type Unlisted } from '../../../core/dependant.ts';
import { EXAMPLE_IDS } from '../../../core/example-ids.ts';
import { RECORD_WORDS } from '../../../core/record-terms.ts';
import { named, namedCodes } from '../description/named.ts';
import { MassGramsOut } from '../wire.ts';

const DependantKindCode = namedCodes(
  'DependantKind',
  'Kind of a record that a change affected',
  DEPENDANT_KINDS,
  RECORD_WORDS,
);

const FiguresOut = z.object({
  massGrams: MassGramsOut.optional().describe('Mass that a batch, a line of a manifest or a disposition has'),
  pieces: z.int().optional().describe('Batteries that a batch has'),
  stockGrams: MassGramsOut.optional().describe('Stock of a site that counts against its storage limit'),
  fedGrams: MassGramsOut.optional().describe('Mass fed to a run'),
  yieldedGrams: MassGramsOut.optional().describe('Mass of the outputs of a run'),
  gainedGrams: MassGramsOut.optional().describe('Uptake of a run'),
  lostGrams: MassGramsOut.optional().describe('Loss of a run'),
  overLimitGrams: MassGramsOut.optional().describe(
    'Stock of a site above its own storage limit; its state is then `over_limit`',
  ),
  roomGrams: z
    .int()
    .optional()
    .describe('Mass that the annual scale of a licence leaves in the present year, negative above it'),
  coveredLines: z.int().optional().describe('Lines of a manifest whose waste a licence covers today'),
});

const AffectedOut = named(
  'AffectedRecord',
  'Record that a change affected. Figures that stayed the same are left out; both are empty where the record carries no figure.',
  z.object({
    kind: DependantKindCode,
    id: z.string().describe('Its id; for a recovery rate, `<partyId>/<period>` as GET /v1/recovery takes them'),
    state: z.string().nullable().describe('Its state, such as submitted; null where it has none'),
    before: FiguresOut.describe('Its figures before the change'),
    after: FiguresOut.describe('Its figures after the change'),
  }),
  {
    ...{ kind: 'site', id: EXAMPLE_IDS.collectionSite, state: null },
    ...{ before: { stockGrams: 1_984_000 }, after: { stockGrams: 198_400 } },
  },
);

const UnlistedOut = named(
  'UnlistedRecords',
  'Number of records of one kind that depend on the changed record and are left out of `affected`.',
  z.object({ kind: DependantKindCode, count: z.int().describe('How many are left out') }),
  { kind: 'manifest', count: 312 },
);

/** Members of an answer that say what a change affected. @param about the records that `affected` lists */
export const affectedMembers = (about: string) => ({
  affected: z.array(AffectedOut).describe(`${about}. Lists at most 200 of each kind; \`unlisted\` counts the others`),
  unlisted: z
    .array(UnlistedOut)
    .nullable()
    .describe(
      'How many records of each kind `affected` leaves out, changed or not, because it lists at most 200 of a kind. Empty when it lists all; null in records from before they were counted',
    ),
});

type AffectedMembers = { readonly affected: readonly Affected[]; readonly unlisted: readonly Unlisted[] | null };

export const toAffectedMembers = ({ affected, unlisted }: AffectedMembers) => ({
  affected: affected.map(({ kind, id, state, before, after }) => ({
    ...{ kind, id, state, before: { ...before }, after: { ...after } },
  })),
  unlisted: unlisted?.map(({ kind, count }) => ({ kind, count })) ?? null,
});
