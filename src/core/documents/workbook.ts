/** The content of a workbook: sheets of cells. Only a formula of ours is a formula; a text is a text whatever it begins with. */

/** A formula in English notation without `=`, with the value that it has, which programs show before they compute. */
export type Formula = { readonly formula: string; readonly value: number };

/** A cell; null is an empty one. */
export type SheetCell = string | number | null | Formula;

export type Sheet = {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** Places of the rows that are headings. */
  readonly headings: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
};

/** Returns the letters of a column, counted from 0: A, B, … Z, AA. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
