/** A spreadsheet program for tests: it computes the formulas of a workbook from its texts and numbers alone. */
import { read, type WorkBook } from 'xlsx';

type Value = string | number | boolean;
type Range = { readonly sheet: string; readonly from: string; readonly to: string };

const TOKEN =
  /\s*('(?:[^']|'')*'!|"(?:[^"]|"")*"|\$?[A-Z]{1,3}\$?\d+|[A-Z]+(?=\()|\d+(?:\.\d+)?|<>|<=|>=|[-+*/(),:<>=])/y;

export type Spreadsheet = {
  /** Computes a cell, whatever value the file has for it. */
  readonly compute: (sheet: string, cell: string) => Value;
  /** Values of the file. */
  readonly stored: (sheet: string, cell: string) => unknown;
  readonly formulas: () => { readonly sheet: string; readonly cell: string; readonly formula: string }[];
  readonly book: WorkBook;
};

export function openSpreadsheet(bytes: Buffer): Spreadsheet {
  const book = read(bytes, { cellFormula: true });
  const known = new Map<string, Value>();
  const cellOf = (sheet: string, cell: string) => book.Sheets[sheet]?.[cell];
  const compute = (sheet: string, cell: string): Value => {
    const key = `${sheet}!${cell}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const { f, v } = cellOf(sheet, cell) ?? {};
    const value = f === undefined ? (v ?? '') : evaluate(f, sheet, compute);
    known.set(key, value);
    return value;
  };
  const formulas = () =>
    book.SheetNames.flatMap((sheet) =>
      Object.entries(book.Sheets[sheet] ?? {}).flatMap(([cell, { f }]) => (f ? [{ sheet, cell, formula: f }] : [])),
    );
  return { compute, stored: (sheet, cell) => cellOf(sheet, cell)?.v, formulas, book };
}

function evaluate(formula: string, home: string, cellAt: (sheet: string, cell: string) => Value): Value {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const [, token] = TOKEN.exec(formula) ?? [];
    if (token === undefined) throw new Error(`unknown notation: ${formula}`);
    tokens.push(token);
  }
  let at = 0;
  const next = () => tokens[at++] ?? '';
  const take = (token: string) => {
    if (next() !== token) throw new Error(`${token} expected in ${formula}`);
  };
  const number = (value: Value | Range): number => {
    // An empty cell counts as 0.
    if (value === '') return 0;
    if (typeof value !== 'number') throw new Error(`no number in ${formula}`);
    return value;
  };
  const cellsOf = (range: Range | Value): Value[] => {
    if (typeof range !== 'object') throw new Error(`no range in ${formula}`);
    const [, letters, from] = /([A-Z]+)(\d+)/.exec(range.from) ?? [];
    const last = Number(/\d+/.exec(range.to)?.[0]);
    return Array.from({ length: last - Number(from) + 1 }, (_, row) =>
      cellAt(range.sheet, `${letters}${Number(from) + row}`),
    );
  };
  const FUNCTIONS: Record<string, (...given: (Value | Range)[]) => Value> = {
    IF: (condition, yes, no) => (condition ? yes : no) as Value,
    OR: (...all) => all.some(Boolean),
    ABS: (one) => Math.abs(number(one ?? '')),
    INT: (one) => Math.floor(number(one ?? '')),
    ROUND: (one, places) => {
      const scale = 10 ** number(places ?? 0);
      const scaled = Math.abs(number(one ?? '')) * scale;
      return (Math.sign(number(one ?? '')) * Math.floor(scaled + 0.5)) / scale;
    },
    SUM: (...all) => all.flatMap(cellsOf).reduce<number>((sum, value) => sum + number(value), 0),
    SUMIFS: (sums, ...conditions) =>
      cellsOf(sums ?? '').reduce<number>((sum, value, row) => (fits(conditions, row) ? sum + number(value) : sum), 0),
    COUNTIFS: (...conditions) => cellsOf(conditions[0] ?? '').filter((_, row) => fits(conditions, row)).length,
  };
  const fits = (conditions: (Value | Range)[], row: number) =>
    conditions.every((one, place) => place % 2 === 1 || cellsOf(one)[row] === conditions[place + 1]);

  const primary = (): Value | Range => {
    const token = next();
    if (token === '-') return -number(primary());
    if (token === '(') {
      const inner = expression();
      take(')');
      return inner;
    }
    if (token.startsWith('"')) return token.slice(1, -1);
    if (/^\d/.test(token)) return Number(token);
    if (FUNCTIONS[token] !== undefined) {
      take('(');
      const given = [expression()];
      while (tokens[at] === ',') {
        at += 1;
        given.push(expression());
      }
      take(')');
      return FUNCTIONS[token]?.(...given) ?? '';
    }
    const sheet = token.endsWith('!') ? token.slice(1, -2) : home;
    const from = (token.endsWith('!') ? next() : token).replaceAll('$', '');
    if (tokens[at] !== ':') return cellAt(sheet, from);
    at += 1;
    return { sheet, from, to: next().replaceAll('$', '') };
  };
  const product = (): Value | Range => {
    let value = primary();
    while (tokens[at] === '*' || tokens[at] === '/') {
      const operator = next();
      const other = number(primary());
      value = operator === '*' ? number(value) * other : number(value) / other;
    }
    return value;
  };
  const sum = (): Value | Range => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      const operator = next();
      const other = number(product());
      value = operator === '+' ? number(value) + other : number(value) - other;
    }
    return value;
  };
  const expression = (): Value | Range => {
    const left = sum();
    if (tokens[at] === '=') {
      at += 1;
      return left === sum();
    }
    if (tokens[at] === '<') {
      at += 1;
      return number(left) < number(sum());
    }
    return left;
  };
  const value = expression();
  if (typeof value === 'object') throw new Error(`a range alone: ${formula}`);
  return value;
}
