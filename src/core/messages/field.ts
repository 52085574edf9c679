/** Names of request fields, as forms show them. */
import type { Bilingual } from './language.ts';

/** Words for the codes of a field: `{ generator: { en: 'site of a generator', zh: '产生单位' } }`. */
export type Codes<Code extends string = string> = Readonly<Record<Code, Bilingual>>;

/** The name of a field, and words for its codes. */
export type Field = Bilingual & { readonly codes?: Codes };

/**
 * Fields by property name. Where one property means different things, the key also names its container:
 * `licences.number` is `number` below the address `…/licences`, or inside a field `licences`.
 */
export type Fields = Readonly<Record<string, Field>>;
