/** Use case: reading the stock at both ends of a period, and holding its counts against the books of the same instants. */
import { addDays, startOfDay } from '../../core/calendar.ts';
import type { Reader } from '../../platform/database/db.ts';
import { readEach } from '../../platform/database/snapshot.ts';
import { type CountedItem, isNear, itemBooksOf } from '../../recycling/index.ts';
import type { Observation } from '../elsewhere/elsewhere.ts';
import { collectElsewhere } from '../elsewhere/service.ts';
import { type LeadPicograms, toWholeGrams } from '../lead.ts';
import { type Count, type LeadRecord, recordsOfCount } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import type { Period } from '../periods/period.ts';
import { recoveryFinding } from '../problems.ts';
import { type ContentLaw, judgeContents } from './counted-content-service.ts';
import { dividedCount } from './counted-lead.ts';
import { beyondStorage, differencesOf, favourOf, type StockDifference, type StockTolerance } from './difference.ts';
import type { StockGrounds } from './grounds.ts';
import type { Inventory } from './inventory-service.ts';
import { contradictionsOf, type ObservationRules } from './observed.ts';
import { type End, leadOfRuns, type RunsAtEnd, withoutRuns } from './open-run.ts';
import { type ReadContents, type ReadMade, type RunStock, readOpenRuns } from './open-run-service.ts';
import type { SitePeriod } from './site-period.ts';

/** The law on stock: of a day, and of the whole period. */
export type StockLaw = {
  readonly on: (day: string) => {
    readonly items: readonly CountedItem[];
    readonly tolerance: StockTolerance;
    /** Days between a count and the visit of an authority that proves it. */
    readonly observationDays: number;
  } & ContentLaw;
  readonly uncertaintyShareBasisPoints: number;
};

/** The law, and the reading of the contents with which batteries came. */
type Knowledge = StockLaw & {
  readonly contentsOf: ReadContents;
  readonly madeContentsOf: ReadMade;
  readonly observation: Pick<ObservationRules, 'items' | 'sites'>;
};

export type Stock = {
  readonly records: readonly LeadRecord[];
  /** Ends of the period without a stock count, such as `2026-10-31 <site id>`. */
  readonly missingCounts: readonly string[];
  readonly openRuns: readonly RunsAtEnd[];
  readonly findings: readonly Finding[];
  /** Lead by which counts favour the enterprise beyond the books. */
  readonly favour: LeadPicograms;
  /** Mass of products in the books. */
  readonly productGrams: number;
  readonly grounds: StockGrounds;
};

/** Reads the stock at both ends of a period, of the sites that were recyclers then. @throws Problem `law-missing` */
export async function collectStock(
  db: Reader,
  partyId: string,
  period: Period,
  law: Knowledge,
  inventory: Inventory,
): Promise<Stock> {
  const observations = await inventory.observations();
  const of = {
    db,
    partyId,
    inventory,
    sites: await inventory.sites(),
    counts: await inventory.counts(),
    observations,
    law,
  };
  const [opening, closing] = await readEach(db, [
    () => collectEnd({ ...of, end: 'opening', day: period.openedOn }),
    () => collectEnd({ ...of, end: 'closing', day: period.closedOn }),
  ]);
  const elsewhere =
    law.observation.sites === 'all'
      ? await collectElsewhere({
          ...{ db, partyId, period, inventory, contentsOf: law.contentsOf, law: law.on(period.closedOn) },
          observationOf: (siteId) => observationOf(observations, { siteId, countedOn: period.closedOn }, law),
        })
      : [];
  return {
    records: [...opening.records, ...closing.records],
    missingCounts: [...opening.missingCounts, ...closing.missingCounts],
    openRuns: [...opening.openRuns, ...closing.openRuns],
    findings: [...opening.findings, ...closing.findings],
    favour: opening.favour + closing.favour,
    productGrams: closing.productGrams,
    grounds: {
      missingCounts: [...opening.missingCounts, ...closing.missingCounts],
      productGrams: closing.productGrams,
      runs: [...opening.grounds.runs, ...closing.grounds.runs],
      counts: [...opening.grounds.counts, ...closing.grounds.counts],
      elsewhere,
    },
  };
}

type Reading = {
  readonly db: Reader;
  readonly partyId: string;
  readonly inventory: Inventory;
  readonly sites: readonly SitePeriod[];
  readonly counts: Awaited<ReturnType<Inventory['counts']>>;
  readonly observations: Awaited<ReturnType<Inventory['observations']>>;
  readonly law: Knowledge;
  readonly end: End;
  readonly day: string;
};

/** Reads the counts and the open runs of one end. */
async function collectEnd(reading: Reading): Promise<Stock> {
  const { db, partyId, inventory, sites, counts, law, end, day } = reading;
  const at = startOfDay(addDays(day, 1));
  const { contentsOf, madeContentsOf, uncertaintyShareBasisPoints: uncertaintyBasisPoints } = law;
  const runs = await readOpenRuns(db, { partyId, end, at, uncertaintyBasisPoints, contentsOf, madeContentsOf });
  const gates = await inventory.gatesAt(at);
  const records: (readonly LeadRecord[])[] = runs.map((run) => run.records);
  const missingCounts: string[] = [];
  const findings: Finding[] = [];
  const compares: StockGrounds['counts'][number][] = [];
  let favour = 0n;
  let productGrams = 0;
  for (const [place, site] of sites.entries()) {
    const count = counts.find(({ siteId, countedOn }) => siteId === site.siteId && countedOn === day);
    findings.push(...runs.filter(({ siteId }) => siteId === site.siteId).flatMap((run) => faultsOf(run, site, day)));
    if (count) {
      const compared = await compare(reading, { site, count, gateGrams: atGate(gates, site, place === 0) });
      records.push(compared.records);
      findings.push(...compared.findings);
      favour += compared.favour;
      productGrams += compared.productGrams;
      compares.push(compared.ground);
    } else if (end === 'opening' ? site.opens : site.closes) {
      missingCounts.push(`${day} ${site.siteId}`);
    }
  }
  const openRuns = runs.length > 0 ? [leadOfRuns(runs, { end, countedOn: day })] : [];
  const nameOf = (siteId: string) => sites.find((site) => site.siteId === siteId)?.name ?? null;
  const held = runs.map(({ runId, siteId, heldGrams, unknown }) => ({
    ...{ end, countedOn: day, runId, siteId, siteName: nameOf(siteId), heldGrams, unknown },
  }));
  const grounds = { missingCounts, productGrams, runs: held, counts: compares };
  return { records: records.flat(), missingCounts, openRuns, findings, favour, productGrams, grounds };
}

/** Adds up the loads that are at a site without a decision. A load whose site is not registered yet may be at any of them. */
const atGate = (gates: Awaited<ReturnType<Inventory['gatesAt']>>, { siteId }: SitePeriod, isFirst: boolean): number =>
  gates
    .filter((one) => one.siteId === siteId || (one.siteId === null && isFirst))
    .reduce((sum, { massGrams }) => sum + massGrams, 0);

type Compared = { readonly site: SitePeriod; readonly count: Count; readonly gateGrams: number };

/** Holds a count against the books of the end of its day, and makes its records, without the mass of open runs. */
async function compare({ inventory, observations, law, end }: Reading, { site, count, gateGrams }: Compared) {
  const { siteId, name: siteName, storageLimitGrams } = site;
  const { id: countId, countedOn } = count;
  const { items, tolerance, observationDays: _, ...content } = law.on(countedOn);
  const books = itemBooksOf(await inventory.booksBefore(siteId, startOfDay(addDays(countedOn, 1))), items);
  const place = { siteId, siteName, countId, countedOn };
  const findings: Finding[] = differencesOf(count.lines, books, { tolerance, gateGrams }).map((found) => {
    const { term, named, item, bookGrams, runGrams, countedGrams, differenceGrams, toleranceGrams } = found;
    const difference = { item, bookGrams, runGrams, countedGrams, differenceGrams, toleranceGrams };
    return recoveryFinding(
      difference.runGrams > 0 ? 'OPEN_RUNS_DIFFER' : named ? 'STOCK_DIFFERS_FROM_BOOKS' : 'STOCK_NOT_COUNTED',
      { ...difference, ...place },
      severityOf(term),
    );
  });
  const observation = observationOf(observations, { siteId, countedOn }, law);
  findings.push(
    ...contradictionsOf(count.lines, books, { observation, tolerance }).map(({ term, facts }) => {
      const { observedOn = countedOn, reportNumber = '' } = observation ?? {};
      return recoveryFinding(
        'STOCK_OBSERVED_OTHERWISE',
        { ...facts, observedOn, reportNumber, ...place },
        law.observation.items === 'all' ? 'block' : severityOf(term),
      );
    }),
  );
  const { faults, booked, bounds } = await judgeContents({ ...law, law: content }, { count, books, gateGrams });
  findings.push(
    ...faults.map(({ code, severity, item, facts }) => recoveryFinding(code, { ...facts, item, ...place }, severity)),
  );
  findings.push(
    ...beyondStorage(count.lines, books, { end, limitGrams: storageLimitGrams }).map((facts) =>
      recoveryFinding('STOCK_ABOVE_STORAGE', { ...facts, ...place }),
    ),
  );
  const held = books.map(({ item, term, bookGrams, runGrams }) => ({ item, term, bookGrams, runGrams }));
  const lines = count.lines.map(({ item, massGrams, leadPpm }) => ({ item, massGrams, leadPpm }));
  const { counted } = content;
  return {
    ground: {
      ...place,
      end,
      gateGrams,
      storageLimitGrams,
      lines,
      books: held,
      bounds,
      tolerance,
      counted,
      observation,
    },
    records: dividedCount(recordsOfCount(withoutRuns(count, books), end), booked),
    findings,
    favour: favourOf(count.lines, books, { gateGrams, end }),
    productGrams: productsIn(books),
  };
}

/** Finds what an authority saw on a site for the count of a day, whichever count is valid. A visit of another day is evidence for nothing. */
function observationOf(
  observations: Reading['observations'],
  { siteId, countedOn }: { readonly siteId: string; readonly countedOn: string },
  { on }: Pick<StockLaw, 'on'>,
): Observation | null {
  const one = observations.find((seen) => seen.siteId === siteId && seen.countedOn === countedOn);
  if (one === undefined || !isNear(one, on(countedOn).observationDays)) return null;
  const { id: observationId, countId, observedOn, reportNumber } = one;
  const lines = one.lines.map(({ item, massGrams }) => ({ item, massGrams }));
  return { observationId, countId, observedOn, reportNumber, lines };
}

/** Adds up the products in the books of a site. */
const productsIn = (books: ReturnType<typeof itemBooksOf>): number =>
  books
    .flatMap(({ batches }) => batches)
    .reduce((sum, { kind, massGrams }) => sum + (kind === 'product' ? massGrams : 0), 0);

/** Stock outside the balance is in no term, so a difference of it blocks no rate. It still needs an explanation. */
const severityOf = (term: StockDifference['term']) => (term === 'outside' ? 'flag' : 'block');

/** Says why the lead of an open run is not known. */
function faultsOf(run: RunStock, { siteId, name: siteName }: SitePeriod, countedOn: string): Finding[] {
  const { runId, heldGrams, unknown: records, implausible } = run;
  const facts = { runId, siteId, siteName, countedOn, heldGrams };
  if (records > 0) return [recoveryFinding('OPEN_RUN_CONTENT_MISSING', { ...facts, records })];
  if (!implausible) return [];
  const { lead } = leadOfRuns([run], { end: 'closing', countedOn });
  return [recoveryFinding('OPEN_RUN_IMPLAUSIBLE', { ...facts, leadGrams: Number(toWholeGrams(lead)) })];
}
