/** The rules of plain words that a machine can hold: comments, test names and texts for users. */
import { readFileSync } from 'node:fs';

/** A comment as a reader sees it: its first line, and its text in one line. */
export type Comment = { readonly line: number; readonly text: string };

/** A word that no text uses, and the word that stands for it. */
type Rule = { readonly pattern: RegExp; readonly instead: string };

/** Maximum number of words in one sentence of a comment. */
export const SENTENCE_WORDS_MAX = 25;

/** Comments begin with a verb or a noun phrase, never with these words. */
const OPENER =
  /^(What|Who|Whose|Whom|Whoever|Whether|Where|How|Of|Which|Why|When|Nothing|Nobody|The same|Answers (how|whether|what))\b/;

/** Phrases that sound like a private dialect. */
const PHRASES: readonly Rule[] = [
  { pattern: /\b(that|which|there) (is|are) none\b|\b(is|are) none\b/i, instead: 'invalid, missing, unknown or empty' },
  { pattern: /\b(tell|tells|told|telling)\b/i, instead: 'return, record, send, report or show' },
  { pattern: /\bfor good\b|\bfor ever\b/i, instead: 'permanently' },
  { pattern: /\b(he|him|his)\b|\bwhoever\b/i, instead: 'the name of the actor' },
  { pattern: /\bso long as\b|\bso long\b/i, instead: 'while, or the duration' },
  { pattern: /\bslip of the pen\b/i, instead: 'typing error' },
  { pattern: /\bshelter(ed|s)?\b/i, instead: 'data folder' },
];

/** Phrases that comments and test names avoid in addition: vague actors, and verbs with several meanings. */
const VAGUE: readonly Rule[] = [
  { pattern: /\b(some|any|every|no)body\b/i, instead: 'the name of the actor' },
  { pattern: /\bstands?\b(?! for\b|-)/i, instead: 'is, is stored, or is at' },
  { pattern: /\basked\b/i, instead: 'requested or checked' },
  { pattern: /\bso many\b/i, instead: 'a number of' },
  { pattern: /\bor nothing\b/i, instead: 'undefined, null or empty' },
  { pattern: /\b(is|are|was|were) away\b/i, instead: 'unreachable' },
  { pattern: /\bbeside\b/i, instead: 'next to, or also' },
  { pattern: /\banew\b|\ball the (same|while)\b|\bin vain\b/i, instead: 'again, in spite of, or useless' },
];

const GLOSSARY = new URL('../../docs/glossary.md', import.meta.url);

/** The words that the glossary rules out, by language. */
function glossaryRules(): { readonly en: Rule[]; readonly zh: Rule[] } {
  const rows = readFileSync(GLOSSARY, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (---|term)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return {
    en: rows.flatMap(([, term = '', , , not = '']) =>
      not === '' ? [] : [{ pattern: new RegExp(`\\b${not}s?\\b`, 'i'), instead: term }],
    ),
    zh: rows.flatMap(([, , term = '', , , not = '']) =>
      not
        .split('、')
        .filter((word) => word !== '')
        .map((word) => ({ pattern: new RegExp(word), instead: term })),
    ),
  };
}

const RULES = glossaryRules();

/** Reads every comment of a TypeScript text; a block of line comments counts as one. */
export function commentsOf(text: string): Comment[] {
  const found: Comment[] = [];
  let open: { line: number; parts: string[]; block: boolean } | undefined;
  const close = () => {
    if (open) found.push({ line: open.line, text: open.parts.join(' ').replace(/\s+/g, ' ').trim() });
    open = undefined;
  };
  text.split('\n').forEach((raw, at) => {
    const line = raw.trim();
    if (open?.block) {
      open.parts.push(line.replace(/\*\/$/, '').replace(/^\*\s?/, ''));
      if (line.endsWith('*/')) close();
    } else if (line.startsWith('/*')) {
      close();
      open = { line: at + 1, parts: [line.replace(/^\/\*+\s?/, '').replace(/\*\/$/, '')], block: true };
      if (line.includes('*/')) close();
    } else if (line.startsWith('//')) {
      open ??= { line: at + 1, parts: [], block: false };
      open.parts.push(line.slice(2).trim());
    } else close();
  });
  close();
  return found;
}

/** Finds the faults of one comment. */
export function commentFaults(text: string): string[] {
  const long = sentencesOf(text).filter((sentence) => wordsIn(sentence) > SENTENCE_WORDS_MAX);
  return [
    ...(OPENER.test(text) ? [`begins with "${text.split(' ')[0]}"`] : []),
    ...long.map((one) => `${wordsIn(one)} words in one sentence: "${one.slice(0, 60)}…"`),
    ...wordFaults(text),
    ...vagueFaults(text),
  ];
}

/** Finds the words that no English text of ours uses. Code between back-quotes does not count. */
export function wordFaults(text: string): string[] {
  return faults(text.replace(/`[^`]*`/g, ''), [...PHRASES, ...RULES.en]);
}

/** Finds the vague words that comments and test names avoid. */
export function vagueFaults(text: string): string[] {
  return faults(text.replace(/`[^`]*`/g, ''), VAGUE);
}

/** Finds the words that no Chinese text of ours uses. */
export function chineseFaults(text: string): string[] {
  return faults(text, RULES.zh);
}

function faults(text: string, rules: readonly Rule[]): string[] {
  return rules.flatMap(({ pattern, instead }) => {
    const word = pattern.exec(text)?.[0];
    return word === undefined ? [] : [`"${word}" instead of ${instead}`];
  });
}

/** Splits a comment into sentences; tags such as `@throws`, list items and table cells end one. */
function sentencesOf(text: string): string[] {
  return text.replace(/`[^`]*`/g, 'code').split(/(?<=[.!?:;])\s+|\s+@\w+\s|\s-\s|\|/);
}

const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length;
