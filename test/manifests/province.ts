/** One province for tests with a database: organisations, sites, licences, stock, and actors. */
import { pino } from 'pino';
import type { Approval } from '../../src/approvals/decisions/approval.ts';
import { registerApproval } from '../../src/approvals/decisions/service.ts';
import { moveMass } from '../../src/batches/index.ts';
import { ALL_SCOPES } from '../../src/core/access/scopes.ts';
import type { Actor } from '../../src/core/actor.ts';
import { composeUscc } from '../../src/core/identifiers/uscc.ts';
import { toGrams } from '../../src/core/mass.ts';
import { codeNames } from '../../src/core/messages/code-names.ts';
import { draftManifest } from '../../src/manifests/draft-service.ts';
import { type LawDeps, manifestLaw } from '../../src/manifests/law/queries.ts';
import type { Outage } from '../../src/manifests/outages/outage.ts';
import { declareOutage } from '../../src/manifests/outages/service.ts';
import type { Manifest } from '../../src/manifests/rules/command.ts';
import { MANIFEST_STEPS } from '../../src/manifests/rules/manifest.ts';
import type { ManifestStep } from '../../src/manifests/rules/step.ts';
import { type Licence, type Party, type Site, withCode } from '../../src/parties/index.ts';
import { registerLicence, registerParty, registerSite } from '../../src/parties/service.ts';
import type { Db } from '../../src/platform/database/db.ts';
import { type RequestTx, writeAs } from '../../src/platform/database/row-security.ts';
import type { ServiceDeps } from '../../src/platform/deps.ts';
import { newId } from '../../src/platform/ids.ts';
import { keepLawCache } from '../../src/platform/law/index.ts';

/** Two days after the loads of these tests, so that steps entered then are in time. */
export const NOW = new Date('2026-09-12T04:00:00.000Z');
/** The clock of these services, for tests of late entries. */
export const clock = { now: NOW };
export const OFFICE: Actor = { subject: 'office', roles: ['province_regulator'], source: 'local', scopes: ALL_SCOPES };
const PEOPLE: Actor = { subject: 'clerk', roles: ['enterprise_manager'], source: 'local', scopes: ALL_SCOPES };

export const depsOf = (db: Db, province: string): ServiceDeps & LawDeps => ({
  db,
  province,
  clock: () => clock.now,
  newId,
  log: pino({ level: 'silent' }),
  law: keepLawCache({ db, clock: () => clock.now }),
});

export const actorOf = (party: { readonly id: string }): Actor => ({ ...PEOPLE, partyId: party.id });

let serial = 100;

export function addParty(deps: ServiceDeps, provinceCode: string, known: Partial<Party> = {}): Promise<Party> {
  serial += 1;
  const draft = withCode({
    uscc: composeUscc('91', `${provinceCode}0100`, serial),
    usccMissingReason: null,
    name: `演示单位${serial}`,
    provinceCode,
    divisionCode: `${provinceCode}01`,
    address: null,
    contactName: null,
    contactPhone: null,
    ...known,
  });
  return deps.db.transaction((tx) => registerParty(tx, deps, { actor: PEOPLE, ...draft }));
}

export function addSite(deps: ServiceDeps, party: Party, kind: Site['kind'], name = '演示场所'): Promise<Site> {
  const draft = { partyId: party.id, kind, name, divisionCode: `${party.provinceCode}01`, address: null };
  return deps.db.transaction((tx) => registerSite(tx, deps, { actor: PEOPLE, ...draft }));
}

export function addLicence(
  deps: ServiceDeps,
  party: Party,
  mode: Licence['mode'],
  changes: Partial<Licence> = {},
): Promise<Licence> {
  serial += 1;
  const draft = {
    partyId: party.id,
    number: `演示证${serial}`,
    mode,
    wasteCodes: ['900-052-31'],
    annualLimitGrams: null,
    validFrom: '2026-01-01',
    validTo: '2027-01-01',
    issuer: '演示厅',
    ...changes,
  };
  return deps.db.transaction((tx) => registerLicence(tx, deps, { actor: PEOPLE, ...draft }));
}

/** Registers the decision of this province on loads between two organisations; 100 000 t of batteries for a year, unless stated. */
export function addApproval(
  deps: ServiceDeps,
  between: { readonly consignor: Party; readonly receiver: Party; readonly licence: Licence },
  changes: { readonly massGrams?: number; readonly decidedOn?: string; readonly requestedUntil?: string } = {},
): Promise<Approval> {
  serial += 1;
  const { consignor, receiver, licence } = between;
  const { massGrams = 100_000_000_000, decidedOn = '2026-01-01', requestedUntil = '2026-12-31' } = changes;
  const decision = {
    ...{ number: `演示批${serial}`, consignorId: consignor.id, receiverId: receiver.id, licenceId: licence.id },
    ...{ quantities: [{ wasteCode: '900-052-31', massGrams }], treatmentMethods: ['R4'], decidedOn, requestedUntil },
    ...{ legalBasis: '《危险废物转移管理办法》第二十六条', documents: [] },
  };
  const law = { validity: () => ({ months: 12 }), treatmentMethods: () => codeNames([{ code: 'R4' }]) };
  return deps.db.transaction((tx) => registerApproval(tx, deps, { actor: PEOPLE, law, ...decision }));
}

/** Declares that the national system could not be used in this province from an instant on, unless this is declared already. */
export async function addOutage(
  deps: ServiceDeps & LawDeps,
  startedAt = new Date('2026-09-01T00:00:00.000Z'),
): Promise<Outage | undefined> {
  const { rowCount } = await deps.db.$client.query('select from outages where started_at <= $1', [startedAt]);
  if (rowCount !== 0) return undefined;
  const outage = { system: 'national', divisionCode: deps.province, startedAt, reason: '停机维护' } as const;
  const by = { actor: OFFICE, law: await manifestLaw(deps) };
  return deps.db.transaction((tx) => declareOutage(tx, deps, { ...by, ...outage }));
}

export type Stock = {
  readonly massGrams: number;
  readonly pieces: number;
  readonly whole?: boolean;
  readonly sourceType?: string;
  readonly at?: Date;
};

/** A batch of batteries on a site, generated there. */
export async function addStock(
  deps: ServiceDeps,
  site: Site,
  { massGrams, pieces, whole = true, sourceType, at = new Date('2026-09-01T00:00:00.000Z') }: Stock,
): Promise<string> {
  const id = newId();
  await deps.db.transaction((tx) =>
    moveMass(
      tx,
      [
        {
          id,
          partyId: site.partyId,
          siteId: site.id,
          kind: 'battery',
          material: '900-052-31',
          batteryKind: 'stationary',
          riskClass: whole ? 'I' : 'II',
          condition: whole ? 'whole' : 'broken',
          sourceType: sourceType ?? null,
          supplierName: null,
          evidence: null,
          occurredAt: at,
          recordedAt: at,
        },
      ],
      [
        {
          kind: 'generation',
          from: { boundary: 'generation' },
          to: { batchId: id },
          massGrams: toGrams(massGrams),
          pieces,
          evidence: null,
          occurredAt: at,
          recordedAt: at,
        },
      ],
    ),
  );
  return id;
}

/** Adds consignor, carrier and receiver with their sites, licences and approval, and a batch in stock. */
export async function addTrade(deps: ServiceDeps, receiverProvince: string, stock: Stock) {
  const consignor = await addParty(deps, deps.province);
  const carrier = await addParty(deps, deps.province);
  const receiver = await addParty(deps, receiverProvince);
  const site = await addSite(deps, consignor, 'transfer_point');
  const licence = await addLicence(deps, receiver, 'recycling');
  const here = receiverProvince === deps.province;
  if (!here) await addApproval(deps, { consignor, receiver, licence });
  const receiverSite = here ? await addSite(deps, receiver, 'recycler') : null;
  const batchId = await addStock(deps, site, stock);
  return { consignor, carrier, receiver, site, receiverSite, batchId };
}
export type Trade = Awaited<ReturnType<typeof addTrade>>;

export function requestOf(trade: Trade, massGrams: number, pieces: number) {
  const { carrier, receiver, site, receiverSite, batchId } = trade;
  return {
    carrierId: carrier.id,
    receiverId: receiver.id,
    consignorSiteId: site.id,
    receiverSiteId: receiverSite?.id ?? null,
    receiverSite: receiverSite ? null : { name: '演示场所', divisionCode: `${receiver.provinceCode}01`, address: null },
    lines: [{ batchId, massGrams, pieces, packaging: 'pallet', packages: 1 }],
  };
}

/** Does work of a request of an organisation, under row-level security. */
export const forParty = <Result>(
  deps: ServiceDeps,
  { id }: Party,
  work: (tx: RequestTx) => Promise<Result>,
): Promise<Result> => writeAs(deps.db, { visibility: { of: 'party', partyId: id } }, work);

export async function draftOne(
  deps: ServiceDeps & LawDeps,
  trade: Trade,
  massGrams: number,
  pieces: number,
): Promise<Manifest> {
  const request = requestOf(trade, massGrams, pieces);
  const by = { actor: actorOf(trade.consignor), law: await manifestLaw(deps) };
  return forParty(deps, trade.consignor, (tx) => draftManifest(tx, deps, by, request));
}

/** Sums the movements of a boundary account. */
export async function boundary(db: Db, name: string, evidence: string) {
  const { rows } = await db.$client.query<{ mass: number; pieces: number }>(
    `select coalesce(sum(case when to_boundary = $1 then mass_grams else -mass_grams end), 0)::float8 as mass,
       coalesce(sum(case when to_boundary = $1 then pieces else -pieces end), 0)::float8 as pieces
     from movements where (to_boundary = $1 or from_boundary = $1) and evidence = $2`,
    [name, evidence],
  );
  return { massGrams: rows[0]?.mass ?? 0, pieces: rows[0]?.pieces ?? 0 };
}

export type Balance = {
  readonly kind: string;
  readonly partyId: string;
  readonly siteId: string | null;
  readonly massGrams: number;
  readonly pieces: number;
};

export async function balanceOf(db: Db, batchId: string | null | undefined): Promise<Balance | undefined> {
  const { rows } = await db.$client.query<Balance>(
    `select kind, party_id as "partyId", site_id as "siteId", mass_grams::float8 as "massGrams", pieces
     from batches where id = $1`,
    [batchId],
  );
  return rows[0];
}

/** Reads the journal entries of a manifest, in the order of writing, sealed or not. */
export async function journalOf(db: Db, id: string) {
  const { rows } = await db.$client.query<{ kind: string; payload: SentStep }>(
    'select kind, payload from journal_entries where subject = $1 order by number',
    [`manifest:${id}`],
  );
  return rows;
}
type SentStep = { manifestId: string; version: number; step: ManifestStep; late?: boolean; digest: string };

/** Returns the steps that this side owns and sends. */
export async function stepsSentBy(db: Db, id: string, side: 'origin' | 'destination') {
  const rows = await journalOf(db, id);
  return rows
    .map(({ payload }) => payload)
    .filter(({ version, step }) => {
      if (!(version > 0)) return false;
      const owner = MANIFEST_STEPS[step].ownedBy;
      return owner === side || (side === 'origin' && owner === 'national');
    });
}

/** Waits until a transaction waits for the lock of another. */
export async function untilOneWaits(db: Db): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const { rowCount } = await db.$client.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if ((rowCount ?? 0) > 0) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('nobody waits for a lock');
}
