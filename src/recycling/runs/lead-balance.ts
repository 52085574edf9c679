/**
 * Lead of a run: no more comes out than was fed, within a tolerance of dated law (`recycling.lead-tolerance`).
 *
 * A feed holds at most what its assays say, and outputs at least. A part has the content of the batch it was split from. A
 * merged batch has the mean of its parts, as in the recovery rate. Without an assay, the end of the plausible range of the material
 * decides (`recycling.content-ranges`), so only what cannot be true is refused.
 *
 * Mass carried over from another run holds at most what that run left in it; without an assay it is no evidence of an output.
 */
import { type ContentRanges, rangeOfMaterial } from '../assays/content-range.ts';
import { type SupplyKind, WORK_IN_PROGRESS } from '../material.ts';
import { runProblem } from './problems.ts';

/** Lead in the mass as weighed, or in the dry mass when the moisture is not 0; parts per million. */
type Content = { readonly ppm: number; readonly moisturePpm: number };

/** A batch, or the account of a run, with what decides about its lead. */
export type LeadAccount = {
  readonly id: string;
  /** Code of a material or of bought feed, or a waste code. */
  readonly material: string;
  /** Run that made the batch. */
  readonly runId: string | null;
  /** Its own valid assay. */
  readonly content: Content | null;
};

/** Mass between two accounts, as corrections left it. */
export type LeadTransfer = {
  readonly id: string;
  readonly kind: 'feed' | 'output' | 'split' | 'merge' | 'dispatch' | 'return';
  readonly fromId: string;
  readonly toId: string;
  readonly massGrams: number;
};

/** Valid assay of the outputs of one material of a run. */
type RunSample = Content & { readonly runId: string; readonly material: string };

/** Records of the lead of runs, back to the runs that carried mass over into them. */
export type LeadBooks = {
  readonly accounts: readonly LeadAccount[];
  readonly transfers: readonly LeadTransfer[];
  readonly samples: readonly RunSample[];
};

export type LeadLaw = {
  readonly contentRanges: ContentRanges;
  readonly supplyKinds: readonly SupplyKind[];
  /** Share of the lead fed by which outputs may exceed it. */
  readonly leadToleranceBasisPoints: number;
};

/** Lead in parts of 10⁻¹² grams, so that contents with moisture are whole numbers. */
type Lead = bigint;
const GRAM = 1_000_000_000_000n;
const MILLION = 1_000_000n;
const TEN_THOUSAND = 10_000n;

export type LeadBalance = { readonly fedAtMost: Lead; readonly outAtLeast: Lead };

/** Returns the lead that was fed to a run at most, and the lead of its outputs at least. */
export const leadBalance = (runId: string, books: LeadBooks, law: LeadLaw): LeadBalance =>
  new Reckoning(books, law).balanceOf(runId);

/**
 * Refuses a record by which the outputs of a run hold more lead than was fed. A run that already did may be corrected, as long
 * as its excess does not grow.
 * @throws Problem `run-lead-exceeds-feeds`
 */
export function refuseMoreLead(
  runId: string,
  { before, after }: { readonly before: LeadBooks; readonly after: LeadBooks },
  law: LeadLaw,
  pointer: string,
): void {
  const balance = leadBalance(runId, after, law);
  const excess = excessOf(balance, law);
  if (excess <= 0n || excess <= excessOf(leadBalance(runId, before, law), law)) return;
  throw runProblem('run-lead-exceeds-feeds', {
    runId,
    fedLeadGrams: Number(divideUp(balance.fedAtMost, GRAM)),
    outputLeadGrams: Number(balance.outAtLeast / GRAM),
    limitLeadGrams: Number(limitOf(balance.fedAtMost, law) / GRAM),
    sharePercent: law.leadToleranceBasisPoints / 100,
    pointer,
  });
}

const limitOf = (fed: Lead, { leadToleranceBasisPoints }: LeadLaw): Lead =>
  (fed * (TEN_THOUSAND + BigInt(leadToleranceBasisPoints))) / TEN_THOUSAND;

const excessOf = ({ fedAtMost, outAtLeast }: LeadBalance, law: LeadLaw): Lead => outAtLeast - limitOf(fedAtMost, law);

const divideUp = (whole: bigint, by: bigint): bigint => (whole + by - 1n) / by;

/** Returns the content of the mass as weighed, parts of 10⁻¹². */
const wet = ({ ppm, moisturePpm }: Content): Lead => BigInt(ppm) * (MILLION - BigInt(moisturePpm));

/** Returns the records with new outputs of a run. */
export function withOutputs(
  books: LeadBooks,
  runId: string,
  outputs: readonly { readonly material: string; readonly massGrams: number }[],
): LeadBooks {
  const accounts = outputs.map(({ material }, at) => ({ id: `new:${at}`, material, runId, content: null }));
  const transfers = outputs.map(({ massGrams }, at) => ({
    ...{ id: `new:${at}`, kind: 'output' as const, fromId: runId, toId: `new:${at}`, massGrams },
  }));
  return {
    ...books,
    accounts: [...books.accounts, ...accounts],
    transfers: [...books.transfers, ...transfers],
  };
}

/** Returns the records with another mass of one feed or output. */
export const withMass = (books: LeadBooks, id: string, massGrams: number): LeadBooks => ({
  ...books,
  transfers: books.transfers.map((one) => (one.id === id ? { ...one, massGrams } : one)),
});

/** Subject of an assay that decides about runs, with its content. */
export type LeadFinding = Content & {
  readonly batchId: string | null;
  readonly runId: string | null;
  readonly material: string | null;
};

/** Returns the records with a new assay in the place of the one that it replaces. */
export function withFinding(books: LeadBooks, { batchId, runId, material, ppm, moisturePpm }: LeadFinding): LeadBooks {
  const content = { ppm, moisturePpm };
  const accounts = books.accounts.map((one) => (one.id === batchId ? { ...one, content } : one));
  if (runId === null || material === null) return { ...books, accounts };
  const others = books.samples.filter((one) => one.runId !== runId || one.material !== material);
  return { ...books, accounts, samples: [...others, { runId, material, ...content }] };
}

/** The contents of some records, each found once. */
class Reckoning {
  readonly #law: LeadLaw;
  readonly #accounts: ReadonlyMap<string, LeadAccount>;
  readonly #into: ReadonlyMap<string, readonly LeadTransfer[]>;
  readonly #outputs: ReadonlyMap<string, readonly LeadTransfer[]>;
  readonly #samples: ReadonlyMap<string, Content>;
  readonly #exact = new Map<string, Lead | null>();
  readonly #atMost = new Map<string, Lead>();

  constructor({ accounts, transfers, samples }: LeadBooks, law: LeadLaw) {
    this.#law = law;
    this.#accounts = new Map(accounts.map((one) => [one.id, one]));
    this.#into = Map.groupBy(transfers, ({ toId }) => toId);
    this.#outputs = Map.groupBy(
      transfers.filter(({ kind }) => kind === 'output'),
      ({ fromId }) => fromId,
    );
    this.#samples = new Map(samples.map((one) => [`${one.runId}/${one.material}`, one]));
  }

  balanceOf(runId: string): LeadBalance {
    const feeds = (this.#into.get(runId) ?? []).filter(({ kind }) => kind === 'feed');
    return {
      fedAtMost: feeds.reduce((sum, { fromId, massGrams }) => sum + BigInt(massGrams) * this.#most(fromId), 0n),
      outAtLeast: (this.#outputs.get(runId) ?? []).reduce(
        (sum, { toId, massGrams }) => sum + BigInt(massGrams) * this.#least(toId),
        0n,
      ),
    };
  }

  /** Returns the content that assays state for a batch; null without any. */
  #stated(id: string): Lead | null {
    const found = this.#exact.get(id);
    if (found !== undefined) return found;
    this.#exact.set(id, null);
    const account = this.#accounts.get(id);
    const sample = this.#samples.get(`${account?.runId}/${account?.material}`);
    const own = account?.content ?? sample;
    const stated = this.#meanOf(id, (parent) => this.#stated(parent)) ?? (own ? wet(own) : null);
    this.#exact.set(id, stated);
    return stated;
  }

  /** Returns the highest content that a fed batch can have. */
  #most(id: string): Lead {
    const found = this.#atMost.get(id);
    if (found !== undefined) return found;
    const range = this.#rangeOf(id);
    this.#atMost.set(id, range);
    const most =
      this.#stated(id) ?? this.#carriedMost(id, range) ?? this.#meanOf(id, (parent) => this.#most(parent)) ?? range;
    this.#atMost.set(id, most);
    return most;
  }

  #rangeOf(id: string): Lead {
    const material = this.#accounts.get(id)?.material ?? '';
    const { contentRanges, supplyKinds } = this.#law;
    const leadless = supplyKinds.some(({ code, leadBearing }) => code === material && !leadBearing);
    return leadless ? 0n : wet({ ppm: rangeOfMaterial(contentRanges, material).maxPpm, moisturePpm: 0 });
  }

  /** Returns the mean content of the batches from which a batch came; null when one of them has none. */
  #meanOf(id: string, contentOf: (parent: string) => Lead | null): Lead | null {
    let [lead, grams] = [0n, 0n];
    for (const { kind, fromId, massGrams } of this.#into.get(id) ?? []) {
      if (kind === 'output') continue;
      const content = contentOf(fromId);
      if (content === null) return null;
      lead += BigInt(massGrams) * content;
      grams += BigInt(massGrams);
    }
    return grams === 0n ? null : divideUp(lead, grams);
  }

  /** Returns the content of carried mass, of which its run has left at most so much; null for another batch. */
  #carriedMost(id: string, range: Lead): Lead | null {
    const account = this.#accounts.get(id);
    if (account?.material !== WORK_IN_PROGRESS.code || account.runId === null) return null;
    if (!this.#accounts.has(account.runId)) return null;
    const carried = (this.#into.get(id) ?? []).reduce((sum, { massGrams }) => sum + BigInt(massGrams), 0n);
    if (carried === 0n) return null;
    const { fedAtMost, outAtLeast } = this.balanceOf(account.runId);
    const left = limitOf(fedAtMost, this.#law) - outAtLeast;
    const most = left > 0n ? divideUp(left, carried) : 0n;
    return most < range ? most : range;
  }

  /** Returns the lowest content that an output can have. */
  #least(id: string): Lead {
    const stated = this.#stated(id);
    if (stated !== null) return stated;
    const material = this.#accounts.get(id)?.material ?? '';
    if (material === WORK_IN_PROGRESS.code) return 0n;
    return wet({ ppm: rangeOfMaterial(this.#law.contentRanges, material).minPpm, moisturePpm: 0 });
  }
}
