/** Reads in the journal from which accounts the password of an account came. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { isServiceSubject } from '../../core/actor.ts';
import type { PasswordGiver } from '../../core/second-person.ts';
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';

/** Accounts that are registered here; another issuer has other subjects. */
const Id = z.uuid();
const Givers = z.array(z.object({ subject: z.string(), isSystem: z.boolean() }));

/**
 * Lists the givers of the initial passwords that an account has had since an instant. Also lists the givers of theirs by then,
 * and so on. An initial password from outside the organisation of the account ends the list: the province office holds every
 * account. Commands on the machine of the service are left out, as they need no account. Accounts of another issuer have none.
 */
export async function readPasswordGivers(tx: Tx, subject: string, since: Date): Promise<PasswordGiver[]> {
  if (!Id.safeParse(subject).success) return [];
  const { rows } = await asServiceInAny(tx, 'an account may come from another one', () =>
    tx.execute(sql`
      with recursive givers as (
        select id::text as subject, party_id::text as party, 9223372036854775807 as sequence, 0 as distance
        from identity_people where id = ${subject}::uuid
        union
        -- Passwords that replaced the one of then: each is a beginning of its own.
        select p.id::text, p.party_id::text, e.sequence, 0 from identity_people p
          join journal_entries e on e.subject = 'person:' || p.id::text and e.kind = 'person.password-set'
        where p.id = ${subject}::uuid and (e.payload -> 'initial')::boolean and e.recorded_at > ${since.toISOString()}
        union all
        select given.giver, givers.party, given.sequence, givers.distance + 1 from givers, lateral (
          select actor ->> 'subject' as giver, actor ->> 'partyId' as party, sequence from journal_entries
          where subject = 'person:' || givers.subject and sequence < givers.sequence and (kind = 'person.registered'
            or kind = 'person.password-set' and (payload -> 'initial')::boolean)
          order by number desc limit 1
        ) given where given.party is not distinct from givers.party
      )
      select subject, exists (select from identity_clients 
        where id = case when pg_input_is_valid(givers.subject, 'uuid') then givers.subject::uuid end) as "isSystem"
      from givers where distance > 0 order by distance`),
  );
  return Givers.parse(rows).filter(({ subject: giver }) => !isServiceSubject(giver));
}
