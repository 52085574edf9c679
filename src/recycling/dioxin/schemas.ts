/** Wire shapes of dioxin measurements. */
import { z } from 'zod';
import {
  BasisPoints,
  documentNumber,
  Id,
  Instant,
  InstantOut,
  lineText,
  named,
  namedCodes,
  nameText,
  Sha256,
} from '../../platform/http/index.ts';
import { DIOXIN, RECORD_DIOXIN } from './examples.ts';
import { CONGENERS, type DioxinMeasurement, NON_DETECT_RULES, TECHNOLOGY_CLASSES, TEQ_SCHEMES } from './measurement.ts';
import { CONGENER_WORDS, NON_DETECT_WORDS, TECHNOLOGY_WORDS, TEQ_WORDS } from './words.ts';

const NonDetectCode = namedCodes(
  'NonDetectRule',
  'Treatment of congeners below the limit of detection',
  NON_DETECT_RULES,
  NON_DETECT_WORDS,
);
const TeqSchemeCode = namedCodes('TeqScheme', 'Toxic equivalency factors', TEQ_SCHEMES, TEQ_WORDS);
const TechnologyCode = namedCodes(
  'TechnologyClass',
  'Class of lead production (UNEP Toolkit 2013, category 2e)',
  TECHNOLOGY_CLASSES,
  TECHNOLOGY_WORDS,
);
const CongenerCode = namedCodes(
  'DioxinCongener',
  'Congener with a toxic equivalency factor',
  CONGENERS,
  CONGENER_WORDS,
);

/** At most 1 000 ng TEQ/m³. */
const Concentration = z.int().min(0).max(1_000_000_000);

const Sample = z.strictObject({
  femtogramsPerCubicMetre: Concentration.describe(
    'TEQ in dry gas of the standard state, femtograms (10⁻⁶ ng) per cubic metre',
  ),
  oxygenBasisPoints: BasisPoints.describe('Oxygen, in 0.01 % of the volume'),
  cubicMetresPerHour: z.int().min(0).max(10_000_000).describe('Flow of dry gas of the standard state'),
  celsius: z.int().min(-50).max(2_000).describe('Temperature of the gas, °C'),
  moistureBasisPoints: BasisPoints.describe('Moisture, in 0.01 % of the volume'),
  loadBasisPoints: z.int().min(0).max(20_000).describe('Load of the furnace, in 0.01 % of its capacity'),
});

const Congener = z.strictObject({
  congener: CongenerCode.describe('The congener'),
  femtogramsPerCubicMetre: Concentration.describe('Concentration, or the limit of detection if it is below'),
  belowLimit: z.boolean().describe('Below the limit of detection'),
});

const shared = {
  outlet: lineText(40).describe('Number of the outlet in the pollutant discharge permit, such as DA003 (排放口编号)'),
  furnace: nameText(100).describe('Furnace and process (炉窑及工艺)'),
  pvcSeparated: z.boolean().describe('PVC was separated from the feed (是否分选 PVC)'),
  technologyClass: TechnologyCode.describe('Class of the furnace and its gas cleaning when it was sampled'),
  laboratory: nameText(200).describe('Organisation that took and analysed the samples (检测机构)'),
  cmaNumber: documentNumber(100).describe('Number of its CMA certificate (资质认定证书编号)'),
  method: lineText(100).describe('Method, such as HJ 77.2-2008'),
  nonDetectRule: NonDetectCode,
  teqScheme: TeqSchemeCode,
  operatingHours: z
    .int()
    .min(0)
    .max(8_784)
    .describe('Hours of operation of the furnace in the calendar year of the sampling'),
  productGrams: z
    .int()
    .min(0)
    .max(1_000_000_000_000)
    .describe('Lead that the furnace produced in that year, whole grams'),
};

export const RecordDioxinRequest = named(
  'RecordDioxinMeasurement',
  'A dioxin measurement of an outlet to record: furnace, laboratory, three samples, and the year of the furnace.',
  z.strictObject({
    siteId: Id.describe('Own recycling site'),
    ...shared,
    samples: z.array(Sample).length(3).describe('The three samples, in the order of sampling'),
    congeners: z
      .array(Congener)
      .length(17)
      .nullable()
      .default(null)
      .describe('Means of the 17 congeners, where the report has them'),
    startedAt: Instant.describe('Beginning of the first sample'),
    sampledAt: Instant.describe('End of the last sample'),
    certificateNumber: documentNumber(100).nullable().default(null).describe('Number of the report (检测报告编号)'),
    certificateSha256: Sha256.nullable().default(null).describe('SHA-256 of the report'),
    certificateFileId: Id.nullable().default(null).describe('Uploaded file of the report: POST /v1/files'),
    replacesId: Id.nullable().default(null).describe('The measurement that this one corrects'),
  }),
  RECORD_DIOXIN,
);

export const DioxinResponse = named(
  'DioxinMeasurement',
  'A dioxin measurement of an outlet, with its three samples.',
  z.object({
    id: Id,
    partyId: Id.describe('The recycler'),
    siteId: Id.describe('The recycling site'),
    ...{
      outlet: z.string().describe('Its number in the pollutant discharge permit, such as DA003'),
      furnace: z.string().describe('Furnace and process'),
    },
    pvcSeparated: shared.pvcSeparated,
    technologyClass: shared.technologyClass,
    laboratory: z.string().describe('Organisation that took and analysed the samples'),
    cmaNumber: z.string().describe('Number of its CMA certificate'),
    method: z.string().describe('Standard by which it was measured, such as HJ 77.2-2008'),
    nonDetectRule: NonDetectCode,
    teqScheme: TeqSchemeCode,
    operatingHours: z.int().describe('Hours of operation of the furnace in the calendar year of the sampling'),
    productGrams: z.int().describe('Lead that the furnace produced in that year, whole grams'),
    samples: z.array(Sample).describe('The three samples'),
    congeners: z.array(Congener).nullable().describe('Means of the 17 congeners; null when the report has none'),
    startedAt: InstantOut.describe('Beginning of the first sample'),
    sampledAt: InstantOut.describe('End of the last sample'),
    certificateNumber: z.string().nullable().describe('Number of the report; null without one'),
    certificateSha256: z.string().nullable().describe('SHA-256 of the report'),
    certificateFileId: Id.nullable().describe('Uploaded file of the report'),
    replacesId: Id.nullable().describe('The measurement that this one corrects'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
  }),
  DIOXIN,
);

export const toDioxinResponse = (measurement: DioxinMeasurement): z.infer<typeof DioxinResponse> => ({
  ...measurement,
  samples: [...measurement.samples],
  congeners: measurement.congeners && [...measurement.congeners],
  startedAt: measurement.startedAt.toISOString(),
  sampledAt: measurement.sampledAt.toISOString(),
  recordedAt: measurement.recordedAt.toISOString(),
});
