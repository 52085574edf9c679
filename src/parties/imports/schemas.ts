/** Wire shapes of imports and exports. A row obeys the rules of the request that registers the same record alone. */
import { z } from 'zod';
import { Id, text } from '../../platform/http/index.ts';
import { RegisterLicenceRequest, RegisterPartyRequest, RegisterSiteRequest } from '../schemas.ts';
import { PARTY_STATES } from '../status/party-state.ts';
import { RegisterVehicleRequest } from '../vehicles/schemas.ts';
import { EXPORT_KINDS, IMPORT_KINDS } from './form.ts';

const owned = { id: Id.optional(), partyUscc: text(18, 18).optional(), partyId: Id.optional() };

/** In a file an organisation may have any state: one that is registered already has taken its steps. */
export const PartyRow = z
  .strictObject({
    ...RegisterPartyRequest.shape,
    id: Id.optional(),
    state: z.enum(PARTY_STATES).default('active'),
  })
  .superRefine(({ id: _, ...said }, ctx) => {
    // What is wrong with one field is told already: only the rules between fields are left.
    const alone = RegisterPartyRequest.safeParse({ ...said, state: 'active' });
    for (const issue of alone.error?.issues ?? [])
      if (issue.code === 'custom' && issue.path.length === 0) ctx.addIssue({ ...issue });
  });
export const SiteRow = RegisterSiteRequest.safeExtend(owned);
export const LicenceRow = RegisterLicenceRequest.safeExtend(owned);
export const VehicleRow = RegisterVehicleRequest.safeExtend(owned);

export const ImportParams = z.strictObject({ kind: z.enum(IMPORT_KINDS) });
export const ExportParams = z.strictObject({ kind: z.enum(EXPORT_KINDS) });

export const ImportQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false').describe('true: say what would become of each row, write nothing'),
  mode: z
    .enum(['all', 'rows'])
    .default('all')
    .describe('all: register every row or none; rows: register what is right, also when other rows are refused'),
});

export const TableQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

/** Most faults that one answer tells; `faultsTotal` counts them all. */
export const FAULTS_MAX = 5_000;

const RowFault = z.object({
  line: z.int().describe('Line of the file, counted from 1, the header included'),
  column: z.int().nullable().describe('Column counted from 1; null where the fault is of the whole row'),
  letters: z.string().nullable().describe('The same as a spreadsheet names it, such as C'),
  name: z.string().nullable().describe('The column as the header of the file has it'),
  field: z.string().nullable().describe('The field as the JSON of the record has it'),
  rule: z.string(),
  detail: z.string(),
  remedy: z.string(),
});

export const ImportReport = z.object({
  kind: z.enum(IMPORT_KINDS),
  dryRun: z.boolean(),
  mode: z.enum(['all', 'rows']),
  applied: z.boolean().describe('Whether what is registered below was written'),
  counts: z.object({ rows: z.int(), registered: z.int(), unchanged: z.int(), refused: z.int() }),
  faultsTotal: z.int(),
  faults: z.array(RowFault).describe(`In the order of lines, the first ${FAULTS_MAX}`),
  rows: z
    .array(
      z.object({
        line: z.int(),
        outcome: z.enum(['registered', 'unchanged', 'refused']),
        id: Id.nullable(),
      }),
    )
    .describe('Every row of the file in its order'),
});
export type ImportReport = z.infer<typeof ImportReport>;
