/** Reads whole registers and their histories page by page, for exports. */
import { asc, eq, getTableColumns, gt, sql } from 'drizzle-orm';
import type { Reader } from '../../../platform/database/db.ts';
import { licenceStates, licences, parties, partyContacts, partyStates, sites, vehicles } from '../../tables.ts';
import type { ExportKind } from '../columns.ts';

type Exported = Readonly<Record<string, unknown>> & { readonly id: string };
type PageOf = (db: Reader, after: string) => Promise<readonly Exported[]>;

const PAGE_ROWS = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Matches the next ids that have a history. A page holds complete histories. */
const withHistory = (column: typeof partyStates.partyId | typeof licenceStates.licenceId, after: string) =>
  sql`${column} in (select distinct ${column} from ${column.table} where ${column} > ${after} order by 1 limit ${PAGE_ROWS})`;

/** Reads records of organisations, with the code of the organisation. */
const owned =
  (table: typeof sites | typeof licences | typeof vehicles): PageOf =>
  async (db, after) => {
    const rows = await db
      .select({ noun: table, partyUscc: parties.uscc })
      .from(table)
      .innerJoin(parties, eq(parties.id, table.partyId))
      .where(gt(table.id, after))
      .orderBy(asc(table.id))
      .limit(PAGE_ROWS);
    return rows.map(({ noun, partyUscc }) => ({ ...noun, ...ownerOf(noun.partyId, partyUscc) }));
  };

const PAGES: Readonly<Record<ExportKind, PageOf>> = {
  parties: (db, after) =>
    db
      .select({
        ...getTableColumns(parties),
        contactName: partyContacts.contactName,
        contactPhone: partyContacts.contactPhone,
      })
      .from(parties)
      .leftJoin(partyContacts, eq(partyContacts.partyId, parties.id))
      .where(gt(parties.id, after))
      .orderBy(asc(parties.id))
      .limit(PAGE_ROWS),
  sites: owned(sites),
  licences: owned(licences),
  vehicles: owned(vehicles),
  'party-steps': async (db, after) => {
    const rows = await db
      .select({ step: partyStates, partyUscc: parties.uscc })
      .from(partyStates)
      .innerJoin(parties, eq(parties.id, partyStates.partyId))
      .where(withHistory(partyStates.partyId, after))
      .orderBy(asc(partyStates.partyId), asc(partyStates.number));
    return rows.map(({ step, partyUscc }) => ({
      ...{ ...step, id: step.partyId, at: step.at.toISOString(), ...ownerOf(step.partyId, partyUscc) },
    }));
  },
  'licence-steps': async (db, after) => {
    const rows = await db
      .select({ step: licenceStates, licence: licences, partyUscc: parties.uscc })
      .from(licenceStates)
      .innerJoin(licences, eq(licences.id, licenceStates.licenceId))
      .innerJoin(parties, eq(parties.id, licences.partyId))
      .where(withHistory(licenceStates.licenceId, after))
      .orderBy(asc(licenceStates.licenceId), asc(licenceStates.number));
    return rows.map(({ step, licence, partyUscc }) => ({
      ...{ ...step, id: step.licenceId, recordedAt: step.recordedAt.toISOString() },
      ...{ licenceNumber: licence.number, validFrom: licence.validFrom, ...ownerOf(licence.partyId, partyUscc) },
    }));
  },
};

/** Names an organisation by its code, which is the same in every service, or by its id if it has no code. */
function ownerOf(partyId: string, partyUscc: string | null) {
  return partyUscc === null ? { partyId, partyUscc: null } : { partyId: null, partyUscc };
}

/** Reads a page within the visibility of the caller. */
type ReadPage = (read: (db: Reader) => Promise<readonly Exported[]>) => Promise<readonly Exported[]>;

/** Yields all records of a kind, oldest first, in pages: a slow client holds no connection between them. */
export async function* exportPages(within: ReadPage, kind: ExportKind): AsyncGenerator<readonly Exported[]> {
  for (let after = FIRST; ; ) {
    const from = after;
    const page = await within((db) => PAGES[kind](db, from));
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.id;
  }
}
