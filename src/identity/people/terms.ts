/** Words for the codes of people, for sentences. */
import type { Bilingual } from '../../core/messages/language.ts';
import type { PersonState } from './person.ts';

export const PERSON_STATE_TERMS: Readonly<Record<PersonState, Bilingual>> = {
  active: { en: 'active', zh: '启用' },
  blocked: { en: 'blocked', zh: '停用' },
};
