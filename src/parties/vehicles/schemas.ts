/** Wire shapes of vehicles. */
import { z } from 'zod';
import { PLATE_COLORS } from '../../core/identifiers/plate.ts';
import type { Language } from '../../core/messages/language.ts';
import { titlesOf } from '../../core/messages/notice.ts';
import {
  Day,
  documentNumber,
  fault,
  Id,
  InstantOut,
  named,
  namedCodes,
  PageQuery,
  PlateText,
  RecordVersion,
  SeverityCode,
} from '../../platform/http/index.ts';
import { REGISTER_VEHICLE, VEHICLE } from '../examples/register.ts';
import { PARTY_TERMS } from '../terms.ts';
import { vehicleNotice } from './problems.ts';
import { VEHICLE_NOTICE_CODES, type Vehicle, vehicleWarningsIn } from './vehicle.ts';

const VehicleWarningCode = namedCodes(
  'VehicleWarningCode',
  'Code of a warning about a vehicle',
  VEHICLE_NOTICE_CODES,
  titlesOf(vehicleNotice.entries),
);

export const PlateColorCode = namedCodes(
  'PlateColor',
  'Colour of a plate (GA 36-2018)',
  PLATE_COLORS,
  PARTY_TERMS['plate-color'],
);

export const VEHICLE_MEMBERS = {
  plate: PlateText.describe(
    'Plate (车牌号) with its character, letters and digits, such as 桂A12345; spaces and dots do not count',
  ),
  plateColor: PlateColorCode.nullable().default(null).describe('Colour of the plate (GA 36-2018)'),
  trailer: z.boolean().default(false).describe('true for a trailer 挂车, which has a plate of its own'),
  permitNumber: documentNumber(60).describe('Number of the transport permit 道路运输证'),
  permitValidFrom: Day,
  permitValidTo: Day.describe('First day on which the permit is no longer valid, such as 2031-01-01'),
};

/** Adds the rules between the members. */
const withVehicleRules = <Schema extends z.ZodType<Pick<Vehicle, 'permitValidFrom' | 'permitValidTo'>>>(
  schema: Schema,
) =>
  schema.refine(
    ({ permitValidFrom, permitValidTo }) => permitValidFrom < permitValidTo,
    fault(
      'permitValidTo must be later than permitValidFrom.',
      '“运输证有效期止”（permitValidTo）须晚于“运输证有效期起”（permitValidFrom）。',
      'permitValidTo',
      'permitValidFrom',
    ),
  );

export const WholeVehicle = withVehicleRules(z.custom<Pick<Vehicle, 'permitValidFrom' | 'permitValidTo'>>(() => true));

export const RegisterVehicleRequest = named(
  'RegisterVehicle',
  'Vehicle of a carrier to register, with its permit.',
  withVehicleRules(z.strictObject(VEHICLE_MEMBERS)),
  REGISTER_VEHICLE,
);

export const VehicleResponse = named(
  'Vehicle',
  'Vehicle of a carrier in the register, with its permit.',
  z.object({
    id: Id,
    partyId: Id.describe('Organisation that has the vehicle'),
    plate: z.string().describe('Plate with its character, letters and digits, without spaces and dots'),
    plateColor: PlateColorCode.nullable().describe('Colour of the plate; null when it was not given'),
    trailer: z.boolean().describe('true for a trailer'),
    permitNumber: z.string().describe('Number of the transport permit'),
    permitValidFrom: z.string().describe('First day of the permit'),
    permitValidTo: z.string().describe('First day on which the permit is no longer valid'),
    registeredAt: InstantOut.describe('Time of the registration'),
    version: RecordVersion,
    warnings: z
      .array(
        z.object({
          code: VehicleWarningCode.describe('Code of the warning in /problems'),
          severity: SeverityCode.describe('How serious the warning is; vehicles have no warnings of severity `block`'),
          title: z.string().describe('In the language of the request'),
          detail: z.string().describe('In the language of the request'),
        }),
      )
      .describe('Unusual features of the plate, which did not prevent the registration'),
  }),
  VEHICLE,
);

export const VehicleListQuery = PageQuery;

export const VehicleParams = z.strictObject({ id: Id, vehicleId: Id });

export const toVehicleResponse = (vehicle: Vehicle, language: Language): z.infer<typeof VehicleResponse> => ({
  ...vehicle,
  registeredAt: vehicle.registeredAt.toISOString(),
  warnings: vehicleWarningsIn(language, vehicle),
});
