/** Names of the fields of requests about files. */
import type { Fields } from '../core/messages/field.ts';

export const FILE_FIELDS: Fields = {
  'files.name': { en: 'name of the file', zh: '文件名' },
  'content-digest': { en: 'digest of the content', zh: '内容摘要' },
  'if-none-match': { en: 'content that the caller has', zh: '已有内容的标识' },
};
