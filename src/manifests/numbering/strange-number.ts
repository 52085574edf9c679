/**
 * Warnings about national numbers that do not fit their manifest (Order 23, Art 15): the year, the place that the load leaves from,
 * and the serial. A number of the national system is taken as it is, because this service issues none; its oddities are shown.
 */
import { dayOf } from '../../core/calendar.ts';
import { parseManifestNumber } from '../../core/identifiers/manifest-number.ts';
import type { ManifestDocument } from '../rules/document.ts';
import type { Warning } from '../rules/warning.ts';

type Numbered = Pick<ManifestDocument, 'number' | 'numberedAt' | 'submittedAt' | 'consignorSite'>;

/** Returns a warning for each part of the number of a manifest that does not fit it; an empty list without a number. */
export function strangeNumberWarnings(
  { number, numberedAt, submittedAt, consignorSite }: Numbered,
  stamp: Pick<Warning, 'step' | 'at'>,
): Warning[] {
  const parts = number === null ? undefined : parseManifestNumber(number);
  if (number === null || parts === undefined) return [];
  const years = [submittedAt, numberedAt].flatMap((at) => (at === null ? [] : [yearOf(at)]));
  const place = consignorSite.divisionCode.slice(0, 4);
  const warn = (code: Warning['code'], facts: Warning['facts']): Warning => ({ ...stamp, code, facts });
  return [
    ...(years.includes(parts.year) ? [] : [warn('number-of-another-year', { number, statedYear: parts.year })]),
    ...(parts.city === place ? [] : [warn('number-of-another-place', { number, statedCode: parts.city, code: place })]),
    ...(parts.serial > 0 ? [] : [warn('number-without-serial', { number })]),
  ];
}

/** Returns the warnings of a manifest whose number was replaced: those about the number before are gone. */
export function renumberedWarnings(
  { warnings, document }: { readonly warnings: readonly Warning[]; readonly document: Numbered },
  at: string,
): Warning[] {
  const others = warnings.filter(({ code }) => !NUMBER_CODES.includes(code));
  return [...others, ...strangeNumberWarnings(document, { step: 'number', at })];
}

const NUMBER_CODES: readonly Warning['code'][] = [
  'number-of-another-year',
  'number-of-another-place',
  'number-without-serial',
];

/** Returns the year of an instant in Beijing time. */
const yearOf = (at: string): number => Number(dayOf(new Date(at)).slice(0, 4));
