/** Dioxin in a report: measurements of a year against the limit, and releases before and after BAT/BEP. */
import { dayOf } from '../../core/calendar.ts';
import type { Block } from '../../core/documents/document.ts';
import type { Sheet, SheetCell } from '../../core/documents/workbook.ts';
import type { Language } from '../../core/messages/language.ts';
import { DIOXIN_WORDS } from './dioxin-words.ts';
import { findingsBlock } from './methods/blocks.ts';
import type { ReportedDioxin } from './report.ts';
import { filled, SEVERITY_WORDS, WORDS } from './words.ts';

const left = (label: string, width: number) => ({ label, width, align: 'left' as const });
const right = (label: string, width: number) => ({ label, width, align: 'right' as const });

/** Returns the two tables of a year, and the findings about it; none without measurements and production. */
export function dioxinBlocks(dioxin: ReportedDioxin | null, language: Language): Block[] {
  if (dioxin === null) return [];
  const { year, findings = [] } = dioxin;
  const title = filled(DIOXIN_WORDS.findings[language], { year });
  return [
    ...(dioxin.items.length === 0 ? [] : tablesOf(dioxin, language)),
    ...(findings.length === 0 ? [] : [findingsBlock(findings, [], language, title)]),
  ];
}

function tablesOf(dioxin: ReportedDioxin, language: Language): Block[] {
  const say = (word: keyof typeof DIOXIN_WORDS) => DIOXIN_WORDS[word][language];
  const { year, items, limitNanograms, totals } = dioxin;
  const verdict = (kept: boolean) => say(kept ? 'kept' : 'exceeded');
  return [
    {
      kind: 'table',
      title: filled(say('measured'), { year }),
      columns: [
        ...[left(say('outlet'), 1.4), left(say('furnace'), 2.4), left(say('sampledOn'), 1.8), left(say('report'), 2.8)],
        ...[right(say('concentration'), 1.8), right(say('converted'), 1.8), left(say('verdict'), 1.2)],
      ],
      rows: items.map((one) => [
        ...[one.outlet, one.furnace, dayOf(new Date(one.sampledAt))],
        ...[one.certificateNumber ?? WORDS.noCertificate[language], one.nanogramsPerCubicMetre],
        ...[one.referenceNanogramsPerCubicMetre, verdict(one.withinLimit)],
      ]),
      sums: [],
      note: filled(say('measuredNote'), { limit: limitNanograms }),
    },
    {
      kind: 'table',
      title: filled(say('released'), { year }),
      columns: [
        ...[left(say('outlet'), 1.4), left(say('classBefore'), 1.1), left(say('classAfter'), 1.1)],
        ...[right(say('factorBefore'), 2.2), right(say('factorAfter'), 2.2), right(say('byMeasurement'), 2.2)],
        right(say('perTonne'), 1.8),
      ],
      rows: [
        ...items.map((one) => [
          ...[one.outlet, one.baselineClass, one.technologyClass, one.baselineGrams ?? '—', one.factorGrams ?? '—'],
          ...[one.measuredGrams, one.microgramsPerTonne ?? '—'],
        ]),
        [say('total'), '', '', totals.baselineGrams, totals.factorGrams, totals.measuredGrams, ''],
      ],
      sums: [items.length],
      note: `${say('releasedNote')}${classNote(dioxin, language)}`,
    },
  ];
}

/** Lists the classes that the table names, in words. */
function classNote({ items, classes }: ReportedDioxin, language: Language): string {
  const used = new Set(items.flatMap(({ baselineClass, technologyClass }) => [baselineClass, technologyClass]));
  const [colon, end, stop] = language === 'zh' ? ['：', '；', '。'] : [': ', '; ', '.'];
  return `${[...used]
    .toSorted()
    .map((code) => `${code}${colon}${classes[code] ?? ''}`)
    .join(end)}${stop}`;
}

/** Returns the sheet of a year, with the sums as formulas, and the sheet of findings; none without measurements and findings. */
export function dioxinSheets(dioxin: ReportedDioxin | null, language: Language): Sheet[] {
  if (dioxin === null) return [];
  const { findings = [], year } = dioxin;
  const title = filled(DIOXIN_WORDS.findings[language], { year });
  const rows = findings.map(({ severity, title: name, detail }): SheetCell[] => [
    ...[SEVERITY_WORDS[severity]?.[language] ?? severity, name, detail],
  ]);
  return [
    ...(dioxin.items.length === 0 ? [] : releaseSheets(dioxin, language)),
    ...(rows.length === 0
      ? []
      : [
          { name: DIOXIN_WORDS.findingsSheet[language], widths: [16, 36, 80], headings: [0], rows: [[title], ...rows] },
        ]),
  ];
}

function releaseSheets(dioxin: ReportedDioxin, language: Language): Sheet[] {
  const say = (word: keyof typeof DIOXIN_WORDS) => DIOXIN_WORDS[word][language];
  const { year, items, limitNanograms, totals } = dioxin;
  const last = items.length + 2;
  const sum = (column: string, value: string) => ({
    formula: `SUM(${column}3:${column}${last})`,
    value: Number(value),
  });
  const amount = (text: string | null): SheetCell => (text === null ? null : Number(text));
  return [
    {
      name: say('sheet'),
      widths: [12, 24, 14, 26, 14, 14, 12, 12, 12, 18, 18, 18, 14],
      headings: [0, 1],
      rows: [
        [filled(say('released'), { year }), filled(say('measuredNote'), { limit: limitNanograms })],
        [
          ...[say('outlet'), say('furnace'), say('sampledOn'), say('report'), say('concentration'), say('converted')],
          ...[say('verdict'), say('classBefore'), say('classAfter'), say('factorBefore'), say('factorAfter')],
          ...[say('byMeasurement'), say('perTonne')],
        ],
        ...items.map((one): SheetCell[] => [
          ...[one.outlet, one.furnace, dayOf(new Date(one.sampledAt)), one.certificateNumber],
          ...[Number(one.nanogramsPerCubicMetre), Number(one.referenceNanogramsPerCubicMetre)],
          ...[say(one.withinLimit ? 'kept' : 'exceeded'), one.baselineClass, one.technologyClass],
          ...[amount(one.baselineGrams), amount(one.factorGrams), Number(one.measuredGrams)],
          amount(one.microgramsPerTonne),
        ]),
        [
          ...[say('total'), null, null, null, null, null, null, null, null],
          ...[sum('J', totals.baselineGrams), sum('K', totals.factorGrams), sum('L', totals.measuredGrams)],
        ],
      ],
    },
  ];
}
