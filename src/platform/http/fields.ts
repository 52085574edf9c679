/** Names of fields that every feature uses: paging, headers and reasons. */
import type { Fields } from '../../core/messages/field.ts';

export const HTTP_FIELDS: Fields = {
  id: { en: 'identifier', zh: '编号' },
  limit: { en: 'items on a page', zh: '每页条数' },
  cursor: { en: 'cursor of the next page', zh: '翻页游标' },
  'if-match': { en: 'version that was read', zh: '所依据的版本' },
  'problems.code': { en: 'message code', zh: '消息代码' },
  reason: { en: 'reason', zh: '原因' },
  remarks: { en: 'remarks', zh: '备注' },
};
