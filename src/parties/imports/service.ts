/** Use cases: registering many organisations, sites, licences or vehicles from one file. */
import type { Actor } from '../../core/actor.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { recordRegistrations } from '../registration-service.ts';
import { placesNow } from '../service.ts';
import type { ImportKind } from './columns.ts';
import { importProblem } from './problems.ts';
import { type Candidate, type Nouns, type Owner, RECORD_KINDS, type Rows } from './record-kind.ts';
import { findPartiesAmong, lockRegister, RECORD_STORES } from './store.ts';
import { draftRows, judgeDrafts, type Owners, type Seen, type Verdict } from './verdict.ts';

/** Maximum of rows in one statement. */
const STATEMENT_ROWS = 500;

/** An import of the rows of one file. */
export type ImportProgress = {
  /** Number of rows that are still to be registered. */
  readonly left: () => number;
  /** Judges all rows and writes nothing. */
  readonly judge: (db: Reader, deps: Deps) => Promise<readonly Verdict[]>;
  /** Registers the next rows: all of them, unless a number is given. @throws Problem `import-overtaken` */
  readonly register: (
    tx: Tx,
    deps: Deps,
    command: { readonly actor: Actor; readonly all: boolean; readonly rows?: number },
  ) => Promise<readonly Verdict[]>;
};

/** Begins an import. `fields` are the fields for which the file has columns, `seen` the rows of its earlier parts. */
export function startImport<Kind extends ImportKind>(
  kind: Kind,
  {
    candidates,
    fields,
    seen = new Map(),
  }: {
    readonly candidates: readonly Candidate<Rows[Kind]>[];
    readonly fields: ReadonlySet<string>;
    readonly seen?: Seen;
  },
): ImportProgress {
  let taken = 0;
  return {
    left: () => candidates.length - taken,
    judge: async (db, deps) => (await judgeRows(db, deps, { kind, candidates, seen, fields })).verdicts,
    register: (tx, deps, { actor, all, rows = candidates.length }) => {
      const part = candidates.slice(taken, taken + rows);
      taken += part.length;
      return registerRows(tx, deps, { kind, candidates: part, seen, fields, actor, all });
    },
  };
}

type JudgeRows<Kind extends ImportKind> = {
  readonly kind: Kind;
  readonly candidates: readonly Candidate<Rows[Kind]>[];
  readonly seen: Seen;
  readonly fields: ReadonlySet<string>;
};

async function judgeRows<Kind extends ImportKind>(
  db: Reader,
  deps: Deps,
  { kind, candidates, seen, fields }: JudgeRows<Kind>,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly fresh: readonly Nouns[Kind][] }> {
  const owners = await findOwners(db, candidates);
  const stamp = () => ({ id: deps.newId(), registeredAt: deps.clock(), version: 1 });
  const drafts = draftRows(kind, candidates, owners, stamp);
  const nouns = drafts.flatMap((draft) => ('noun' in draft ? [draft.noun] : []));
  const registered = nouns.length === 0 ? [] : await RECORD_STORES[kind].findLike(db, nouns);
  const places = await placesNow(db, deps);
  return judgeDrafts(kind, drafts, { registered, places, seen, fields });
}

/**
 * Registers the new rows in the caller's transaction. With `all`, it registers them only if no row is refused. Other
 * imports wait.
 */
async function registerRows<Kind extends ImportKind>(
  tx: Tx,
  deps: Deps,
  { actor, all, ...rows }: JudgeRows<Kind> & { readonly actor: Actor; readonly all: boolean },
): Promise<readonly Verdict[]> {
  await lockRegister(tx);
  const { verdicts, fresh } = await judgeRows(tx, deps, rows);
  if (all && verdicts.some(({ outcome }) => outcome === 'refused')) return verdicts;
  for (let from = 0; from < fresh.length; from += STATEMENT_ROWS) {
    const part = fresh.slice(from, from + STATEMENT_ROWS);
    const inserted = await RECORD_STORES[rows.kind].insert(tx, part);
    if (inserted !== part.length) throw importProblem('import-overtaken');
    await recordRegistrations(tx, RECORD_KINDS[rows.kind].noun, part, actor);
  }
  return verdicts;
}

/** Records in the journal that an authority exported a register, with the purpose if personal data were included. */
export async function recordExport(
  tx: Tx,
  deps: Deps,
  {
    actor,
    ...payload
  }: { readonly actor: Actor; readonly kind: string; readonly format: string; readonly purpose: string | null },
): Promise<void> {
  await record(tx, [fact('register.exported', `export:${deps.newId()}`, actor, deps.clock(), payload)]);
}

async function findOwners(db: Reader, candidates: readonly Candidate<Owner>[]): Promise<Owners> {
  const usccs = candidates.flatMap(({ row }) => row.partyUscc ?? []);
  const ids = candidates.flatMap(({ row }) => row.partyId ?? []);
  const found = usccs.length + ids.length === 0 ? [] : await findPartiesAmong(db, { usccs, ids });
  return {
    byUscc: new Map(found.flatMap((party) => (party.uscc === null ? [] : [[party.uscc, party]]))),
    byId: new Map(found.map((party) => [party.id, party])),
  };
}
