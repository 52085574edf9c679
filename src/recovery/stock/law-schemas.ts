/** Schema of the legal parameter on differences between counted and book stock. */
import { z } from 'zod';
import { BasisPoints, MassGramsOrNone, Ppm } from '../../platform/http/index.ts';

export const STOCK_TOLERANCE = 'recovery.stock-tolerance';

const Tolerance = z.strictObject({ shareBasisPoints: BasisPoints, floorGrams: MassGramsOrNone });

export const ToleranceShape = z.strictObject({ battery_stock: Tolerance, work: Tolerance, outside: Tolerance });

export const COUNTED_CONTENT = 'recovery.counted-content';

export const CountedContentShape = z.strictObject({
  shareBasisPoints: BasisPoints,
  floorPpm: Ppm,
  smallGrams: MassGramsOrNone,
});
