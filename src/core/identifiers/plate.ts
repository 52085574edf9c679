/**
 * Licence plates of civil vehicles: province, authority and five characters, or six for new-energy vehicles.
 *
 * Plates of the army, the armed police, embassies and some works vehicles have other forms. They carry waste as well,
 * so a plate of unknown form is a warning.
 */
import type { Fault } from './fault.ts';

const PLACE = '^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]';

const FORMS = {
  trailer: new RegExp(`${PLACE}[A-HJ-NP-Z0-9]{4}挂$`),
  ordinary: new RegExp(`${PLACE}[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9学警港澳]$`),
  newEnergySmall: new RegExp(`${PLACE}[DABCEFGHJK][A-HJ-NP-Z0-9]\\d{4}$`),
  newEnergyLarge: new RegExp(`${PLACE}\\d{5}[DABCEFGHJK]$`),
} as const;

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

/** The colours a kind of plate can have, as far as the standard leaves no doubt. */
const COLORS: Record<PlateKind, readonly PlateColor[]> = {
  trailer: ['yellow'],
  ordinary: ['blue', 'yellow', 'black', 'white'],
  newEnergySmall: ['green'],
  newEnergyLarge: ['yellow-green'],
};

/** Plates whose last character says what vehicle it is: learners, police, Hong Kong and Macao. */
const BY_LAST: Readonly<Record<string, PlateColor>> = { 学: 'yellow', 警: 'white', 港: 'black', 澳: 'black' };

/** A plate of unknown form has that one warning and no other. */
export function checkPlateColor(plate: string, color: PlateColor): Fault<'plate-color'>[] {
  const kind = plateKind(plate);
  if (kind === undefined) return [];
  const last = BY_LAST[plate.slice(-1)];
  const fits = last === undefined ? COLORS[kind].includes(color) : color === last;
  return fits ? [] : [{ code: 'plate-color', severity: 'warning' }];
}
