/** Formats masses for readers: kilograms below one tonne, tonnes from there on. */
import type { Language } from './language.ts';

const KILOGRAM = { grams: 1_000, decimals: 3, en: 'kg', zh: '千克' } as const;
const TONNE = { grams: 1_000_000, decimals: 6, en: 't', zh: '吨' } as const;

/**
 * Returns text such as `198.4 kg` or `12 345.6 t`, in Chinese `198.4 千克` and `12 345.6 吨`. It is exact to the gram,
 * because two rounded masses in one sentence can contradict it. A value that is not a number is returned unchanged.
 */
export function shownMass(grams: unknown, language: Language): string {
  const value = Math.round(Number(grams));
  if (!Number.isFinite(value)) return String(grams);
  const mass = Math.abs(value);
  const unit = mass < TONNE.grams ? KILOGRAM : TONNE;
  const whole = String(Math.floor(mass / unit.grams)).replace(/\B(?=(\d{3})+$)/g, ' ');
  const part = String(mass % unit.grams)
    .padStart(unit.decimals, '0')
    .replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${whole}${part === '' ? '' : `.${part}`} ${unit[language]}`;
}
