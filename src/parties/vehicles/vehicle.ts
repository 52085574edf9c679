/** Vehicles of carriers, with the transport permit 道路运输证 that lets them carry. */
import { checkPlate, checkPlateColor, type PlateColor, plateKind } from '../../core/identifiers/plate.ts';
import { partyProblem } from '../problems.ts';

export type Vehicle = {
  readonly id: string;
  readonly partyId: string;
  /** As `plateOf` writes it. */
  readonly plate: string;
  /** 号牌颜色; null where it was not told. */
  readonly plateColor: PlateColor | null;
  /** A trailer 挂车: it has a plate of its own beside the one of the tractor. */
  readonly trailer: boolean;
  readonly permitNumber: string;
  /** First day of validity, and the first day after it: half-open. */
  readonly permitValidFrom: string;
  readonly permitValidTo: string;
  readonly registeredAt: Date;
};

/** A plate as it is compared: letters and digits alone, of ordinary width and in upper case. */
export function plateOf(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

export const VEHICLE_WARNINGS = ['plate-form', 'plate-not-of-trailer', 'plate-of-trailer', 'plate-color'] as const;
type VehicleWarning = (typeof VEHICLE_WARNINGS)[number];

/** What is odd about a vehicle, though it is taken: plates of the army and of works vehicles have other forms. */
export function odditiesOf({ plate, plateColor, trailer }: Pick<Vehicle, 'plate' | 'plateColor' | 'trailer'>) {
  const form: VehicleWarning[] = checkPlate(plate).map(({ code }) => code);
  if (form.length > 0) return form;
  const color: VehicleWarning[] = plateColor === null ? [] : checkPlateColor(plate, plateColor).map(({ code }) => code);
  if ((plateKind(plate) === 'trailer') === trailer) return color;
  return [trailer ? ('plate-not-of-trailer' as const) : ('plate-of-trailer' as const), ...color];
}

/**
 * Which of the plates are not registered with the carrier; one that is must have a permit for the day.
 * @throws Problem `vehicle-permit-expired`
 */
export function unregisteredAmong(
  plates: readonly string[],
  vehicles: readonly Pick<Vehicle, 'plate' | 'permitValidFrom' | 'permitValidTo'>[],
  on: string,
): string[] {
  return plates.filter((written, at) => {
    const permits = vehicles.filter(({ plate }) => plate === plateOf(written));
    const valid = permits.some(({ permitValidFrom, permitValidTo }) => permitValidFrom <= on && on < permitValidTo);
    if (permits.length > 0 && !valid) {
      throw partyProblem('vehicle-permit-expired', { plate: written, on, pointer: `#/body/plates/${at}` });
    }
    return permits.length === 0;
  });
}
