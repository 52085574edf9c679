/** Wire shapes of vehicles. */
import { z } from 'zod';
import { PLATE_COLORS } from '../../core/identifiers/plate.ts';
import { Day, fault, Id, InstantOut, PageQuery, text } from '../../platform/http/index.ts';
import { odditiesOf, plateOf, VEHICLE_WARNINGS, type Vehicle } from './vehicle.ts';

export const RegisterVehicleRequest = z
  .strictObject({
    plate: text(20).refine(
      (written) => plateOf(written).length > 0,
      fault('A plate has letters and digits.', '号牌不能只有空格或分隔符。'),
    ),
    plateColor: z.enum(PLATE_COLORS).nullable().default(null).describe('Colour of the plate, as GA 36 has it'),
    trailer: z.boolean().default(false).describe('A trailer has a plate of its own'),
    permitNumber: text(60).describe('Number of the transport permit 道路运输证'),
    permitValidFrom: Day,
    permitValidTo: Day.describe('First day on which the permit is no longer valid'),
  })
  .refine(
    ({ permitValidFrom, permitValidTo }) => permitValidFrom < permitValidTo,
    fault('permitValidTo must be later than permitValidFrom.', 'permitValidTo 须晚于 permitValidFrom。'),
  );

export const VehicleResponse = z.object({
  id: Id,
  partyId: Id,
  plate: z.string(),
  plateColor: z.enum(PLATE_COLORS).nullable(),
  trailer: z.boolean(),
  permitNumber: z.string(),
  permitValidFrom: z.string(),
  permitValidTo: z.string(),
  registeredAt: InstantOut,
  warnings: z.array(z.enum(VEHICLE_WARNINGS)).describe('What is odd about the plate, though it was taken'),
});

export const VehicleListQuery = PageQuery;

export const toVehicleResponse = (vehicle: Vehicle): z.infer<typeof VehicleResponse> => ({
  ...vehicle,
  registeredAt: vehicle.registeredAt.toISOString(),
  warnings: odditiesOf(vehicle),
});
