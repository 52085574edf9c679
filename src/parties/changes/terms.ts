/** Names of the members of registered records, for sentences. */
import type { Bilingual } from '../../core/messages/language.ts';
import { PARTY_FIELDS } from '../imports/columns.ts';

const CONTAINERS = ['parties', 'sites', 'licences', 'vehicles'];

/** Names by member. Some members belong to several records, whose names differ only in the record. */
export const MEMBER_WORDS: Readonly<Record<string, Bilingual>> = {
  ...Object.fromEntries(
    Object.entries(PARTY_FIELDS).flatMap(([key, { en, zh }]) => {
      const [container = '', member] = key.split('.');
      return member !== undefined && CONTAINERS.includes(container) ? [[member, { en, zh }]] : [];
    }),
  ),
  name: { en: 'name', zh: '名称' },
  provinceCode: { en: 'province', zh: '所属省份' },
  kind: { en: 'kind', zh: '类型' },
};
