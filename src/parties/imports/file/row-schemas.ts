/** Schemas of rows of import files. A row follows the rules of the request that registers a single record. */
import { z } from 'zod';
import type { Fields } from '../../../core/messages/field.ts';
import { LANGUAGES, type Language } from '../../../core/messages/language.ts';
import { capitalCode, faultsOf, Id } from '../../../platform/http/index.ts';
import type { TableRow } from '../../../platform/table/index.ts';
import { withCode } from '../../party.ts';
import { RegisterLicenceRequest, RegisterPartyRequest, RegisterSiteRequest } from '../../register/schemas.ts';
import { PARTY_STATES } from '../../status/party-state.ts';
import { RegisterVehicleRequest } from '../../vehicles/schemas.ts';
import { COLUMNS, type ImportKind } from '../columns.ts';
import { importProblem } from '../problems.ts';
import type { Candidate, Rows } from '../record-kind.ts';
import { cellAt, FAULTS_MAX, type Fault, fieldAt, inLanguages, wordsOf } from '../report.ts';
import { type RowValues, readRow } from './cell.ts';
import { fieldsIn, type Header } from './header.ts';

const owned = { id: Id.optional(), partyUscc: capitalCode(18).optional(), partyId: Id.optional() };

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

/** A row after its form was checked: its values, or its faults. */
type CheckedRow<Row> = Candidate<Row> | { readonly line: number; readonly faults: readonly Fault[] };

/**
 * Checks the form of rows. Beyond the maximum of faults in a report, only their number is kept, because a report does not show
 * their words.
 */
export function createRowCheck(kind: ImportKind, header: Header) {
  const schema: z.ZodType<Rows[ImportKind]> = ROW_SCHEMAS[kind];
  const examples = new Map(COLUMNS[kind].map(({ field, example }) => [field, example]));
  const fields = fieldsIn(kind, header);
  let faultsTotal = 0;
  return {
    check: (row: TableRow): CheckedRow<Rows[ImportKind]> => {
      const { line } = row;
      if (row.hidden) {
        faultsTotal += 1;
        return { line, faults: [{ ...fieldAt(header, line, undefined), ...wordsOf(importProblem('row-hidden')) }] };
      }
      const read = readRow(header.places, row.cells);
      const parsed = schema.safeParse(read.values, { reportInput: true });
      if (parsed.success && read.faults.length === 0) return { line, row: parsed.data };
      const issues = parsed.error?.issues ?? [];
      if (faultsTotal >= FAULTS_MAX) {
        faultsTotal += new Set([...read.faults.map(({ place }) => place), ...issues.map(({ path }) => path[0])]).size;
        return { line, faults: [] };
      }
      const faults = faultsAt(line, { schema, issues, header, fields, examples, read });
      faultsTotal += faults.length;
      return { line, faults };
    },
    faultsTotal: () => faultsTotal,
  };
}

type Failing = {
  readonly schema: z.ZodType;
  readonly issues: readonly z.core.$ZodIssue[];
  readonly header: Header;
  readonly fields: Fields;
  /** Valid values of columns by field. */
  readonly examples: ReadonlyMap<string, string>;
  readonly read: RowValues;
};

/** One fault for each cell: that of a cell without a value goes before that of its field. */
function faultsAt(line: number, { schema, issues, header, fields, examples, read }: Failing): Fault[] {
  const unreadable = read.faults.map(({ place, problem }) => ({ ...cellAt(header, line, place), ...wordsOf(problem) }));
  const reported = new Set(unreadable.map(({ field }) => field));
  const failed = { schema, issues, part: 'row' };
  const inWords = Object.fromEntries(
    LANGUAGES.map((language) => [language, faultsOf(failed, { language, fields, columns: true })]),
  ) as Record<Language, ReturnType<typeof faultsOf>>;
  const unsound = inWords.en
    .map(({ pointer, rule }, at) => {
      const field = pointer.split('/')[2];
      const words = inLanguages((language) => {
        const { detail = '', remedy = '' } = inWords[language][at] ?? {};
        return { detail, remedy: withExample(language, detail, remedy, examples.get(field ?? '')) };
      });
      return { ...fieldAt(header, line, field), rule, words };
    })
    .filter(({ field }) => field === null || !reported.has(field));
  return [...unreadable, ...unsound];
}

/** Adds the example of the column to a remedy, unless the fault shows one already. */
function withExample(language: Language, detail: string, remedy: string, example = ''): string {
  if (example === '' || /such as|例如/.test(detail + remedy)) return remedy;
  return language === 'zh' ? `${remedy.replace(/。$/, '')}，例如 ${example}。` : `${remedy} An example is ${example}.`;
}
