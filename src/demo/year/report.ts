/** The year for people: what the recyclers did, and what the service makes of it. */
import type { Bilingual, Language } from '../../core/messages/language.ts';
import type { Assessed } from './assessment.ts';
import { periodOf, YEAR } from './calendar.ts';
import type { Method, Rate, Tried, YearOutcome } from './outcome.ts';
import { SENTENCES, severityText, stateText, statusText, TRICK_TEXTS, verdictText } from './texts.ts';

/** Returns the report. Titles and findings are in the language in which they were read. */
export function yearReport(outcome: YearOutcome, language: Language): string {
  const say = SENTENCES[language];
  const { honest, other, seconds } = outcome;
  return [
    ...['', '', say.title(YEAR), '', say.played(seconds.toFixed(0))],
    ...heading(say.honest(honest.name)),
    ...honestLines(honest, language),
    ...heading(say.other(other.name)),
    ...other.tried.flatMap((one) => triedLines(one, language)),
    say.year(percentOf(other.rate), statusText(other.rate.status, language)),
    ...findingsOf(other.rate, language),
    ...refusalLines(other.assessed, language),
    '',
  ].join('\n');
}

const COLON: Bilingual = { en: ': ', zh: '：' };
const COMMA: Bilingual = { en: ', ', zh: '，' };
const PERCENT: Bilingual = { en: ' %', zh: '%' };

function honestLines(honest: YearOutcome['honest'], language: Language) {
  const { rate, months, methods, assessed, files, thumbprint, verified } = honest;
  const say = SENTENCES[language];
  const shares = months.map(percentOf).toSorted();
  const clear = months.filter(({ status }) => status === 'clear').length;
  const inForce = methods.filter(({ figures }) => figures.some(({ value }) => value !== null));
  const archive = files.at(-1);
  return [
    say.rate(percentOf(rate), rate.uncertainty?.headline.expandedPoints ?? '–'),
    ...findingsOf(rate, language),
    say.months(shares[0] ?? '–', shares.at(-1) ?? '–', clear),
    '',
    say.figures,
    ...inForce.flatMap((method) => figureLines(method, language)),
    '',
    say.limits,
    ...inForce.flatMap(({ verdicts }) =>
      verdicts.map(
        ({ title, limitPercent, verdict }) =>
          `    ${title}${COMMA[language]}${limitPercent}${PERCENT[language]}${COLON[language]}${verdictText(verdict, language)}`,
      ),
    ),
    '',
    say.assessed(stateText(assessed.state, language), assessed.state === 'certified'),
    ...(archive === undefined
      ? []
      : [
          say.files,
          ...files.map((file) => `    ${file}`),
          say.verifier,
          ...verified.split('\n').map((line) => `    ${line}`),
          say.again(`node docs/examples/verify-evidence.mjs ${archive} ${thumbprint}`),
        ]),
  ];
}

const figureLines = ({ title: method, figures }: Method, language: Language): string[] => [
  `    ${method}`,
  ...figures.flatMap(({ title, value, uncertainty }) =>
    value === null
      ? []
      : [
          `      ${title}${COLON[language]}${value.percent}${PERCENT[language]} ± ${uncertainty?.expandedPoints ?? '–'}`,
        ],
  ),
];

/** Says why an assessment could not be certified, and how it ended. */
function refusalLines({ refusal, state }: Assessed, language: Language): string[] {
  const say = SENTENCES[language];
  if (refusal === undefined) return [say.assessed(stateText(state, language), false)];
  const why = state === 'draft' ? say.notSubmitted : say.notExplained;
  return [why(refusal.title, refusal.detail), say.assessed(stateText(state, language), false)];
}

function triedLines({ name, month, hopedShare, refusal, rate, assessed }: Tried, language: Language): string[] {
  const say = SENTENCES[language];
  return [
    say.tried(periodOf(month), TRICK_TEXTS[name][language]),
    ...(refusal ? [say.refused(refusal.title, refusal.detail)] : []),
    say.hoped((hopedShare * 100).toFixed(2)),
    say.shown(percentOf(rate), statusText(rate.status, language)),
    ...findingsOf(rate, language).map((line) => `  ${line}`),
    ...refusalLines(assessed, language).map((line) => `  ${line}`),
    '',
  ];
}

const percentOf = ({ rates }: Rate): string => rates?.headline?.percent ?? '–';

const findingsOf = ({ findings }: Rate, language: Language): string[] =>
  findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, title }) => `    ${severityText(severity, language)}${COLON[language]}${title}`);

const heading = (name: string): string[] => ['', name, '-'.repeat(widthOf(name))];

/** Columns that a text takes on a terminal: Chinese characters take two. */
const widthOf = (name: string): number =>
  [...name].reduce((sum, character) => sum + (/[⺀-￯]/.test(character) ? 2 : 1), 0);

/** Says in plain words what should have been found, and was not. */
export function yearFaults({ honest, other }: YearOutcome, language: Language): string[] {
  const zh = language === 'zh';
  const faults: string[] = [];
  if (honest.rate.status !== 'clear' || honest.months.some(({ status }) => status !== 'clear'))
    faults.push(zh ? `${honest.name}的回收率应为未见异常。` : `The rates of ${honest.name} are not clear.`);
  if (honest.assessed.state !== 'certified')
    faults.push(zh ? `${honest.name}未通过认定。` : `The assessment of ${honest.name} is not certified.`);
  for (const { month, rate } of other.tried)
    if (rate.status === 'clear')
      faults.push(
        zh
          ? `${other.name} ${periodOf(month)} 的虚报未被发现。`
          : `${other.name} was not found out in ${periodOf(month)}.`,
      );
  if (other.tried.some(({ name, refusal }) => name === 'friend' && refusal === undefined))
    faults.push(zh ? '移出与接受场所相同的联单未被拒绝。' : 'A manifest from a site to itself was not refused.');
  if ([other, ...other.tried].some(({ assessed }) => assessed.refusal === undefined || assessed.state === 'certified'))
    faults.push(zh ? `${other.name}不应通过认定。` : `${other.name} could be certified.`);
  return faults;
}
