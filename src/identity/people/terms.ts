/** Words for the codes of people, for sentences. */
import type { Bilingual } from '../../core/messages/language.ts';
import type { GuessReason } from '../passwords/guess.ts';

export const PERSON_STATE_TERMS = {
  active: { en: 'active', zh: '启用' },
  blocked: { en: 'blocked', zh: '停用' },
} as const satisfies Record<string, Bilingual>;

/** Words for the reasons for which a password is easy to guess. */
export const GUESS_REASON_TERMS = {
  common: {
    en: 'one of the most common passwords, or one of them with digits or signs',
    zh: '属于常用密码，或仅在常用密码前后加了数字、符号',
  },
  run: { en: 'a simple run of characters, such as 12345 or qwert', zh: '由连续或重复的字符组成（如 12345、qwert）' },
  name: {
    en: 'made with the login name, the name of the organisation or the name of this system',
    zh: '含有登录名、单位名称或本系统名称',
  },
} as const satisfies Record<GuessReason, Bilingual>;
