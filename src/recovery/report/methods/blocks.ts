/** All methods in a report: their figures side by side, and the verdicts on the targets of each. */
import type { Block, Tone } from '../../../core/documents/document.ts';
import type { Bilingual, Language } from '../../../core/messages/language.ts';
import { type FlagReason, reasonFor } from '../../question/flag-reason.ts';
import type { ReportedMethod, ReportedRecovery, ReportedVerdict } from '../report.ts';
import { COMPARISON_WORDS, filled, SEVERITY_WORDS, UNDECIDED_WORDS, VERDICT_WORDS, WORDS } from '../words.ts';

const METHOD_WORDS = {
  title: { zh: '各方法结果对比', en: 'Methods side by side' },
  note: {
    zh: '各方法的定义不同，不得以一种方法的结果对照另一种方法的限值；综合回收率比铅回收率通常低17至27个百分点。',
    en: 'Methods define different things, so the figure of one must not be held against the target of another. The comprehensive rate is usually 17 to 27 points below that of lead.',
  },
  assessed: { zh: '本次认定', en: 'assessed' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const left = (label: string, width: number) => ({ label, width, align: 'left' as const });
const right = (label: string, width: number) => ({ label, width, align: 'right' as const });

/** Returns the figures of every method that is in force, and the verdicts. @param assessed id of the method that is assessed */
export function methodBlocks(methods: readonly ReportedMethod[], assessed: string | null, language: Language): Block[] {
  const shown = methods.filter(({ inForce }) => inForce);
  if (shown.length === 0) return [];
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  const nameOf = ({ method, title, version }: ReportedMethod) =>
    `${title}${open}v${version}${method === assessed ? `${language === 'zh' ? '，' : ', '}${METHOD_WORDS.assessed[language]}` : ''}${close}`;
  return [
    {
      kind: 'table',
      title: METHOD_WORDS.title[language],
      columns: [left(say('method'), 5), left(say('rate'), 5), right(say('value'), 2.4), right(say('expanded'), 2.4)],
      rows: shown.flatMap((one) =>
        one.figures.map(({ title, value, uncertainty, missing }) => [
          nameOf(one),
          title,
          value?.percent ?? missing ?? say('none'),
          uncertainty?.expandedPoints ?? '—',
        ]),
      ),
      ...{ sums: [], note: METHOD_WORDS.note[language] },
    },
    ...verdictBlocks(shown, language),
  ];
}

function verdictBlocks(methods: readonly ReportedMethod[], language: Language): Block[] {
  const rows = methods.flatMap(({ verdicts }) => verdicts.map((one) => verdictRow(one, language)));
  return rows.length === 0 ? [] : [verdictTable(rows, language)];
}

/** Makes the table of verdicts. */
export const verdictTable = (rows: readonly (readonly string[])[], language: Language): Block => ({
  kind: 'table',
  title: WORDS.verdicts[language],
  columns: [
    left(WORDS.target[language], 5),
    left(WORDS.limit[language], 2.4),
    right(WORDS.value[language], 1.8),
    left(WORDS.verdict[language], 4),
  ],
  ...{ rows, sums: [], note: '' },
});

/** Makes the row of a verdict: target, limit, figure, verdict. */
export const verdictRow = (one: ReportedVerdict, language: Language): string[] => [
  one.title,
  `${COMPARISON_WORDS[one.comparison][language]} ${one.limitPercent} %`,
  one.value?.percent ?? '—',
  verdictText(one, language),
];

function verdictText({ verdict, undecided }: ReportedVerdict, language: Language): string {
  const text = VERDICT_WORDS[verdict][language];
  if (undecided === null) return text;
  const why = UNDECIDED_WORDS[undecided][language];
  return language === 'zh' ? `${text}（${why}）` : `${text} (${why})`;
}

const FINDING_TONES: Readonly<Record<string, Tone>> = { block: 'bad', flag: 'warn', note: 'plain' };

/** Returns the findings, and the reason of the expert with each flag. */
export function findingsBlock(
  findings: ReportedRecovery['findings'],
  flagReasons: readonly FlagReason[],
  language: Language,
  title: string = WORDS.findings[language],
): Block {
  const found = findings.map(({ code, severity, title: name, detail, facts = {} }) => {
    const answer = severity === 'flag' ? reasonFor({ code, facts }, flagReasons) : undefined;
    return {
      label: `${SEVERITY_WORDS[severity]?.[language] ?? severity} · ${name}`,
      text: answer ? `${detail} ${filled(WORDS.flagReason[language], { reason: answer.reason })}` : detail,
      tone: FINDING_TONES[severity] ?? 'plain',
    };
  });
  const none = { label: WORDS.noFindings[language], text: '', tone: 'plain' as const };
  return { kind: 'notes', title, notes: found.length > 0 ? found : [none] };
}
