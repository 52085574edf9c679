/**
 * Blocks of numbers for forms on paper (预留纸质联单编号), which the authority reserves for an organisation. Two spellings of a number are
 * one; the database compares them by the key of `manifest_key`.
 */
import { paperNumberProblem } from './problems.ts';

export type PaperNumberBlock = {
  readonly id: string;
  readonly partyId: string;
  readonly prefix: string;
  readonly firstSerial: number;
  readonly lastSerial: number;
  /** Digits of the serial, with zeros in front. */
  readonly digits: number;
  readonly recordedAt: Date;
};

type Numbers = Omit<PaperNumberBlock, 'id' | 'partyId' | 'recordedAt'>;

/** Returns the number with a serial as it is printed on the form. */
export const numberAt = ({ prefix, digits }: Pick<Numbers, 'prefix' | 'digits'>, serial: number): string =>
  `${prefix}${String(serial).padStart(digits, '0')}`;

/** Returns how many numbers a block has. */
export const sizeOf = ({ firstSerial, lastSerial }: Pick<Numbers, 'firstSerial' | 'lastSerial'>): number =>
  lastSerial - firstSerial + 1;

/** A block with the key of its prefix. */
export type KeyedBlock = Numbers & { readonly prefixKey: string };

/** Returns true when a block has the number with a key. */
export function includesKey({ prefixKey, firstSerial, lastSerial, digits }: KeyedBlock, key: string): boolean {
  const serial = key.slice(prefixKey.length);
  if (!key.startsWith(prefixKey) || serial.length !== digits || !/^\d+$/.test(serial)) return false;
  return Number(serial) >= firstSerial && Number(serial) <= lastSerial;
}

/** Refuses a block of more numbers than the law allows. @throws Problem `paper-block-too-large` */
export function refuseLargeBlock(block: Numbers, maxNumbers: number): void {
  const numbers = sizeOf(block);
  if (numbers <= maxNumbers) return;
  throw paperNumberProblem('paper-block-too-large', { numbers, max: maxNumbers, pointer: '#/body/lastSerial' });
}

/** Refuses a block that shares a number with another one. @throws Problem `paper-numbers-reserved` */
export function refuseOverlap(overlapping: (Numbers & Pick<PaperNumberBlock, 'id'>) | undefined): void {
  if (overlapping === undefined) return;
  const { id: existingId, firstSerial, lastSerial } = overlapping;
  const [first, last] = [numberAt(overlapping, firstSerial), numberAt(overlapping, lastSerial)];
  throw paperNumberProblem('paper-numbers-reserved', { existingId, first, last, pointer: '#/body/firstSerial' });
}
