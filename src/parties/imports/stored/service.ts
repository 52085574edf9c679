/**
 * Use cases: storing an import of many rows, and running it in the background. Each part is one transaction with its
 * outcomes, so a killed process leaves nothing half done, and another one goes on with the next part.
 */
import type { Actor } from '../../../core/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import type { Deps, ServiceDeps } from '../../../platform/deps.ts';
import { COLUMNS, type ImportKind } from '../columns.ts';
import type { Header } from '../file/header.ts';
import type { ImportFile } from '../file/reading-service.ts';
import type { Candidate, Rows } from '../record-kind.ts';
import { findingsOf } from '../report.ts';
import { startImport } from '../service.ts';
import type { Seen, Verdict } from '../verdict.ts';
import { PART_ROWS, type PartFindings, type StoredHeader, type StoredImport } from './import.ts';
import {
  endImport,
  hasRefusal,
  insertImport,
  listIdle,
  lockOpenImport,
  nextPart,
  noteAttempt,
  notePart,
  noteProgress,
  replaceFindings,
  storedRows,
} from './store.ts';

type StoreCommand = {
  readonly actor: Actor;
  readonly file: ImportFile;
  readonly mode: 'all' | 'rows';
  readonly dryRun: boolean;
};

/** Stores an import. It begins with a wake-up, or with the next sweep. */
export async function storeImport(
  tx: Tx,
  deps: Deps,
  { actor, file, mode, dryRun }: StoreCommand,
): Promise<StoredImport> {
  const { kind, header, candidates, faults, faultsTotal, broken } = file;
  const { places, ...said } = header;
  const stored: StoredImport = {
    ...{ id: deps.newId(), kind, mode, dryRun, actor, state: 'waiting', applied: false, finishedAt: null },
    header: { ...said, fields: places.map((column) => column?.field ?? null) },
    form: { faults, faultsTotal, broken },
    rowsTotal: candidates.length + broken.length,
    createdAt: deps.clock(),
  };
  const parts = Array.from({ length: Math.ceil(candidates.length / PART_ROWS) }, (_, at) =>
    candidates.slice(at * PART_ROWS, (at + 1) * PART_ROWS),
  );
  await insertImport(tx, stored, parts);
  return stored;
}

/** Rows of the parts before the next one, by their keys. They are read again after the work of another process. */
type Progress = { seen: Seen; parts: number };

/** Runs an import to its end. Safe to repeat, and to run twice at once. */
export async function runImport(deps: ServiceDeps, id: string): Promise<void> {
  const progress: Progress = { seen: new Map(), parts: 0 };
  try {
    while (await takePart(deps, id, progress));
  } catch (error) {
    await deps.db.transaction((tx) => noteAttempt(tx, id, deps.clock()));
    throw error;
  }
}

/** Judges or registers the next part; false when nothing is left to do. */
async function takePart(deps: ServiceDeps, id: string, progress: Progress): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    const stored = await lockOpenImport(tx, id);
    if (stored === undefined) return false;
    const part = await nextPart(tx, id);
    if (part === undefined) {
      await finish(tx, deps, stored);
      return false;
    }
    if (progress.parts !== part.number) {
      progress.seen = new Map();
      await rowsOf(stored, await storedRows(tx, id, part.number), progress.seen).judge(tx, deps);
    }
    const rows = rowsOf(stored, part.rows, progress.seen);
    const registers = stored.mode === 'rows' && !stored.dryRun;
    const verdicts = registers
      ? await rows.register(tx, deps, { actor: stored.actor, all: false })
      : await rows.judge(tx, deps);
    await notePart(tx, id, part.number, partFindings(stored, verdicts));
    await noteProgress(tx, id, deps.clock());
    progress.parts = part.number + 1;
    return true;
  });
}

/** Ends an import whose rows are all judged. With mode `all`, this is where they are registered, all of them or none. */
async function finish(tx: Tx, deps: Deps, stored: StoredImport): Promise<void> {
  const { id, mode, dryRun, actor, form } = stored;
  let applied = mode === 'rows' && !dryRun;
  if (mode === 'all' && !dryRun && form.broken.length === 0 && !(await hasRefusal(tx, id))) {
    const rows = rowsOf(stored, await storedRows(tx, id), new Map());
    const verdicts = await rows.register(tx, deps, { actor, all: true });
    await replaceFindings(tx, id, partFindings(stored, verdicts));
    applied = verdicts.every(({ outcome }) => outcome !== 'refused');
  }
  await endImport(tx, id, { applied, state: 'finished', at: deps.clock() });
}

function rowsOf({ kind, header }: StoredImport, candidates: readonly Candidate<Rows[ImportKind]>[], seen: Seen) {
  const fields = new Set(header.fields.flatMap((field) => field ?? []));
  return startImport(kind, { candidates, fields, seen });
}

function partFindings({ kind, header }: StoredImport, verdicts: readonly Verdict[]): PartFindings {
  const { rows, faults, warnings } = findingsOf(
    { kind, header: withPlaces(kind, header), faults: [], faultsTotal: 0, broken: [] },
    verdicts,
  );
  return { rows, faults, warnings };
}

function withPlaces(kind: ImportKind, { fields, ...said }: StoredHeader): Header {
  return { ...said, places: fields.map((field) => COLUMNS[kind].find((column) => column.field === field)) };
}

/** Time after which an import without progress counts as left behind, in milliseconds. */
const IDLE_MS = 10_000;

/** Wakes imports whose wake-up was lost, or whose process was killed. */
export async function wakeIdleImports(
  deps: ServiceDeps & { readonly wakeAll: (topic: string, keys: readonly string[]) => Promise<void> },
): Promise<void> {
  const idle = await listIdle(deps.db, new Date(deps.clock().getTime() - IDLE_MS));
  if (idle.length > 0) await deps.wakeAll('import', idle);
}
