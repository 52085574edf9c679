/** Words for the codes of people, for sentences. */
import type { Bilingual } from '../../core/messages/language.ts';

export const PERSON_STATE_TERMS = {
  active: { en: 'active', zh: '启用' },
  blocked: { en: 'blocked', zh: '停用' },
} as const satisfies Record<string, Bilingual>;
