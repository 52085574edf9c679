/** The catalogue of messages as a whole: every feature's texts, in both languages. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/core/messages/language.ts';
import type { NoticeText } from '../src/core/messages/notice.ts';
import type { ProblemText } from '../src/core/messages/problem.ts';
import { FORMS, fill, formsIn } from '../src/core/messages/text.ts';
import { MESSAGES } from '../src/features.ts';
import { nationalProblem } from '../src/national-standin/problems.ts';
import { catalogueOf, STATUS } from '../src/platform/http/problem-details.ts';

const CHINESE = /\p{Script=Han}/u;
const partsOf = (text: NoticeText & Partial<ProblemText>) => Object.values(text);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name);

it('defines every code once', () => {
  const codes = catalogueOf(MESSAGES).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(() => catalogueOf([...MESSAGES, ...MESSAGES.slice(0, 1)])).toThrow('defined twice');
});

/** The stand-in is a service of its own, and repeats some codes of the exchange. */
const ALL = [...MESSAGES, nationalProblem].flatMap(({ entries, terms }) =>
  Object.entries(entries).map(([code, entry]) => ({ code, entry, terms })),
);

describe.each(ALL)('$code', ({ code, entry, terms }) => {
  it('has the same parts in both languages, of which the title shows no facts', () => {
    expect(Object.keys(entry.zh)).toEqual(Object.keys(entry.en));
    expect(Object.keys(entry.en)).toEqual(['title', 'detail', ...('kind' in entry ? ['remedy'] : [])]);
    for (const text of partsOf(entry.en)) expect(text).toMatch(/^[^\p{Script=Han}]+$/u);
    for (const text of partsOf(entry.zh)) expect(text).toMatch(CHINESE);
    expect(placeholders(entry.en.title + entry.zh.title)).toEqual([]);
  });

  it('shows the same facts in both languages, in forms that exist', () => {
    const shown = LANGUAGES.map((language) => placeholders(partsOf(entry[language]).join('')));
    expect(new Set(shown[1])).toEqual(new Set(shown[0]));
    const forms = LANGUAGES.flatMap((language) => partsOf(entry[language]).flatMap(formsIn));
    const known: readonly string[] = [...FORMS, ...Object.keys(terms)];
    expect(forms.filter((form) => !known.includes(form))).toEqual([]);
  });

  it('has a code of plain words, and a status below 500 unless the service itself is at fault', () => {
    expect(code).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*|[A-Z0-9]+(_[A-Z0-9]+)*)$/);
    if ('kind' in entry) expect(STATUS[entry.kind] < 500 || ['unavailable', 'failure'].includes(entry.kind)).toBe(true);
  });
});

describe('vocabularies', () => {
  const words = MESSAGES.flatMap(({ terms }) => Object.entries(terms));
  it.each(words.flatMap(([form, codes]) => Object.entries(codes).map(([code, word]) => [form, code, word] as const)))(
    '%s: %s has words in both languages',
    (_form, _code, { en, zh }) => {
      expect(en).not.toMatch(CHINESE);
      expect(zh).toMatch(CHINESE);
    },
  );
});

/**
 * Facts that texts show as they are, by kind. Anything else has a form: `{massGrams:mass}`, or for a code `{state:state}`,
 * which names the vocabulary that has its words.
 */
const PLAIN_FACTS = {
  identifier:
    'batchId codes countId dispositionId evidence existingId fileId givenSha256 giver id ids kid key licence licenceId manifest messageId number openRevision otherLine outlet receiverId reference replacedBy replacesId reportNumber revision runId runSiteId sha256 expectedSha256 first last siteId subject uscc',
  name: 'login mediaType name plate permitNumber registered siteName baseUrl threat',
  amount:
    'allowedPieces assays availablePieces batchPieces batches bookPieces cellMax classes columnsMax count countedPercent countedPieces days deliveries depthMax different differencePieces expandedPoints expectedPieces factor givenPieces highPercent hours index limit limitBytes limitPercent limitPoints loads lowPercent manifests max min minutes missingPieces numbers pieces promisedPieces records refused requestedPieces restPieces retryAfterSeconds rows rowsMax runHours runs scatterPercent sharePercent size sizeBytes statedHours statedPercent storedDays statedPieces wanted',
  'day or period':
    'after closedOn confirmedOn countedOn decidedOn dueOn earlier effectiveOn endedOn from issuedOn leftOn observedOn on period permitValidFrom recordedOn sampledOn today validFrom validTo withdrawnOn year statedYear',
  'line of a table or manifest': 'expected given line',
  'stock count that is missing: a day and a site': 'missing',
  'names of sites': 'sites',
  'month with the codes of the findings that block it': 'months',
  'version of a record': 'actual expected replaces version',
  'official code: division, waste code, code of the law':
    'code divisionCode registration statedCode technologyClass usccDivision wasteCode wasteCodes',
  'place in degrees': 'latitude longitude',
  'value as it was sent, or as it must be sent': 'allowed example named shown unknown value',
  'part of the protocol': 'accepted audience contentType field header issuer method path pointer scope trusted',
} as const;

describe('facts in sentences', () => {
  const plain = Object.values(PLAIN_FACTS).flatMap((names) => names.split(' '));
  const shown = ALL.flatMap(({ code, entry }) =>
    LANGUAGES.flatMap((language) =>
      [
        ...partsOf(entry[language])
          .join('')
          .matchAll(/\{(\w+)\}/g),
      ].map(([, name = '']) => ({ code, name })),
    ),
  );

  it('are of a kind that is read as it is, or have words for their codes', () => {
    const unknown = shown.filter(({ name }) => !plain.includes(name));
    expect(unknown, 'name the fact in PLAIN_FACTS, or show its code with a form, such as {state:state}').toEqual([]);
    const unused = plain.filter((name) => shown.every((one) => one.name !== name));
    expect(unused, 'remove from PLAIN_FACTS, because no text shows it').toEqual([]);
  });
});

it('every text can be filled', () => {
  for (const { entries, terms } of [...MESSAGES, nationalProblem]) {
    for (const { zh } of Object.values(entries)) expect(fill(zh.detail, {}, 'zh', terms)).not.toContain('{');
  }
});
