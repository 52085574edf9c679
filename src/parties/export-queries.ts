/** Registers as tables, page by page, in the form that an import takes. */
import { asc, eq, gt } from 'drizzle-orm';
import type { Reader } from '../platform/db.ts';
import type { ImportKind } from './import-form.ts';
import { licences, parties, sites, vehicles } from './tables.ts';

type Exported = Readonly<Record<string, unknown>> & { readonly id: string };
type PageOf = (db: Reader, after: string) => Promise<readonly Exported[]>;

const PAGE_ROWS = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

const PAGES: Readonly<Record<ImportKind, PageOf>> = {
  parties: (db, after) =>
    db.select().from(parties).where(gt(parties.id, after)).orderBy(asc(parties.id)).limit(PAGE_ROWS),
  sites: async (db, after) => {
    const rows = await db
      .select({ noun: sites, partyUscc: parties.uscc })
      .from(sites)
      .innerJoin(parties, eq(parties.id, sites.partyId))
      .where(gt(sites.id, after))
      .orderBy(asc(sites.id))
      .limit(PAGE_ROWS);
    return rows.map(({ noun, partyUscc }) => ({ ...noun, ...ownerOf(noun.partyId, partyUscc) }));
  },
  licences: async (db, after) => {
    const rows = await db
      .select({ noun: licences, partyUscc: parties.uscc })
      .from(licences)
      .innerJoin(parties, eq(parties.id, licences.partyId))
      .where(gt(licences.id, after))
      .orderBy(asc(licences.id))
      .limit(PAGE_ROWS);
    return rows.map(({ noun, partyUscc }) => ({ ...noun, ...ownerOf(noun.partyId, partyUscc) }));
  },
  vehicles: async (db, after) => {
    const rows = await db
      .select({ noun: vehicles, partyUscc: parties.uscc })
      .from(vehicles)
      .innerJoin(parties, eq(parties.id, vehicles.partyId))
      .where(gt(vehicles.id, after))
      .orderBy(asc(vehicles.id))
      .limit(PAGE_ROWS);
    return rows.map(({ noun, partyUscc }) => ({ ...noun, ...ownerOf(noun.partyId, partyUscc) }));
  },
};

/** By its code, which every service knows; by its id only where it has no code. */
function ownerOf(partyId: string, partyUscc: string | null) {
  return partyUscc === null ? { partyId, partyUscc: null } : { partyId: null, partyUscc };
}

/** Every record of a kind, oldest first, some at a time. */
export async function* exportPages(db: Reader, kind: ImportKind): AsyncGenerator<readonly Exported[]> {
  for (let after = FIRST; ; ) {
    const page = await PAGES[kind](db, after);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < PAGE_ROWS) return;
    after = last.id;
  }
}
