/** Schema of the legal parameter on differences between counted and book stock. */
import { z } from 'zod';
import { BasisPoints, MassGramsOrNone } from '../../platform/http/index.ts';

export const STOCK_TOLERANCE = 'recovery.stock-tolerance';

const Tolerance = z.strictObject({ shareBasisPoints: BasisPoints, floorGrams: MassGramsOrNone });

export const ToleranceShape = z.strictObject({ battery_stock: Tolerance, work: Tolerance, outside: Tolerance });
