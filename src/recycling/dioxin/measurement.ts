/**
 * Dioxin measurements: three samples of one outlet, with the furnace as it was. The record is never changed; a correction names the
 * measurement that it replaces. Concentrations are whole femtograms, so no decimal is lost.
 */
import { dioxinProblem } from './problems.ts';

/** Treatment of congeners below their limit of detection: as half of it, as nothing, or as the limit. */
export const NON_DETECT_RULES = ['half_limit', 'zero', 'limit'] as const;
/** Schemes of toxic equivalency factors. */
export const TEQ_SCHEMES = ['i_tef', 'who_1998', 'who_2005'] as const;
/** Classes of lead production in the UNEP Toolkit 2013, category 2e. */
export const TECHNOLOGY_CLASSES = ['1', '2', '3', '4'] as const;
export type TechnologyClass = (typeof TECHNOLOGY_CLASSES)[number];

/** The 17 congeners with a toxic equivalency factor, and their short names. */
export const CONGENERS = [
  ...['2378-TCDD', '12378-PeCDD', '123478-HxCDD', '123678-HxCDD', '123789-HxCDD', '1234678-HpCDD', 'OCDD'],
  ...['2378-TCDF', '12378-PeCDF', '23478-PeCDF', '123478-HxCDF', '123678-HxCDF', '123789-HxCDF', '234678-HxCDF'],
  ...['1234678-HpCDF', '1234789-HpCDF', 'OCDF'],
] as const;

type DioxinSample = {
  /** TEQ in dry gas of the standard state, at the oxygen that was measured. */
  readonly femtogramsPerCubicMetre: number;
  readonly oxygenBasisPoints: number;
  /** Dry gas of the standard state. */
  readonly cubicMetresPerHour: number;
  readonly celsius: number;
  readonly moistureBasisPoints: number;
  readonly loadBasisPoints: number;
};

type Congener = {
  readonly congener: (typeof CONGENERS)[number];
  readonly femtogramsPerCubicMetre: number;
  readonly belowLimit: boolean;
};

export type DioxinMeasurement = {
  readonly id: string;
  readonly partyId: string;
  readonly siteId: string;
  readonly outlet: string;
  readonly furnace: string;
  readonly pvcSeparated: boolean;
  readonly technologyClass: TechnologyClass;
  readonly startedAt: Date;
  readonly sampledAt: Date;
  readonly laboratory: string;
  readonly cmaNumber: string;
  readonly method: string;
  readonly nonDetectRule: (typeof NON_DETECT_RULES)[number];
  readonly teqScheme: (typeof TEQ_SCHEMES)[number];
  readonly samples: readonly DioxinSample[];
  readonly congeners: readonly Congener[] | null;
  /** Hours of operation of the furnace in the calendar year of the sampling. */
  readonly operatingHours: number;
  /** Lead that the furnace produced in the calendar year of the sampling. */
  readonly productGrams: number;
  readonly certificateNumber: string | null;
  readonly certificateSha256: string | null;
  readonly certificateFileId: string | null;
  readonly replacesId: string | null;
  readonly recordedAt: Date;
};

/** Refuses a correction of a measurement of another outlet or furnace. @throws Problem `dioxin-not-its-correction` */
export function refuseOtherOutlet(measurement: DioxinMeasurement, replaced: DioxinMeasurement): void {
  const members = ['partyId', 'siteId', 'outlet', 'furnace'] as const;
  if (members.every((member) => measurement[member] === replaced[member])) return;
  throw dioxinProblem('dioxin-not-its-correction', { replacesId: replaced.id, pointer: '#/body/replacesId' });
}
