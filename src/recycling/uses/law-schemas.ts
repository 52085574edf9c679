/** Schemas of the law on fractions of batteries: uses, materials, factors, and the composition that is assumed. */
import { z } from 'zod';
import { FRACTIONS, USE_FATES } from '../../core/battery-fractions.ts';
import { BATTERY_KINDS } from '../../core/identifiers/battery-kind.ts';
import { codeList, ListedCode, Ppm } from '../../platform/http/index.ts';

const Name = z.string().trim().min(1).max(300);
const Use = z.looseObject({ code: ListedCode, zh: Name, en: Name, fate: z.enum(USE_FATES) });
export const USES = codeList(Use);

const Factor = z.strictObject({ code: ListedCode, formula: Name, so4Ppm: Ppm.min(1), h2so4Ppm: Ppm.min(1) });

/** `dry`: everything but water. The others name the substance whose content counts. */
const MaterialFraction = z.strictObject({
  material: ListedCode,
  fraction: z.enum(FRACTIONS),
  content: z.enum(['dry', 'plastics', 'sulphuric_acid', 'sulphate']),
  factor: ListedCode.nullable(),
});

const Assumed = z.strictObject({
  batteryKind: z.enum(BATTERY_KINDS).nullable(),
  drained: z.boolean(),
  waterPpm: Ppm,
  sulphurPpm: Ppm,
});
const isComplete = (rows: readonly z.infer<typeof Assumed>[]): boolean =>
  [true, false].every((drained) => rows.some((one) => one.drained === drained && one.batteryKind === null));
const Composition = z.strictObject({
  defaults: z.array(Assumed).max(50).refine(isComplete, 'a default for all kinds is missing'),
  /** Conditions of batches whose electrolyte is taken to be drained. */
  drainedConditions: z.array(ListedCode).max(20),
  waterMaxPpm: Ppm,
  sulphurMaxPpm: Ppm,
});

export const FRACTION_SHAPES = {
  'recycling.uses': USES,
  'recycling.use-evidence': z.strictObject({ numberWithoutFile: z.enum(['flag', 'refuse']) }),
  'recycling.material-fractions': z.array(MaterialFraction).min(1).max(200),
  'recycling.battery-composition': Composition,
  'materials.sulphate-factors': codeList(Factor),
};
