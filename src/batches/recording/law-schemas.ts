/** Law on the recording of batches: the waste codes that may be recorded, and the sources that are kept apart. */
import { z } from 'zod';
import { LawWasteCode, ListedCode } from '../../platform/http/index.ts';
import type { LawCache, LawShapes } from '../../platform/law/index.ts';

const RECORDED_WASTES = 'batches.recorded-wastes';
const RecordedWastes = z.strictObject({ wasteCodes: z.array(LawWasteCode).min(1).max(200) });

export const KEPT_APART = 'batteries.kept-apart';
const KeptApart = z.strictObject({ sourceTypes: z.array(ListedCode).max(100) });

export const RECORDING_SHAPES: LawShapes = { [RECORDED_WASTES]: RecordedWastes, [KEPT_APART]: KeptApart };

/** The waste codes that may be recorded on a day. @throws Problem `law-missing`, `law-not-yet-in-force` */
export const recordedWastesIn = (cache: LawCache, day: string): readonly string[] =>
  cache.at(RECORDED_WASTES, day, RecordedWastes).wasteCodes;

/** The types of source that are kept apart from waste on a day. @throws Problem `law-missing`, `law-not-yet-in-force` */
export const keptApartIn = (cache: LawCache, day: string): readonly string[] =>
  cache.at(KEPT_APART, day, KeptApart).sourceTypes;
