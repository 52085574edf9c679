/** Schemas of rows of import files. A row follows the rules of the request that registers a single record. */
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { faultsOf, Id, text } from '../../platform/http/index.ts';
import type { TableRow } from '../../platform/table/index.ts';
import { withCode } from '../party.ts';
import { RegisterLicenceRequest, RegisterPartyRequest, RegisterSiteRequest } from '../schemas.ts';
import { PARTY_STATES } from '../status/party-state.ts';
import { RegisterVehicleRequest } from '../vehicles/schemas.ts';
import { readRow } from './cell.ts';
import type { ImportKind } from './columns.ts';
import { fieldsIn, type Header } from './header.ts';
import type { Candidate, Rows } from './record-kind.ts';
import { type CheckedFile, cellAt, fieldAt, type RowFault, wordsOf } from './report.ts';

const owned = { id: Id.optional(), partyUscc: text(18, 18).optional(), partyId: Id.optional() };

/** In a file, an organisation may have any state: an organisation that is already registered may have taken steps. */
const PartyRow = z
  .strictObject({
    ...RegisterPartyRequest.shape,
    id: Id.optional(),
    state: z.enum(PARTY_STATES).default('active'),
  })
  .superRefine(({ id: _, ...said }, ctx) => {
    // Faults of single fields are known by now: only the rules between fields are left.
    const alone = RegisterPartyRequest.safeParse({ ...said, state: 'active' });
    for (const issue of alone.error?.issues ?? [])
      if (issue.code === 'custom' && issue.params?.fields?.length > 0) ctx.addIssue({ ...issue });
  })
  .transform((row) => withCode(row));
const SiteRow = RegisterSiteRequest.safeExtend(owned);
const LicenceRow = RegisterLicenceRequest.safeExtend(owned);
const VehicleRow = RegisterVehicleRequest.safeExtend(owned);

const ROW_SCHEMAS: { readonly [Kind in ImportKind]: z.ZodType<Rows[Kind]> } = {
  parties: PartyRow,
  sites: SiteRow,
  licences: LicenceRow,
  vehicles: VehicleRow,
};

/** Rows of one kind in a file: those of valid form, and the faults of the others. */
export type ImportFile<Kind extends ImportKind> = CheckedFile & {
  readonly kind: Kind;
  readonly candidates: readonly Candidate<Rows[Kind]>[];
  /** Fields for which the file has columns. */
  readonly fields: ReadonlySet<string>;
};

/** Checks the form of every row of a file. */
export function checkFile<Kind extends ImportKind>(
  kind: Kind,
  {
    header,
    rows,
    language,
  }: { readonly header: Header; readonly rows: readonly TableRow[]; readonly language: Language },
): ImportFile<Kind> {
  const schema = ROW_SCHEMAS[kind];
  const candidates: Candidate<Rows[Kind]>[] = [];
  const faults: RowFault[] = [];
  const broken = new Set<number>();
  for (const row of rows) {
    const checked = checkRow(schema, row, { kind, header, language });
    if ('row' in checked) candidates.push(checked);
    else {
      broken.add(row.line);
      for (const fault of checked.faults) faults.push(fault);
    }
  }
  const fields = new Set(header.places.flatMap((column) => column?.field ?? []));
  return { kind, header, language, candidates, faults, broken, fields };
}

function checkRow<Row>(
  schema: z.ZodType<Row>,
  { line, cells }: TableRow,
  { kind, header, language }: { readonly kind: ImportKind; readonly header: Header; readonly language: Language },
): Candidate<Row> | { readonly faults: readonly RowFault[] } {
  const { values, faults } = readRow(header.places, cells);
  const unreadable = faults.map(({ place, problem }) => ({
    ...cellAt(header, line, place),
    ...wordsOf(problem, language),
  }));
  const parsed = schema.safeParse(values, { reportInput: true });
  if (parsed.success && unreadable.length === 0) return { line, row: parsed.data };
  // The field of an unreadable cell is not also reported as missing.
  const reported = new Set(unreadable.map(({ field }) => field));
  const failed = { schema, issues: parsed.error?.issues ?? [], part: 'row' };
  const unsound = faultsOf(failed, { language, fields: fieldsIn(kind, header), columns: true })
    .map(({ pointer, ...fault }) => ({ ...fieldAt(header, line, pointer.split('/')[2]), ...fault }))
    .filter(({ field }) => field === null || !reported.has(field));
  return { faults: [...unreadable, ...unsound] };
}
