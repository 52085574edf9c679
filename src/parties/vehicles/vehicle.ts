/** Vehicles of carriers, with their transport permits 道路运输证. */
import { checkPlate, checkPlateColor, type PlateColor, plateKind, plateOf } from '../../core/identifiers/plate.ts';
import { comparedForm } from '../../core/identifiers/spelling.ts';
import type { Language } from '../../core/messages/language.ts';
import type { Notice } from '../../core/messages/notice.ts';
import { partyProblem } from '../problems.ts';
import { vehicleNotice } from './problems.ts';

export type Vehicle = {
  readonly id: string;
  readonly partyId: string;
  /** In the form of `plateOf`. */
  readonly plate: string;
  /** Colour of the plate 号牌颜色; null if unknown. */
  readonly plateColor: PlateColor | null;
  /** A trailer 挂车 has a plate of its own, in addition to the plate of the tractor. */
  readonly trailer: boolean;
  readonly permitNumber: string;
  /** First day of validity, and the first day after its end (half-open). */
  readonly permitValidFrom: string;
  readonly permitValidTo: string;
  readonly registeredAt: Date;
  /** From 1; rises with every update. */
  readonly version: number;
  /** Entry of the same permit in another spelling, from times when both were possible. */
  readonly doublesId?: string | null;
};

/** Returns what names a permit: the same text in every spelling of its number. */
export const permitOf = ({ plate, permitNumber, permitValidFrom }: Vehicle): string =>
  JSON.stringify([plate, comparedForm(permitNumber), permitValidFrom]);

export type VehicleNoticeCode = keyof typeof vehicleNotice.entries;
export const VEHICLE_NOTICE_CODES = Object.keys(vehicleNotice.entries) as VehicleNoticeCode[];

/**
 * Lists unusual properties of a vehicle. Such vehicles exist: plates of the army and of works vehicles have other
 * forms.
 */
export function vehicleNoticesOf({
  plate,
  plateColor,
  trailer,
  permitNumber = '',
  doublesId = null,
}: Pick<Vehicle, 'plate' | 'plateColor' | 'trailer'> &
  Partial<Pick<Vehicle, 'permitNumber' | 'doublesId'>>): Notice<VehicleNoticeCode>[] {
  const notices: Notice<VehicleNoticeCode>[] = [];
  if (doublesId !== null) notices.push(vehicleNotice('permit-doubled', { plate, permitNumber }));
  if (checkPlate(plate).length > 0) return [...notices, vehicleNotice('plate-form', { plate })];
  if ((plateKind(plate) === 'trailer') !== trailer) {
    notices.push(vehicleNotice(trailer ? 'plate-not-of-trailer' : 'plate-of-trailer', { plate }));
  }
  if (plateColor !== null && checkPlateColor(plate, plateColor).length > 0) {
    notices.push(vehicleNotice('plate-color', { plate, color: plateColor }));
  }
  return notices;
}

/** Returns the notices about unusual properties of a vehicle, in one language. */
export function vehicleWarningsIn(language: Language, vehicle: Vehicle) {
  return vehicleNoticesOf(vehicle).map((notice) => {
    const { code, severity } = notice;
    return { code, severity, ...vehicleNotice.text(notice, language) };
  });
}

/**
 * Returns the plates that are not registered with the carrier. A registered vehicle must have a permit for the day.
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
