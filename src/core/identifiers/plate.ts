/**
 * Licence plates of civil vehicles: province, authority and five characters, or six for new-energy vehicles.
 *
 * Plates of the army, the armed police, embassies and some works vehicles have other forms. Such vehicles carry waste
 * too, so a plate of unknown form is only a warning.
 */
import type { Fault } from './fault.ts';
import { inCapitals, withoutUnseen } from './spelling.ts';

const PLACE = '^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]';

const FORMS = {
  trailer: new RegExp(`${PLACE}[A-HJ-NP-Z0-9]{4}挂$`),
  ordinary: new RegExp(`${PLACE}[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9学警港澳]$`),
  newEnergySmall: new RegExp(`${PLACE}[DABCEFGHJK][A-HJ-NP-Z0-9]\\d{4}$`),
  newEnergyLarge: new RegExp(`${PLACE}\\d{5}[DABCEFGHJK]$`),
} as const;

/** Returns a plate in its one form: letters and digits only, half-width and in upper case. */
export function plateOf(written: string): string {
  return inCapitals(
    withoutUnseen(written)
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .normalize('NFKC'),
  );
}

export type PlateKind = keyof typeof FORMS;

/** Returns the kind of vehicle that carries a plate; undefined when its form is unknown. */
export function plateKind(plate: string): PlateKind | undefined {
  if (FORMS.trailer.test(plate)) return 'trailer';
  if (FORMS.ordinary.test(plate)) return 'ordinary';
  if (FORMS.newEnergySmall.test(plate)) return 'newEnergySmall';
  return FORMS.newEnergyLarge.test(plate) ? 'newEnergyLarge' : undefined;
}

export function checkPlate(plate: string): Fault<'plate-form'>[] {
  return plateKind(plate) ? [] : [{ code: 'plate-form', severity: 'warning' }];
}

/** Colours of plates (GA 36-2018): green stands for the gradient green, yellow-green for the two side by side. */
export const PLATE_COLORS = ['blue', 'yellow', 'black', 'white', 'green', 'yellow-green'] as const;
export type PlateColor = (typeof PLATE_COLORS)[number];

/** Colours that each kind of plate can have. Kinds for which the standard is unclear are left out. */
const COLORS: Record<PlateKind, readonly PlateColor[]> = {
  trailer: ['yellow'],
  ordinary: ['blue', 'yellow', 'black', 'white'],
  newEnergySmall: ['green'],
  newEnergyLarge: ['yellow-green'],
};

/** Plates whose last character shows the kind of vehicle: learners, police, Hong Kong and Macao. */
const BY_LAST: Readonly<Record<string, PlateColor>> = { 学: 'yellow', 警: 'white', 港: 'black', 澳: 'black' };

/** A plate of unknown form gets only that one warning. */
export function checkPlateColor(plate: string, color: PlateColor): Fault<'plate-color'>[] {
  const kind = plateKind(plate);
  if (kind === undefined) return [];
  const last = BY_LAST[plate.slice(-1)];
  const fits = last === undefined ? COLORS[kind].includes(color) : color === last;
  return fits ? [] : [{ code: 'plate-color', severity: 'warning' }];
}
