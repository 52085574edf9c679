/** Ways in which people and programs write one identifier. */
import fc from 'fast-check';

/** Invisible marks: zero width, direction, byte order, soft hyphen, variation selectors, tags, fillers. */
const UNSEEN = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u202a',
  '\u202e',
  '\u2060',
  '\u2066',
  '\ufeff',
  '\u00ad',
  '\ufe0f',
];
const RARE = ['\u{e0101}', '\u{e0041}', '\u180e', '\u034f', '\u061c', '\u3164', '\uffa0', '\ufffa'];
const BLANKS = [' ', '\t', '\n', '\r\n', '\u00a0', '\u3000', '\u2003', '\u2800', '\u0085'];

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

type Ways = { readonly cases?: boolean; readonly inside?: boolean; readonly width?: boolean };

/** Spellings of a text that mean the same: `inside` also puts blanks between its characters. */
export function spellingsOf(text: string, { cases = false, inside = true, width = true }: Ways = {}) {
  const unseen = fc.constantFrom('', '', '', ...UNSEEN, ...RARE);
  const blank = inside ? fc.constantFrom('', '', '', ...BLANKS) : fc.constant('');
  const around = fc.array(fc.constantFrom(...BLANKS, ...UNSEEN), { maxLength: 3 }).map((marks) => marks.join(''));
  const characters = [...text].map((one) =>
    fc.tuple(fc.integer({ min: 0, max: 3 }), unseen, blank).map(([way, mark, gap]) => {
      const cased = cases && way % 2 === 1 ? one.toLowerCase() : one;
      return (width && way > 1 ? fullWidth(cased) : cased) + mark + gap;
    }),
  );
  return fc
    .tuple(around, fc.tuple(...characters), around)
    .map(([before, inner, after]) => before + inner.join('') + after);
}
