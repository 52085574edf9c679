/**
 * Licence plates of civil vehicles: province, authority and five characters, or six for new-energy vehicles.
 *
 * Plates of the army, the armed police, embassies and some works vehicles have other forms and carry waste as well, so
 * a plate of unknown form is a warning.
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

/** Which kind of vehicle carries this plate, or nothing when its form is unknown. */
export function plateKind(plate: string): PlateKind | undefined {
  if (FORMS.trailer.test(plate)) return 'trailer';
  if (FORMS.ordinary.test(plate)) return 'ordinary';
  if (FORMS.newEnergySmall.test(plate)) return 'newEnergySmall';
  return FORMS.newEnergyLarge.test(plate) ? 'newEnergyLarge' : undefined;
}

export function checkPlate(plate: string): Fault<'plate-form'>[] {
  return plateKind(plate) ? [] : [{ code: 'plate-form', severity: 'warning' }];
}
