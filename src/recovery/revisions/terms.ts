/** States of revisions, and changes of records, in words. */
import type { Bilingual } from '../../core/messages/language.ts';
import type { RecordChange } from './difference.ts';
import type { RevisionState } from './revision.ts';

export const REVISION_STATE_WORDS = {
  open: { en: 'open', zh: '待处理' },
  settled: { en: 'settled: the records agree with the certified figure again', zh: '差异已消除' },
  replaced: { en: 'replaced by a later revision or a new round', zh: '已被后续修订或新一轮替代' },
  confirmed: { en: 'decided: the certified figure stays', zh: '维持原认定' },
  reopened: { en: 'decided: the assessment is open for another round', zh: '重新认定' },
} as const satisfies Readonly<Record<RevisionState, Bilingual>>;

export const RECORD_CHANGE_WORDS = {
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '减少' },
  changed: { en: 'changed', zh: '变更' },
} as const satisfies Readonly<Record<RecordChange, Bilingual>>;
