/** Deliveries, the status of the exchange, and the agreement of two authorities, for operators. */
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../platform/database/db.ts';
import { equals, page } from '../platform/database/page.ts';
import type { Page } from '../platform/http/index.ts';
import { readSubject } from '../platform/journal/index.ts';
import { agreement, type CopyStatus } from './deliveries/delivery.ts';
import type { OUTCOMES } from './messages/message.ts';
import { contradicts } from './numbers/clash.ts';
import { countOpenClashes, readContradiction } from './numbers/queries.ts';
import { NATIONAL } from './partners/partner.ts';
import { exchangeProblem } from './problems.ts';
import type { AgreementResponse, DeliveryListQuery, DeliveryResponse, StatusResponse } from './schemas.ts';
import { deliveries, inbox, numbers } from './tables.ts';

export function listDeliveries(
  db: Reader,
  query: z.infer<typeof DeliveryListQuery>,
): Promise<Page<z.infer<typeof DeliveryResponse>>> {
  const { state, partner, manifestId } = query;
  return page(db, deliveries, {
    query,
    where: [
      equals(deliveries.state, state),
      equals(deliveries.partnerCode, partner),
      equals(deliveries.manifestId, manifestId),
    ],
    toItem: toDeliveryResponse,
  });
}

/** Reads a delivery. @throws Problem `delivery-missing` */
export async function readDelivery(db: Reader, id: string): Promise<z.infer<typeof DeliveryResponse>> {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id));
  if (!row) throw exchangeProblem('delivery-missing', { id });
  return toDeliveryResponse(row);
}

function toDeliveryResponse(row: typeof deliveries.$inferSelect): z.infer<typeof DeliveryResponse> {
  const { partnerCode, entryIndex: _, message: __, nextAttemptAt, createdAt, sentAt, settledAt, ...rest } = row;
  return {
    ...rest,
    partner: partnerCode,
    nextAttemptAt: nextAttemptAt.toISOString(),
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    settledAt: settledAt?.toISOString() ?? null,
  };
}

type PartnerRow = {
  code: string;
  name: string | null;
  kind: 'province' | 'national' | null;
  sandbox: boolean | null;
  stopped: boolean | null;
  sent: string | null;
  acknowledged: string | null;
  retried: string | null;
  failures: number | null;
  next_attempt_at: string | Date | null;
  last_error: string | null;
  due: string;
  parked: string;
};

export async function readStatus(db: Reader, code: string): Promise<z.infer<typeof StatusResponse>> {
  const { rows } = await db.execute<PartnerRow>(sql`
    with open as (
      select partner_code, count(*) filter (where state = 'due') as due, count(*) filter (where state = 'parked') as parked
      from exchange_deliveries where state in ('due', 'parked') group by partner_code)
    select coalesce(p.code, o.partner_code) as code, p.name, p.kind, p.sandbox, p.stopped, p.sent, p.acknowledged, p.retried, p.failures,
      p.next_attempt_at, p.last_error, coalesce(o.due, 0) as due, coalesce(o.parked, 0) as parked
    from exchange_partners p full join open o on o.partner_code = p.code order by 1`);
  const received = await db
    .select({ outcome: inbox.outcome, count: sql<string>`count(*)` })
    .from(inbox)
    .groupBy(inbox.outcome);
  const counts = new Map(received.map(({ outcome, count }) => [outcome, Number(count)]));
  const [waiting] = await db
    .select({ count: sql<string>`count(*)` })
    .from(numbers)
    .where(sql`${numbers.settledAt} is null`);
  return {
    code,
    nationalSystem: nationalSystemAmong(rows),
    partners: rows.map(toPartnerStatus),
    received: {
      applied: counts.get('applied') ?? 0,
      already: counts.get('already') ?? 0,
      waiting: counts.get('waiting') ?? 0,
      refused: counts.get('refused') ?? 0,
      conflict: counts.get('conflict') ?? 0,
    } satisfies Record<(typeof OUTCOMES)[number], number>,
    numbersWaiting: Number(waiting?.count ?? 0),
    numberClashes: await countOpenClashes(db),
  };
}

/** Manifests get their numbers from the national system, so its absence is a value of its own. */
function nationalSystemAmong(rows: readonly PartnerRow[]): z.infer<typeof StatusResponse>['nationalSystem'] {
  const national = rows.find(({ code, name }) => code === NATIONAL && name !== null);
  if (national === undefined || national.stopped) return 'missing';
  return national.sandbox ? 'sandbox' : 'registered';
}

function toPartnerStatus(row: PartnerRow): z.infer<typeof StatusResponse>['partners'][number] {
  return {
    code: row.code,
    name: row.name,
    kind: row.kind,
    sandbox: row.sandbox ?? false,
    sent: Number(row.sent ?? 0),
    acknowledged: Number(row.acknowledged ?? 0),
    retried: Number(row.retried ?? 0),
    due: Number(row.due),
    parked: Number(row.parked),
    failures: row.failures ?? 0,
    nextAttemptAt: row.next_attempt_at === null ? null : new Date(row.next_attempt_at).toISOString(),
    lastError: row.last_error,
  };
}

const StepPlace = z.object({ version: z.int().min(1), digest: z.string() });

/**
 * Compares each counterpart's copy of a manifest with our own versions in the journal. Undefined when no step of the
 * manifest was sent to others.
 */
export async function readAgreement(
  db: Reader,
  manifestId: string,
): Promise<z.infer<typeof AgreementResponse> | undefined> {
  const entries = await readSubject(db, `manifest:${manifestId}`);
  const versions = new Map<number, string>();
  for (const { payload } of entries) {
    const place = StepPlace.safeParse(payload);
    if (place.success) versions.set(place.data.version, place.data.digest);
  }
  const version = Math.max(0, ...versions.keys());
  const digest = versions.get(version);
  if (digest === undefined) return undefined;
  const own = { version, digestOf: (asked: number) => versions.get(asked) };
  const contradiction = await readContradiction(db, manifestId);
  const counterparts = (await listCopies(db, manifestId)).map(({ partner, ...standing }) => ({
    partner,
    ...standing,
    agreed: agreement(own, { ...standing, contradicts: contradicts(contradiction, partner) }),
  }));
  return { manifestId, version, digest, counterparts };
}

/** Lists the latest version that each counterpart has acknowledged or sent, and of two statements about it the later. */
async function listCopies(
  db: Reader,
  manifestId: string,
): Promise<(Omit<CopyStatus, 'contradicts'> & { partner: string })[]> {
  const { rows } = await db.execute<{
    partner: string;
    version: number | null;
    digest: string | null;
    due: number;
    parked: number;
  }>(sql`
    with known as (
      select partner_code as partner, manifest_version as version, digest, settled_at from exchange_deliveries
        where manifest_id = ${manifestId} and state = 'acknowledged'
      union all
      select sender, manifest_version, digest, settled_at from exchange_inbox
        where manifest_id = ${manifestId} and outcome in ('applied', 'already')
    ), latest as (
      select distinct on (partner) partner, version, digest from known
        order by partner, version desc, settled_at desc nulls last
    ), open as (
      select partner_code as partner, (count(*) filter (where state = 'due'))::int as due,
        (count(*) filter (where state = 'parked'))::int as parked
      from exchange_deliveries where manifest_id = ${manifestId} and state in ('due', 'parked') group by partner_code
    )
    select coalesce(l.partner, o.partner) as partner, l.version, l.digest, coalesce(o.due, 0) as due,
      coalesce(o.parked, 0) as parked
    from latest l full join open o on o.partner = l.partner order by 1`);
  return rows;
}
