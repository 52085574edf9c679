/** The certification of a frozen evaluation, as its report shows it. */
import { dayOf } from '../../core/calendar.ts';
import type { Block } from '../../core/documents/document.ts';
import type { Sheet } from '../../core/documents/workbook.ts';
import type { Bilingual, Language } from '../../core/messages/language.ts';
import type { Certificate } from './report.ts';

type Step = { readonly step: string; readonly round: number; readonly takenBy: string; readonly takenAt: string };

const CERTIFICATE_WORDS = {
  title: { zh: '认定信息', en: 'Certification' },
  number: { zh: '认定编号', en: 'Number' },
  round: { zh: '轮次', en: 'Round' },
  submit: { zh: '提交人', en: 'Submitted by' },
  review: { zh: '评审专家', en: 'Reviewed by' },
  certify: { zh: '认定人', en: 'Certified by' },
  content: { zh: '认定内容摘要（SHA-256）', en: 'SHA-256 of what was certified' },
  key: { zh: '签名密钥编号', en: 'Key of the signature' },
  journal: { zh: '日志序号', en: 'Journal index' },
  revision: { zh: '后续修订', en: 'Later revision' },
  open: {
    zh: '有待处理的修订：后续记录会改变认定值，认定值在决定前保持不变。',
    en: 'A revision is open: later records would change the certified figure, which stays until a decision.',
  },
  none: { zh: '无待处理的修订', en: 'none is open' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const PEOPLE = ['submit', 'review', 'certify'] as const;

/** Returns the last step of each person of a round, with its day in Beijing. */
export function peopleOf(steps: readonly Step[], round: number): Certificate['people'] {
  return PEOPLE.flatMap((step) => {
    const taken = steps.findLast((one) => one.step === step && one.round === round);
    return taken === undefined ? [] : [{ step, subject: taken.takenBy, day: dayOf(new Date(taken.takenAt)) }];
  });
}

function factsOf(certificate: Certificate, language: Language): [string, string][] {
  const say = (word: keyof typeof CERTIFICATE_WORDS) => CERTIFICATE_WORDS[word][language];
  return [
    [say('number'), certificate.assessmentId],
    [say('round'), String(certificate.round)],
    ...certificate.people.map(({ step, subject, day }): [string, string] => [say(step), `${subject}  ${day}`]),
    [say('content'), certificate.contentSha256],
    [say('key'), certificate.keyId],
    [say('journal'), String(certificate.journalIndex)],
    [say('revision'), say(certificate.isRevised ? 'open' : 'none')],
  ];
}

/** Returns the block of a certification; none for a report of present records. */
export const certificateBlocks = (certificate: Certificate | null, language: Language): Block[] =>
  certificate === null
    ? []
    : [{ kind: 'facts', title: CERTIFICATE_WORDS.title[language], facts: factsOf(certificate, language) }];

/** Returns the sheet of a certification; none for a report of present records. */
export const certificateSheets = (certificate: Certificate | null, language: Language): Sheet[] =>
  certificate === null
    ? []
    : [
        {
          name: CERTIFICATE_WORDS.title[language],
          widths: [30, 80],
          headings: [],
          rows: factsOf(certificate, language),
        },
      ];
