/** Variables of the configuration: each with its name, its meaning and its valid values. */
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Bilingual } from '../core/messages/language.ts';

/** Names the variable of a leaf, its meaning (shown in docs/configuration.md) and its valid values (shown when it is invalid). */
export function variable<Schema extends z.ZodType>(
  schema: Schema,
  name: string,
  says: { means: string; must: Bilingual },
) {
  return schema.describe(`${name}: ${says.means}`).meta({ variable: name, ...says });
}

export const port = (name: string, preset: number, means: string) =>
  variable(z.coerce.number().int().min(0).max(65_535).default(preset), name, {
    means,
    must: { en: 'must be a whole number from 0 to 65535', zh: '须为 0 至 65535 的整数' },
  });

export const seconds = (name: string, preset: number, means: string) =>
  variable(z.coerce.number().int().min(1).max(3_600).default(preset), name, {
    means,
    must: { en: 'must be a whole number of seconds from 1 to 3600', zh: '须为 1 至 3600 的整数（秒）' },
  });

export const amount = (
  name: string,
  preset: number,
  means: string,
  [low, high]: readonly [number, number] = [0, 1_000_000],
) =>
  variable(z.coerce.number().int().min(low).max(high).default(preset), name, {
    means,
    must: { en: `must be a whole number from ${low} to ${high}`, zh: `须为 ${low} 至 ${high} 的整数` },
  });

export const words = (name: string, preset: string, means: string) =>
  variable(z.string().max(1_000).default(preset), name, {
    means,
    must: { en: 'must be at most 1000 characters long', zh: '不得超过 1000 个字符' },
  });

/** Addresses and networks, separated by commas or blanks. */
export const networkList = z
  .string()
  .max(2_000)
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .refine((list) => list.every(isNetwork));

export const MUST_BE_NETWORKS = {
  en: 'must be addresses or networks separated by commas, such as 10.0.0.7,10.1.0.0/16',
  zh: '须为以逗号分隔的地址或网段，例如 10.0.0.7,10.1.0.0/16',
} satisfies Bilingual;

/** An IP address, or a network as `address/bits`. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
