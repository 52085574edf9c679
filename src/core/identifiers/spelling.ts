/**
 * Spellings of identifiers. People and programs write one identifier in many ways: full width, with blanks, with
 * invisible marks, in another letter case. Each kind has one form; it alone is stored, compared and hashed.
 */

/** Characters without a picture: zero width, direction, byte order, soft hyphen, fillers, variation selectors. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Blanks of all widths, line ends, and the two blanks that JavaScript does not count as such. */
const BLANKS = /[\s\u0085\u2800]+/g;
/** Dashes of all lengths, and the minus sign, which spreadsheets put in the place of a hyphen. */
const DASHES = /[\p{Pd}\u2212]/gu;
/** Printable ASCII without blanks. Most identifiers arrive in this form, and only their letter case can differ. */
const PLAIN = /^[!-~]*$/;

/** Removes the invisible marks. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, '');

/** Full-width and other compatible characters become plain ones, and all dashes the hyphen. */
const halfWidth = (text: string): string => withoutUnseen(text).normalize('NFKC').replace(DASHES, '-');

/** Latin letters become capitals; others stay, because their capitals can be several letters. */
export const inCapitals = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());

/** A code without inner blanks, such as `900-052-31` or `repair-shop`. Its letter case counts. */
export function codeOf(written: string): string {
  if (PLAIN.test(written)) return written;
  return halfWidth(written).replace(BLANKS, '').normalize('NFKC');
}

/** An identifier whose letter case does not count and whose form has small letters: a UUID, a SHA-256, a login name. */
export const smallCodeOf = (written: string): string =>
  codeOf(written).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** An identifier whose letter case does not count and whose form has capitals, such as a social credit code. */
export const capitalCodeOf = (written: string): string => inCapitals(codeOf(written));

/** A name that programs compare character by character, such as that of a key: only what surrounds it is removed. */
export const tokenOf = (written: string): string =>
  withoutUnseen(written)
    .replace(/[\u0085\u2800]/g, ' ')
    .trim();

/**
 * A number printed on a document, such as `桂环危字 0450100001 号`. Its blanks and its letter case stay as
 * printed; `comparedForm` gives the form in which two of them are equal.
 */
export function documentNumberOf(written: string): string {
  if (PLAIN.test(written)) return written;
  return halfWidth(written).replace(BLANKS, ' ').trim();
}

/**
 * The form in which numbers of documents and names are compared: half width, in capitals, without blanks, with one kind of
 * brackets and of dots. `compared_form` of the database is the same.
 */
export function comparedForm(written: string): string {
  return capitalCodeOf(written)
    .replace(/[〔【[{〈《]/g, '(')
    .replace(/[〕】\]}〉》]/g, ')')
    .replace(/[•‧∙⋅・]/g, '·');
}

/** The subject of journal entries, such as `batch:<id>`. */
export function subjectOf(written: string): string {
  const subject = codeOf(written);
  return /:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(subject) ? subject.toLowerCase() : subject;
}
