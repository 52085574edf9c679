/**
 * The digital identification code on a package of hazardous waste (HJ 1276-2022): 37 characters, of which 18 are the
 * organisation, 8 the waste code, 8 the day of generation or collection, 3 a serial of that day.
 *
 * A unit has 999 codes a day and waste code: one for a package, not one for a battery.
 */
import { isDay } from './calendar.ts';
import { checkUscc } from './identifiers/uscc.ts';
import { WASTE_CODE, wasteCodeOf, wasteDigits } from './identifiers/waste-code.ts';

export type DigitalCode = {
  readonly uscc: string;
  /** With hyphens, such as `900-052-31`. */
  readonly wasteCode: string;
  /** The day of generation or collection. */
  readonly packedOn: string;
  /** 1 to 999 within organisation, waste code and day. */
  readonly serial: number;
};

/** Writes the code of a package. @throws RangeError when a part is not what it claims to be */
export function composeDigitalCode({ uscc, wasteCode, packedOn, serial }: DigitalCode): string {
  const sound =
    isUscc(uscc) &&
    WASTE_CODE.test(wasteCode) &&
    isDay(packedOn) &&
    Number.isInteger(serial) &&
    serial >= 1 &&
    serial <= 999;
  if (!sound) throw new RangeError(`not the parts of a digital code: ${uscc} ${wasteCode} ${packedOn} ${serial}`);
  return `${uscc}${wasteDigits(wasteCode)}${packedOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
}

/** The parts of a code, or nothing when the text is none: wrong form, check character, day or serial. */
export function parseDigitalCode(text: string): DigitalCode | undefined {
  const parts = /^(.{18})(\d{8})(\d{4})(\d{2})(\d{2})(\d{3})$/.exec(text);
  if (!parts) return undefined;
  const [, uscc = '', digits = '', year, month, day, serial] = parts;
  const packedOn = `${year}-${month}-${day}`;
  if (!isUscc(uscc) || !isDay(packedOn) || serial === '000') return undefined;
  return { uscc, wasteCode: wasteCodeOf(digits), packedOn, serial: Number(serial) };
}

const isUscc = (text: string): boolean => !checkUscc(text).some(({ severity }) => severity === 'error');
