/** The rules of plain words that a machine can hold: comments, test names and messages of the whole repository. */

/** A comment as a reader sees it: where it stands, and its text in one line. */
export type Comment = { readonly line: number; readonly text: string };

/** Most words of one sentence in a comment. */
export const SENTENCE_WORDS_MAX = 25;

/** Doc comments begin with a verb or a noun phrase. */
const OPENER = /^(What|Who|Whose|Whom|Whoever|Whether|Where|How|Of|Which)\b/;

/** Words of a private dialect, each with the plain word for it. */
const BANNED: readonly (readonly [RegExp, string])[] = [
  [/\b(that|which|there) (is|are) none\b|\bare none\b|\bis none\b/i, 'say invalid, missing, unknown or empty'],
  [/\b(tell|tells|told|telling)\b/i, 'say return, record, send, report or show'],
  [/\bfor good\b|\bfor ever\b/i, 'say permanently'],
  [/\b(he|him|his)\b/, 'name the actor'],
  [/\bwhoever\b|\bnobody whom\b/i, 'name the actor'],
  [/\bso long as\b|\bso long\b/i, 'say while, or give the duration'],
  [/\b(at its|of their|of that|of its) own accord\b/i, 'say automatically'],
  [/\bsight\b|\bthe wall\b|\bwalls?\b(?! ?clock)/i, 'say visibility or row-level security'],
  [/\bshelter(ed|s)?\b/i, 'say data folder'],
  [/\bcut-?offs?\b/i, 'say revocation'],
  [/\bslip of the pen\b/i, 'say typing error'],
  [/\blots?\b/i, 'say batch, or accepted line'],
  [/\ba door\b|\bdoors?\b/i, 'say bypass of row-level security'],
];

/** Words that Chinese texts do not use, each with the word of the glossary. */
const BANNED_ZH: readonly (readonly [RegExp, string])[] = [
  [/加工批次/, '处理批次'],
  [/化验/, '检测'],
  [/信封/, '报文'],
  [/搁置/, '待人工处理'],
  [/合作方/, '对接方'],
  [/封存/, '定序'],
  [/营运证/, '道路运输证'],
  [/启动(型|电池)/, '起动型'],
  [/移出者/, '移出人'],
  [/年(核准|经营)规模/, '核准经营规模'],
  [/司机|驾驶员/, '驾驶人'],
  [/密钥口令/, '客户端密钥'],
  [/告知|得知/, '说明实际动作：提交、录入、显示'],
  [/第 ?I{1,2} ?类/, '第Ⅰ类、第Ⅱ类'],
];

/** Every comment of a TypeScript or SQL text; a block of line comments counts as one. */
export function commentsOf(text: string, marker: '//' | '--' = '//'): Comment[] {
  const lines = text.split('\n');
  const found: Comment[] = [];
  let open: { line: number; parts: string[]; block: boolean } | undefined;
  const close = () => {
    if (open) found.push({ line: open.line, text: open.parts.join(' ').replace(/\s+/g, ' ').trim() });
    open = undefined;
  };
  lines.forEach((raw, at) => {
    const line = raw.trim();
    if (open?.block) {
      open.parts.push(line.replace(/\*\/$/, '').replace(/^\*\s?/, ''));
      if (line.endsWith('*/')) close();
    } else if (marker === '//' && line.startsWith('/*')) {
      close();
      open = { line: at + 1, parts: [line.replace(/^\/\*+\s?/, '').replace(/\*\/$/, '')], block: true };
      if (line.includes('*/')) close();
    } else if (line.startsWith(marker)) {
      open ??= { line: at + 1, parts: [], block: false };
      open.parts.push(line.slice(marker.length).trim());
    } else close();
  });
  close();
  return found;
}

/** Faults of one comment. */
export function commentFaults(text: string): string[] {
  const faults = OPENER.test(text) ? [`begins with "${text.split(' ')[0]}"`] : [];
  const long = sentencesOf(text).filter((sentence) => wordsIn(sentence) > SENTENCE_WORDS_MAX);
  return [...faults, ...long.map((one) => `${wordsIn(one)} words: "${one.slice(0, 60)}…"`), ...wordFaults(text)];
}

/** Words that no English text of ours uses. */
export function wordFaults(text: string): string[] {
  return BANNED.flatMap(([pattern, plain]) => {
    const word = pattern.exec(text.replace(/`[^`]*`/g, ''))?.[0];
    return word === undefined ? [] : [`"${word}": ${plain}`];
  });
}

/** Words that no Chinese text of ours uses. */
export function chineseFaults(text: string): string[] {
  return BANNED_ZH.flatMap(([pattern, plain]) => {
    const word = pattern.exec(text)?.[0];
    return word === undefined ? [] : [`“${word}”：${plain}`];
  });
}

/** Sentences of a comment; tags such as `@throws`, list items and code end one. */
function sentencesOf(text: string): string[] {
  return text.replace(/`[^`]*`/g, 'code').split(/(?<=[.!?:;])\s+|\s+@\w+\s|\s-\s|\|/);
}

const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length;
