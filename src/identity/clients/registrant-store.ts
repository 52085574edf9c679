/** Reads in the journal by whom and when a client was registered and last changed. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../../platform/database/db.ts';
import type { ClientHistory, Registering } from './client.ts';

const Row = z.object({
  kind: z.enum(['client.registered', 'client.changed']),
  at: z.coerce.date(),
  subject: z.string(),
  name: z.string().nullable(),
});

export async function readHistory(db: Db, clientId: string): Promise<ClientHistory> {
  const { rows } = await db.execute(sql`
    select distinct on (kind) kind, recorded_at as at, actor ->> 'subject' as subject, coalesce(
      (select person_name || coalesce(' (' || login || ')', '') from identity_people where id::text = actor ->> 'subject'),
      (select name from identity_clients where id::text = actor ->> 'subject')) as name
    from journal_entries where subject = ${`client:${clientId}`} and kind in ('client.registered', 'client.changed')
    order by kind, number desc`);
  const found = z.array(Row).parse(rows);
  const of = (kind: string): Registering | undefined => {
    const row = found.find((one) => one.kind === kind);
    return row && { at: row.at, by: row.name ?? row.subject };
  };
  return { registered: of('client.registered'), changed: of('client.changed') };
}
