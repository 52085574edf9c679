/** One file of the corpus: how it is made, and what its reader must say. */
import type { TableFormat } from '../../../../src/platform/table/index.ts';

/** A cell as its text, or with its form, such as `#N/A (error)`. */
type Expected = { readonly shown: readonly (readonly string[])[] } | { readonly refused: RegExp };

export type Item = {
  readonly name: string;
  readonly format: TableFormat;
  readonly make: () => Buffer;
  readonly expected: Expected;
  /** A damaged file may also be read, if it is read right. */
  readonly mayBeRead?: true;
};

/** The table of all honest files, unless an item says otherwise: organisations that can be imported. */
export const HEADER = ['name', 'divisionCode', 'usccMissingReason', 'address'] as const;
export const ROWS = [
  ['演示甲', '450100', '个体', '南宁市 1 号'],
  ['演示乙', '450200', '个体', '"A" & <B>, 2'],
] as const;
export const TABLE: readonly (readonly string[])[] = [HEADER, ...ROWS];

export const honest = (
  name: string,
  format: TableFormat,
  make: () => Buffer,
  shown: readonly (readonly string[])[] = TABLE,
): Item => ({ name, format, make, expected: { shown } });
export const hostile = (name: string, format: TableFormat, refused: RegExp, make: () => Buffer): Item => ({
  name,
  format,
  make,
  expected: { refused },
});
