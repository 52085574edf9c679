/** Verdicts on the rows of a file: new, already registered, or refused. */
import { Problem } from '../../core/messages/problem.ts';
import type { Party, Places } from '../party.ts';
import type { ImportKind } from './columns.ts';
import { importProblem } from './problems.ts';
import {
  type Candidate,
  type Nouns,
  type Owner,
  RECORD_KINDS,
  type Registered,
  type RowNotice,
  type Rows,
} from './record-kind.ts';

/** The outcome for a row. `field` and `problem` explain a refusal; `notices` are warnings about a new record. */
export type Verdict = {
  readonly line: number;
  readonly outcome: 'registered' | 'unchanged' | 'refused';
  readonly id: string | null;
  readonly field?: string;
  readonly problem?: Problem;
  readonly notices?: readonly RowNotice[];
};

/** The first line of the file with each key or id. It is kept from one part of a file to the next. */
export type Seen = Map<string, number>;

/** Organisations that rows name, by code and by id. */
export type Owners = { readonly byUscc: ReadonlyMap<string, Party>; readonly byId: ReadonlyMap<string, Party> };

/** A row with the record that it would become. */
export type Draft<Kind extends ImportKind> = {
  readonly line: number;
  readonly row: Rows[Kind];
  readonly noun: Nouns[Kind];
};

/**
 * Makes records of rows, or refuses rows whose organisation is unknown. `stamp` sets the id and the time of each
 * record.
 */
export function draftRows<Kind extends ImportKind>(
  kind: Kind,
  candidates: readonly Candidate<Rows[Kind]>[],
  owners: Owners,
  stamp: () => Registered,
): (Draft<Kind> | Verdict)[] {
  const { owned, draft } = RECORD_KINDS[kind];
  return candidates.map(({ line, row }) => {
    try {
      const owner = owned ? ownerOf(owners, row) : undefined;
      const made = stamp();
      return { line, row, noun: draft(row, owner, { ...made, id: row.id ?? made.id }) };
    } catch (error) {
      return refusal(line, error);
    }
  });
}

type RegisterState<Kind extends ImportKind> = {
  /** All registered records that may be duplicates of a draft. */
  readonly registered: readonly Nouns[Kind][];
  readonly places: Places;
  readonly seen: Seen;
  /** Fields for which the file has columns. The others are not compared. */
  readonly fields: ReadonlySet<string>;
};

/** Judges drafts in their order, and returns the new records. */
export function judgeDrafts<Kind extends ImportKind>(
  kind: Kind,
  drafts: readonly (Draft<Kind> | Verdict)[],
  { registered, places, seen, fields }: RegisterState<Kind>,
): { readonly verdicts: readonly Verdict[]; readonly fresh: readonly Nouns[Kind][] } {
  const { keyOf, mayRepeat, refuse, warn, notices } = RECORD_KINDS[kind];
  const byKey = new Map(registered.map((noun) => [keyOf(noun), noun]));
  const byId = new Map(registered.map((noun) => [noun.id, noun]));
  const fresh: Nouns[Kind][] = [];
  const verdicts = drafts.map((draft): Verdict => {
    if (!('noun' in draft)) return draft;
    const { line, row, noun } = draft;
    try {
      // A repeatable record with an id of its own is a duplicate of the record with that id only.
      const keys = row.id !== undefined && mayRepeat(noun) ? [] : [keyOf(noun)];
      refuseRepetition(seen, line, [...keys, ...(row.id === undefined ? [] : [`id ${row.id}`])]);
      const same = byId.get(noun.id) ?? keys.map((key) => byKey.get(key)).find((other) => other !== undefined);
      if (same) {
        refuseDifference(kind, draft, same, fields);
        return { line, outcome: 'unchanged', id: same.id };
      }
      refuse(noun, places);
      const warned = warn(noun, places);
      fresh.push(warned);
      return { line, outcome: 'registered', id: noun.id, notices: notices(warned) };
    } catch (error) {
      return refusal(line, error);
    }
  });
  return { verdicts, fresh };
}

function refusal(line: number, error: unknown): Verdict {
  if (!(error instanceof Problem)) throw error;
  const field = error.facts.pointer?.split('/').at(-1);
  return { line, outcome: 'refused', id: null, problem: error, ...(field === undefined ? {} : { field }) };
}

/** @throws Problem `row-repeated` */
function refuseRepetition(seen: Seen, line: number, names: readonly string[]): void {
  const otherLine = names.map((name) => seen.get(name)).find((other) => other !== undefined);
  if (otherLine !== undefined) throw importProblem('row-repeated', { otherLine });
  for (const name of names) seen.set(name, line);
}

/** @throws Problem `row-differs` if a row differs from the registered record in a column of the file */
function refuseDifference<Kind extends ImportKind>(
  kind: Kind,
  { row, noun }: Draft<Kind>,
  same: Nouns[Kind],
  columns: ReadonlySet<string>,
): void {
  const { compared } = RECORD_KINDS[kind];
  const [sent, registered] = [compared(noun), compared(same)];
  const fields = Object.keys(sent)
    .filter((field) => columns.has(field))
    .filter((field) => JSON.stringify(sent[field]) !== JSON.stringify(registered[field]));
  if (row.id !== undefined && row.id !== same.id) fields.unshift('id');
  if (fields.length === 0) return;
  throw importProblem('row-differs', { id: same.id, fields, pointer: `#/row/${fields[0]}` });
}

/** @throws Problem `party-reference-wrong`, `party-reference-missing` */
function ownerOf({ byUscc, byId }: Owners, { partyUscc, partyId }: Owner): Party {
  if (partyUscc === undefined && partyId === undefined) {
    throw importProblem('party-reference-wrong', { pointer: '#/row/partyUscc' });
  }
  const named = [
    ...(partyUscc === undefined ? [] : [{ field: 'partyUscc', reference: partyUscc, party: byUscc.get(partyUscc) }]),
    ...(partyId === undefined ? [] : [{ field: 'partyId', reference: partyId, party: byId.get(partyId) }]),
  ];
  for (const { field, reference, party } of named) {
    if (!party) throw importProblem('party-reference-missing', { reference, pointer: `#/row/${field}` });
  }
  const [first, second] = named.map(({ party }) => party);
  if (!first || (second && second.id !== first.id)) {
    throw importProblem('party-reference-wrong', { pointer: '#/row/partyId' });
  }
  return first;
}
