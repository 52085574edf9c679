/** Use cases: registering many organisations, sites, licences or vehicles from one file. */
import type { Actor } from '../../core/actor.ts';
import { Problem } from '../../core/messages/problem.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { Party } from '../party.ts';
import { placesNow } from '../service.ts';
import { importProblem } from './problems.ts';
import type { Candidate, Ledger, Owner, Registered } from './record-kinds-service.ts';
import { findPartiesAmong, lockRegister } from './store.ts';

/** What becomes of a row. `field` and `problem` say why it is refused. */
export type Verdict = {
  readonly line: number;
  readonly outcome: 'registered' | 'unchanged' | 'refused';
  readonly id: string | null;
  readonly field?: string;
  readonly problem?: Problem;
};

/** Which line said something first, kept from one part of a file to the next. */
export type Seen = Map<string, number>;

/** Rows that are written in one statement. */
const STATEMENT_ROWS = 500;

type Work<Row> = {
  readonly candidates: readonly Candidate<Row>[];
  readonly seen: Seen;
  /** What the file has columns for: of the rest it says nothing. */
  readonly fields: ReadonlySet<string>;
};

type Judged<Noun> = { readonly verdicts: readonly Verdict[]; readonly nouns: readonly Noun[] };

/** Says of every row what would become of it, and writes nothing. Rows stay in their order. */
export async function judgeRows<Row extends Owner, Noun extends Registered>(
  db: Reader,
  deps: Deps,
  ledger: Ledger<Row, Noun>,
  { candidates, seen, fields }: Work<Row>,
): Promise<Judged<Noun>> {
  const owners = await findOwners(db, candidates);
  const drafts = candidates.map(({ line, row }) => {
    try {
      const owner = ledger.owned ? ownerOf(owners, row) : undefined;
      return { line, row, noun: ledger.draft(row, owner, { id: row.id ?? deps.newId(), registeredAt: deps.clock() }) };
    } catch (error) {
      return refusal(line, error);
    }
  });
  const nouns = drafts.flatMap((draft) => ('noun' in draft ? [draft.noun] : []));
  const known = nouns.length === 0 ? [] : await ledger.findLike(db, nouns);
  const byKey = new Map(known.map((noun) => [ledger.keyOf(noun), noun]));
  const byId = new Map(known.map((noun) => [noun.id, noun]));
  // Once for all rows of a part: the table is small and whole.
  const places = await placesNow(db, deps);
  const fresh: Noun[] = [];
  const verdicts = drafts.map((draft): Verdict => {
    if (!('noun' in draft)) return draft;
    const { line, row, noun } = draft;
    try {
      // With an id of its own, what may be there twice is only itself.
      const keys = row.id !== undefined && ledger.mayRepeat(noun) ? [] : [ledger.keyOf(noun)];
      refuseRepetition(seen, line, [...keys, ...(row.id === undefined ? [] : [`id ${row.id}`])]);
      const same = byId.get(noun.id) ?? keys.map((key) => byKey.get(key)).find((other) => other !== undefined);
      if (same) return { line, outcome: 'unchanged', id: refuseDifference(ledger, noun, { same, row, fields }) };
      ledger.refuse(noun, places);
      fresh.push(noun);
      return { line, outcome: 'registered', id: noun.id };
    } catch (error) {
      return refusal(line, error);
    }
  });
  return { verdicts, nouns: fresh };
}

/**
 * Judges rows and registers those that are new, in the caller's transaction. Other imports wait.
 * @throws Problem `import-overtaken` when a single registration came between
 */
export async function registerRows<Row extends Owner, Noun extends Registered>(
  tx: Tx,
  deps: Deps,
  ledger: Ledger<Row, Noun>,
  work: Work<Row> & {
    readonly actor: Actor;
    /** Registers nothing when a row is refused. */
    readonly all: boolean;
  },
): Promise<readonly Verdict[]> {
  await lockRegister(tx);
  const { verdicts, nouns } = await judgeRows(tx, deps, ledger, work);
  if (work.all && verdicts.some(({ outcome }) => outcome === 'refused')) return verdicts;
  for (let from = 0; from < nouns.length; from += STATEMENT_ROWS) {
    const part = nouns.slice(from, from + STATEMENT_ROWS);
    if ((await ledger.insert(tx, part)) !== part.length) throw importProblem('import-overtaken');
    await record(
      tx,
      part.map((noun) => registrationOf(ledger.noun, noun, work.actor)),
    );
  }
  return verdicts;
}

/** Keeps in mind who took a whole register, and what for if with the contacts of people in it. */
export async function recordExport(
  tx: Tx,
  deps: Deps,
  { actor }: { readonly actor: Actor },
  payload: { readonly kind: string; readonly format: string; readonly purpose: string | null },
): Promise<void> {
  await record(tx, [fact('register.exported', `export:${deps.newId()}`, actor, deps.clock(), payload)]);
}

/** The same entry that a single registration makes. */
function registrationOf(name: string, noun: Registered, actor: Actor) {
  const { registeredAt, ...payload } = noun;
  return fact(`${name}.registered`, `${name}:${noun.id}`, actor, registeredAt, payload);
}

function refusal(line: number, error: unknown): Verdict {
  if (!(error instanceof Problem)) throw error;
  const field = error.facts.pointer?.split('/').at(-1);
  return { line, outcome: 'refused', id: null, problem: error, ...(field === undefined ? {} : { field }) };
}

function refuseRepetition(seen: Seen, line: number, names: readonly string[]): void {
  const otherLine = names.map((name) => seen.get(name)).find((other) => other !== undefined);
  if (otherLine !== undefined) throw importProblem('row-repeated', { otherLine });
  for (const name of names) seen.set(name, line);
}

/** The id of what is registered, if the row says the same. @throws Problem `row-differs` */
function refuseDifference<Row extends Owner, Noun extends Registered>(
  ledger: Ledger<Row, Noun>,
  noun: Noun,
  { same, row, fields: told }: Pick<Work<Row>, 'fields'> & { readonly same: Noun; readonly row: Row },
): string {
  const [said, known] = [ledger.compared(noun), ledger.compared(same)];
  const fields = Object.keys(said)
    .filter((field) => told.has(field))
    .filter((field) => JSON.stringify(said[field]) !== JSON.stringify(known[field]));
  if (row.id !== undefined && row.id !== same.id) fields.unshift('id');
  if (fields.length === 0) return same.id;
  throw importProblem('row-differs', { id: same.id, fields, pointer: `#/row/${fields[0]}` });
}

type Owners = { readonly byUscc: ReadonlyMap<string, Party>; readonly byId: ReadonlyMap<string, Party> };

async function findOwners(db: Reader, candidates: readonly Candidate<Owner>[]): Promise<Owners> {
  const usccs = candidates.flatMap(({ row }) => row.partyUscc ?? []);
  const ids = candidates.flatMap(({ row }) => row.partyId ?? []);
  const found = usccs.length + ids.length === 0 ? [] : await findPartiesAmong(db, { usccs, ids });
  return {
    byUscc: new Map(found.flatMap((party) => (party.uscc === null ? [] : [[party.uscc, party]]))),
    byId: new Map(found.map((party) => [party.id, party])),
  };
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
