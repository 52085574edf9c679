/** Use case: reading the batteries of an enterprise on its sites that do not recycle, at the end of a period. */
import { WASTE_BATTERY_CODE } from '../../batches/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import {
  type ContentRanges,
  type CountedItem,
  listMassElsewhere,
  listOwnSites,
  rangeOfMaterial,
} from '../../recycling/index.ts';
import { leadIn } from '../lead.ts';
import type { Period } from '../periods/period.ts';
import type { Inventory } from '../stock/inventory-service.ts';
import type { ReadContents } from '../stock/open-run-service.ts';
import { apportioned } from '../terms/origin.ts';
import type { BatteryLead, Elsewhere, Observation } from './elsewhere.ts';

type Reading = {
  readonly db: Reader;
  readonly partyId: string;
  readonly period: Period;
  readonly inventory: Inventory;
  readonly law: { readonly items: readonly CountedItem[]; readonly ranges: ContentRanges };
  readonly contentsOf: ReadContents;
  readonly observationOf: (siteId: string) => Observation | null;
};

type Mass = { readonly batchId: string | null; readonly massGrams: number };

/** Reads every own site whose stock at the end of the period is in no term. An enterprise that recycles nothing has no rate. */
export async function collectElsewhere(reading: Reading): Promise<Elsewhere[]> {
  const { db, partyId, period, inventory } = reading;
  const recyclers = await inventory.sites();
  if (recyclers.length === 0) return [];
  const counts = await inventory.counts();
  const isCounted = (siteId: string) =>
    counts.some((one) => one.siteId === siteId && one.countedOn === period.closedOn);
  const inBalance = new Set(recyclers.flatMap(({ siteId, closes }) => (closes || isCounted(siteId) ? siteId : [])));
  const sites = (await listOwnSites(db, partyId)).filter(({ siteId }) => !inBalance.has(siteId));
  if (sites.length === 0) return [];
  const moved = await listMassElsewhere(
    db,
    { partyId, from: period.from, to: period.to },
    sites.map(({ siteId }) => siteId),
  );
  const gates = await inventory.gatesAt(period.to);
  const found: Elsewhere[] = [];
  for (const { siteId, name: siteName } of sites) {
    const books = await inventory.booksBefore(siteId, period.to);
    const of = (...kinds: readonly string[]) =>
      moved.filter((one) => one.siteId === siteId && kinds.includes(one.kind));
    const waiting = gates.flatMap((one) => (one.siteId === siteId ? { batchId: null, massGrams: one.massGrams } : []));
    const held = books.filter(({ kind, massGrams }) => kind === 'battery' && massGrams > 0);
    const open = [...of('under_way'), ...waiting];
    const missing = of('written_off', 'weighed_less');
    const sent = of('sent');
    if (held.length + open.length + missing.length + sent.length > 0) {
      found.push({
        ...{ siteId, siteName, countedOn: period.closedOn, items: batteryItems(reading.law.items) },
        held: await leadOfMass(reading, held),
        open: await leadOfMass(reading, open),
        missing: await leadOfMass(reading, missing),
        sent: await leadOfMass(reading, sent),
        observation: reading.observationOf(siteId),
      });
    }
  }
  return found;
}

const batteryItems = (items: readonly CountedItem[]): string[] =>
  items.flatMap(({ item, term }) => (term === 'battery_stock' ? item : []));

/** Adds up masses, each with the contents with which it came. Mass without a known content has the greatest of batteries. */
async function leadOfMass({ law, contentsOf }: Reading, some: readonly Mass[]): Promise<BatteryLead> {
  const { maxPpm } = rangeOfMaterial(law.ranges, WASTE_BATTERY_CODE);
  const contents = await contentsOf(some.flatMap(({ batchId }) => batchId ?? []));
  let lead = 0n;
  for (const { batchId, massGrams } of some) {
    const parts = contents.get(batchId ?? '')?.parts ?? [];
    const grams = apportioned(
      massGrams,
      parts.map(({ share }) => share),
    );
    if (parts.length === 0) lead += leadIn(massGrams, maxPpm, 0);
    for (const [at, { content }] of parts.entries()) {
      lead += leadIn(grams[at] ?? 0, content.ppm ?? maxPpm, content.ppm === null ? 0 : content.moisturePpm);
    }
  }
  return { massGrams: some.reduce((sum, { massGrams }) => sum + massGrams, 0), lead };
}
