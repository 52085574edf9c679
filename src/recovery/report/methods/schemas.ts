/** Methods and technologies of a report, in its language. */
import type { Language } from '../../../core/messages/language.ts';
import { TECHNOLOGY_WORDS } from '../../../recycling/index.ts';
import type { Missing } from '../../methods/computed.ts';
import { missingWord } from '../../methods/evaluation-schemas.ts';
import type { ReportedMethod } from './blocks.ts';

type Shown = Omit<ReportedMethod, 'figures'> & {
  readonly figures: readonly (Omit<ReportedMethod['figures'][number], 'missing'> & {
    readonly missing: Missing | null;
  })[];
};

/** Makes a method of a report from that of an answer. */
export const toReported = (
  { method, version, title, inForce, status, figures, verdicts }: Shown,
  language: Language,
): ReportedMethod => ({
  ...{ method, version, title, inForce, status, verdicts },
  figures: figures.map(({ title: name, value, uncertainty, missing }) => ({
    ...{ title: name, value, uncertainty },
    missing: missing === null ? null : missingWord(missing, language),
  })),
});

/** Returns the words for the classes of furnaces. */
export const classesIn = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(TECHNOLOGY_WORDS).map(([code, words]) => [code, words[language]]));
