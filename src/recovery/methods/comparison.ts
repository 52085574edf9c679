/** The workbook of all methods side by side: figures, verdicts and findings. */
import type { Sheet, SheetCell } from '../../core/documents/workbook.ts';
import type { Language } from '../../core/messages/language.ts';
import { decimalOf } from '../fraction.ts';
import {
  COMPARISON_WORDS,
  SEVERITY_WORDS,
  STATUS_WORDS,
  UNDECIDED_WORDS,
  VERDICT_WORDS,
  WORDS,
} from '../report/words.ts';
import { halfEven } from '../report/workbook.ts';
import type { Missing } from './computed.ts';

type Value = { readonly numerator: string; readonly denominator: string; readonly percent: string };

/** A method of the answer of GET /v1/recovery/comparison, as far as it is shown. */
export type ComparedMethod = {
  readonly method: string;
  readonly version: number;
  readonly title: string;
  readonly inForce: boolean;
  readonly status: keyof typeof STATUS_WORDS;
  readonly figures: readonly {
    readonly title: string;
    readonly value: Value | null;
    readonly uncertainty: { readonly expandedPoints: string } | null;
    readonly missing: Missing | null;
  }[];
  readonly verdicts: readonly {
    readonly title: string;
    readonly comparison: keyof typeof COMPARISON_WORDS;
    readonly limitPercent: string;
    readonly value: Value | null;
    readonly verdict: keyof typeof VERDICT_WORDS;
    readonly undecided: keyof typeof UNDECIDED_WORDS | null;
  }[];
  readonly findings: readonly { readonly severity: string; readonly title: string; readonly detail: string }[];
};

/** Makes the sheets. @param missing words for the reasons for which a figure is missing */
export function comparisonSheets(
  methods: readonly ComparedMethod[],
  missing: (code: Missing) => string,
  language: Language,
): Sheet[] {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const figures = methods.flatMap((one) => one.figures.map((figure) => ({ ...one, figure })));
  return [
    {
      name: say('comparison'),
      widths: [34, 10, 10, 14, 40, 16, 22, 16, 30, 30, 34],
      headings: [0],
      rows: [
        [
          ...[say('method'), say('versionHead'), say('inForce'), say('status'), say('rate'), say('value')],
          ...[say('exactShare'), say('expanded'), say('numerator'), say('denominator'), say('missing')],
        ],
        ...figures.map(({ title, version, inForce, status, figure }, at): SheetCell[] => [
          ...[title, version, inForce ? say('yes') : say('no'), STATUS_WORDS[status][language], figure.title],
          ...valueCells(figure.value, at + 2),
          ...[figure.value && figure.uncertainty ? Number(figure.uncertainty.expandedPoints) : null],
          ...[figure.value?.numerator ?? null, figure.value?.denominator ?? null],
          figure.missing === null ? null : missing(figure.missing),
        ]),
      ],
    },
    {
      name: say('verdicts'),
      widths: [34, 44, 18, 16, 16, 34],
      headings: [0],
      rows: [
        [say('method'), say('target'), say('limit'), say('value'), say('verdict'), say('undecided')],
        ...methods.flatMap(({ title, verdicts }) =>
          verdicts.map((one): SheetCell[] => [
            ...[title, one.title, `${COMPARISON_WORDS[one.comparison][language]} ${one.limitPercent} %`],
            ...[one.value === null ? null : Number(one.value.percent), VERDICT_WORDS[one.verdict][language]],
            one.undecided === null ? null : UNDECIDED_WORDS[one.undecided][language],
          ]),
        ),
      ],
    },
    {
      name: say('findings'),
      widths: [34, 14, 40, 80],
      headings: [0],
      rows: [
        [say('method'), say('severity'), say('findings'), say('detail')],
        ...methods.flatMap(({ title, findings }) =>
          findings.map((one): SheetCell[] => [
            ...[title, SEVERITY_WORDS[one.severity]?.[language] ?? one.severity, one.title, one.detail],
          ]),
        ),
      ],
    },
  ];
}

/** Makes the cells of a figure: per cent by formula, and the exact share that it rounds. */
function valueCells(value: Value | null, row: number): SheetCell[] {
  if (value === null) return [null, null];
  const exact = { numerator: BigInt(value.numerator), denominator: BigInt(value.denominator) };
  return [{ formula: halfEven(`G${row}`), value: Number(value.percent) }, Number(decimalOf(exact, 20))];
}
