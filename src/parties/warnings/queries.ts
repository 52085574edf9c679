/** Counts the warnings of the register, so that an authority sees how many records are to be checked. */
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import type { Reader } from '../../platform/database/db.ts';
import { parties, sites } from '../tables.ts';
import { registerNotice } from './problems.ts';
import type { RegisterWarningsResponse } from './schemas.ts';
import { isRegisterWarning } from './warning.ts';

type Counted = { readonly record: 'party' | 'site'; readonly code: string; readonly records: number };

/** Counts organisations and sites by their warnings. Only the index of warned records is read. */
export async function countWarnings(db: Reader, language: Language): Promise<z.infer<typeof RegisterWarningsResponse>> {
  const { rows } = await db.execute<Counted>(sql`
    select 'party' as record, code, count(*)::integer as records
      from ${parties} cross join unnest(${parties.warnings}) as code where ${parties.warnings} <> '{}' group by code
    union all
    select 'site', code, count(*)::integer
      from ${sites} cross join unnest(${sites.warnings}) as code where ${sites.warnings} <> '{}' group by code
    order by 1, 2`);
  return {
    items: rows.flatMap(({ record, code, records }) =>
      isRegisterWarning(code) ? [{ record, code, title: registerNotice.entries[code][language].title, records }] : [],
    ),
  };
}
