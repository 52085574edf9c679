/** Composition of the batteries that were fed: their water, which is not counted, and their sulphur, which limits acid. */
import type { BatteryKind } from '../../core/identifiers/battery-kind.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { RecordTerm } from '../lead-recovery.ts';
import type { BatteryRecord, Share } from './fraction-record.ts';

/** Terms whose mass is fed, and their signs: what came, corrected by the changes of stock. */
const FED: Readonly<Partial<Record<RecordTerm, 1 | -1>>> = {
  received: 1,
  without_manifest: 1,
  disposal_fed: 1,
  opening_stock: 1,
  uncounted_stock: 1,
  found_stock: 1,
  closing_stock: -1,
  forwarded: -1,
};

type Substance = 'water' | 'sulphur';

/** Known properties of a batch of batteries. */
export type KnownBatteries = {
  readonly batteryKind: BatteryKind | null;
  readonly condition: string | null;
  readonly supplierId: string | null;
  readonly contents: Readonly<Partial<Record<Substance, { readonly id: string; readonly ppm: number }>>>;
};

/** An analysis of a supplier class, or a declared default. */
export type GeneralAnalysis = {
  readonly id: string;
  readonly basis: 'supplier_class' | 'declared_default';
  readonly substance: string;
  readonly supplierId: string | null;
  readonly batteryKind: BatteryKind | null;
  readonly ppm: number;
  readonly sampledAt: Date;
};

/** Composition by law: what is assumed without an analysis, and what is plausible. */
export type Composition = {
  readonly defaults: readonly {
    readonly batteryKind: BatteryKind | null;
    readonly drained: boolean;
    readonly waterPpm: number;
    readonly sulphurPpm: number;
  }[];
  readonly drainedConditions: readonly string[];
  readonly waterMaxPpm: number;
  readonly sulphurMaxPpm: number;
};

/** Makes the record of fed batteries; undefined for a record of another term. @param general latest first */
export function batteryRecordOf(
  record: LeadRecord,
  known: KnownBatteries | undefined,
  general: readonly GeneralAnalysis[],
  composition: Composition,
): BatteryRecord | undefined {
  const fed = FED[record.term];
  if (fed === undefined) return undefined;
  const { id, kind, subject, batchId, massGrams, sign, occurredAt } = record;
  const share = (substance: Substance) => shareOf(substance, { known, general, composition, at: occurredAt });
  return {
    ...{ id, kind, subject, batchId, massGrams, sign: sign === fed ? 1 : -1, occurredAt },
    ...{ water: share('water'), sulphuricAcid: share('sulphur') },
  };
}

type Knowledge = {
  readonly known: KnownBatteries | undefined;
  readonly general: readonly GeneralAnalysis[];
  readonly composition: Composition;
  readonly at: Date;
};

/**
 * Finds a share of batteries: that of the batch, of its supplier, the declared default, or what the law assumes. Of several
 * samples the last one before the record counts, so a later one changes nothing that was.
 */
function shareOf(substance: Substance, { known, general, composition, at }: Knowledge): Share {
  const own = known?.contents[substance];
  if (own) return { ppm: own.ppm, basis: 'batch', assayId: own.id };
  const batteryKind = known?.batteryKind ?? null;
  const before = general.filter((one) => one.substance === substance && one.sampledAt <= at);
  const classes = before.filter(
    ({ basis, supplierId }) => basis === 'supplier_class' && supplierId === known?.supplierId,
  );
  const defaults = before.filter(({ basis }) => basis === 'declared_default');
  const ofKind = <One extends { readonly batteryKind: BatteryKind | null }>(some: readonly One[]) =>
    some.find((one) => one.batteryKind === batteryKind && batteryKind !== null) ??
    some.find((one) => one.batteryKind === null);
  const best = ofKind(classes) ?? ofKind(defaults);
  if (best) return { ppm: best.ppm, basis: best.basis, assayId: best.id };
  const drained = composition.drainedConditions.includes(known?.condition ?? '');
  const assumed = ofKind(composition.defaults.filter((one) => one.drained === drained));
  const ppm = (substance === 'water' ? assumed?.waterPpm : assumed?.sulphurPpm) ?? 0;
  return { ppm, basis: 'assumed', assayId: null };
}
