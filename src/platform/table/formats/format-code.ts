/** Codes of number formats (ECMA-376, 18.8.31), such as `#,##0.00;-0`: their sections and what each shows. */

/** `place`: a digit. `value`: the text or number as it is. `text`: fixed text. */
export type Part =
  | { readonly kind: 'place'; readonly mark: '0' | '#' | '?' }
  | { readonly kind: 'point' | 'value' | 'general' | 'slash' }
  | { readonly kind: 'exponent'; readonly plus: boolean }
  | { readonly kind: 'text'; readonly text: string };

export type Section = {
  readonly parts: readonly Part[];
  readonly condition: ((value: number) => boolean) | undefined;
  /** True for a condition that only negative numbers meet. */
  readonly negativeOnly: boolean;
  /** Shown as a date, a time or a duration. */
  readonly days: boolean;
  readonly grouped: boolean;
  /** The number is shown times this. */
  readonly scale: number;
  /** Other numerals than 0 to 9. */
  readonly foreign: boolean;
};

/** Maximum code that spreadsheets write or read. */
export const FORMAT_CODE_MAX = 255;

const TOKEN =
  /"(?<quoted>[^"]*)"?|\\(?<escaped>.)|_.|\*(?<filler>.)|\[(?<bracket>[^\]]*)\]|(?<general>General|G\/通用格式)|E(?<sign>[+-])|(?<one>.)/gisu;

type Draft = {
  parts: Part[];
  condition: Section['condition'];
  negativeOnly: boolean;
  days: boolean;
  foreign: boolean;
  percents: number;
  /** Number of digit places before each comma. */
  commas: number[];
};

const draft = (): Draft => ({
  parts: [],
  condition: undefined,
  negativeOnly: false,
  days: false,
  foreign: false,
  percents: 0,
  commas: [],
});

/** Reads a code. Semicolons separate its sections. */
export function sectionsOf(code: string): readonly Section[] {
  const drafts = [draft()];
  for (const { groups = {}, 0: token } of code.matchAll(TOKEN)) {
    const current = drafts.at(-1) ?? draft();
    const fixed = groups.quoted ?? groups.escaped ?? groups.filler;
    if (fixed !== undefined) current.parts.push({ kind: 'text', text: fixed });
    else if (groups.general !== undefined) current.parts.push({ kind: 'general' });
    else if (groups.sign !== undefined) current.parts.push({ kind: 'exponent', plus: groups.sign === '+' });
    else if (groups.bracket !== undefined) addBracket(current, groups.bracket);
    else if (groups.one === ';') drafts.push(draft());
    else if (groups.one !== undefined) addMark(current, groups.one);
    else current.parts.push({ kind: 'text', text: token.startsWith('_') ? ' ' : token });
  }
  return drafts.map(finish);
}

function addMark(current: Draft, mark: string): void {
  const { parts } = current;
  switch (mark) {
    case '0':
    case '#':
    case '?':
      parts.push({ kind: 'place', mark });
      return;
    case '.':
      // A second point is text.
      parts.push(parts.some(({ kind }) => kind === 'point') ? { kind: 'text', text: '.' } : { kind: 'point' });
      return;
    case ',':
      current.commas.push(placesIn(parts));
      return;
    case '@':
      parts.push({ kind: 'value' });
      return;
    case '/':
      parts.push({ kind: 'slash' });
      return;
    default:
      if (mark === '%') current.percents += 1;
      if (/[ymdhs]/i.test(mark)) current.days = true;
      parts.push({ kind: 'text', text: mark });
  }
}

const CONDITION = /^(<=|>=|<>|<|>|=)\s*([+-]?\d+(?:\.\d+)?(?:E[+-]?\d+)?)$/i;
const COMPARISONS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit,
};

/** Brackets hold a condition, a currency, a locale, numerals, a duration or a colour. */
function addBracket(current: Draft, inner: string): void {
  const [, comparison = '', written] = CONDITION.exec(inner) ?? [];
  const compare = COMPARISONS[comparison];
  if (compare !== undefined && written !== undefined) {
    const limit = Number(written);
    current.condition = (value) => compare(value, limit);
    current.negativeOnly = comparison.startsWith('<') && comparison !== '<>' && limit <= 0;
  } else if (inner.startsWith('$')) {
    const [symbol = '', locale = ''] = inner.slice(1).split('-', 2);
    if (symbol !== '') current.parts.push({ kind: 'text', text: symbol });
    // The digits above the lower four of a locale choose calendars and numerals.
    current.foreign ||= Number.parseInt(locale, 16) > 0xffffff;
  } else if (/^dbnum\d+$/i.test(inner)) current.foreign = true;
  else if (/^(?:h+|m+|s+)$/i.test(inner)) current.days = true;
}

const placesIn = (parts: readonly Part[]) => parts.filter(({ kind }) => kind === 'place').length;

/** A comma between digits groups them by thousands; after the last digit it divides by a thousand. */
function finish({ commas, percents, parts, ...rest }: Draft): Section {
  const point = parts.findIndex(({ kind }) => kind === 'point' || kind === 'exponent');
  const whole = placesIn(point < 0 ? parts : parts.slice(0, point));
  const inside = commas.filter((before) => before > 0 && before < whole).length;
  const after = commas.filter((before) => before > 0 && before >= whole).length;
  return { ...rest, parts, grouped: inside > 0, scale: 100 ** percents / 1_000 ** after };
}
