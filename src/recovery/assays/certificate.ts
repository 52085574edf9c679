/** Words of a laboratory on the certificate of an assay or an analysis, as a rate uses them. */
import type { Bilingual } from '../../core/messages/language.ts';

/** Outcomes of the comparison of a record with the valid statement of its laboratory. */
export type CertificateOutcome = 'confirmed' | 'contradicted' | 'disowned' | 'withdrawn';

/** Outcomes, and `unconfirmed` without a statement. */
export const CERTIFICATE_STATES = ['confirmed', 'contradicted', 'disowned', 'withdrawn', 'unconfirmed'] as const;

export const CERTIFICATE_STATE_WORDS: Readonly<Record<(typeof CERTIFICATE_STATES)[number], Bilingual>> = {
  confirmed: { en: 'confirmed', zh: '已确认' },
  contradicted: { en: 'contradicted', zh: '与记录不符' },
  disowned: { en: 'not issued by the laboratory', zh: '否认出具' },
  withdrawn: { en: 'confirmation withdrawn', zh: '已撤回确认' },
  unconfirmed: { en: 'not confirmed', zh: '未确认' },
};
