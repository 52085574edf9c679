/** A journal that its owner changes, row by row, past all triggers. */
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach } from 'vitest';
import { type Anchor, record, verifyJournal } from '../../../src/platform/journal/index.ts';
import { EMPTY_TREE, grow } from '../../../src/platform/journal/tree.ts';
import { frontierValue } from '../../../src/platform/journal/tree-store.ts';
import { useDatabase } from '../../setup/database.ts';
import { sealAll } from '../../setup/sealing.ts';
import { fact } from './fixture.ts';

/** Tables that a change may touch, and the progress of the check. */
const TABLES = ['entries', 'heads', 'seals', 'sealer', 'tree', 'tree_heads'].map((name) => `journal_${name}`);
const PROGRESS = 'journal_verification';

/** Makes thirty entries about six subjects, and a copy of them, to which each test returns. */
export function useTampering() {
  const database = useDatabase();
  let whole: Anchor;

  /** Works as the owner who turns the triggers off. */
  async function tamper(...statements: readonly string[]): Promise<void> {
    await database.owner.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      for (const statement of statements) await tx.execute(sql.raw(statement));
    });
  }

  /** Brings everything back but the progress of the check. */
  const mend = (tables: readonly string[] = TABLES) =>
    tamper(
      ...tables.map((table) => `truncate ${table}`),
      ...tables.map((table) => `insert into ${table} select * from copy_of_${table}`),
      `select setval('journal_sequence', (select max(sequence) from copy_of_journal_entries))`,
    );

  const write = async (subjects: number, times: number) => {
    for (let time = 0; time < times; time++) {
      for (let at = 0; at < subjects; at++) {
        await database.db.transaction((tx) => record(tx, [fact(`test:${at}`, { time })]));
      }
    }
  };

  beforeAll(async () => {
    await write(6, 5);
    await sealAll(database.db);
    for (const table of [...TABLES, PROGRESS]) await tamper(`create table copy_of_${table} as select * from ${table}`);
    whole = await verifyJournal(database.db);
    const { rows } = await database.db.execute<{ hash: Buffer }>(sql`
      select hash from journal_seals where index <= 10 order by index`);
    const leaves = rows.map(({ hash }) => hash);
    await database.owner.execute(
      sql`create table tree_of_ten as select ${frontierValue(grow(EMPTY_TREE, leaves))} as frontier`,
    );
  });
  beforeEach(() => mend([...TABLES, PROGRESS]));
  return { database, tamper, mend, write, whole: () => whole };
}
