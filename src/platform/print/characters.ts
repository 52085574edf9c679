/** The characters that a font can show, and texts without all others. Typesetting would print an empty box for those. */

/** Subtable of a `cmap` table that maps all of Unicode by ranges. */
const RANGES = 12;

/**
 * Reads the code points of a TrueType font (ISO/IEC 14496-22, `cmap`).
 * @throws Error when the font has no table of Unicode ranges
 */
export function codePointsOf(font: Buffer): ReadonlySet<number> {
  const cmap = tableAt(font, 'cmap');
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + 8 * at + 4);
    if (font.readUInt16BE(subtable) === RANGES) return pointsIn(font, subtable);
  }
  throw new Error('the font has no table of all its characters');
}

function tableAt(font: Buffer, tag: string): number {
  for (let at = 0; at < font.readUInt16BE(4); at++) {
    const record = 12 + 16 * at;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function pointsIn(font: Buffer, subtable: number): Set<number> {
  const points = new Set<number>();
  for (let at = 0; at < font.readUInt32BE(subtable + 12); at++) {
    const group = subtable + 16 + 12 * at;
    for (let point = font.readUInt32BE(group); point <= font.readUInt32BE(group + 4); point++) points.add(point);
  }
  return points;
}

/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** `missing`: the characters that were replaced, such as `U+20BB7`, each once, in order. */
type Printable<Value> = { readonly value: Value; readonly missing: readonly string[] };

/**
 * Replaces every character that the font lacks by its code point in brackets, such as `〔U+20BB7〕`, in all texts of a value.
 * Line ends and tabs become blanks.
 */
export function toPrintable<Value extends Json>(value: Value, known: ReadonlySet<number>): Printable<Value> {
  const missing = new Set<string>();
  const replace = (text: string) =>
    Array.from(text.replace(/\s/g, ' '), (character) => {
      const point = character.codePointAt(0) ?? 0;
      if (known.has(point)) return character;
      const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
      missing.add(name);
      return `〔${name}〕`;
    }).join('');
  const walk = (one: Json): Json => {
    if (typeof one === 'string') return replace(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one === 'object' && one !== null) {
      return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner)]));
    }
    return one;
  };
  return { value: walk(value) as Value, missing: [...missing] };
}
