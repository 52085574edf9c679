/** Reasons why a table file is refused, in words for sentences. */
import type { Bilingual } from '../../core/messages/language.ts';

export const REASONS = {
  empty: { en: 'it is empty', zh: '文件为空' },
  charset: { en: 'its charset is neither UTF-8 nor GB18030', zh: '所声明的字符编码不是 UTF-8 或 GB18030' },
  bytes: { en: 'its bytes are neither UTF-8 nor GB18030', zh: '内容不是 UTF-8 或 GB18030 编码' },
  'header-not-chinese': {
    en: 'it is not UTF-8, and its header is not in Chinese as that of a file in GB18030',
    zh: '不是 UTF-8 编码，且表头不是 GB18030 编码的中文',
  },
  'quotes-open': { en: 'its quotes do not close', zh: '引号未成对' },
  archive: { en: 'its archive is cut or damaged', zh: '压缩包不完整或已损坏' },
  'archive-name-repeated': { en: 'its archive names a file twice', zh: '压缩包内有重名文件' },
  'archive-packing': { en: 'its archive is packed in a way that is not accepted', zh: '压缩方式不受支持' },
  encrypted: { en: 'it is encrypted', zh: '文件已加密' },
  'encrypted-or-xls': { en: 'it is encrypted, or of the older format .xls', zh: '文件已加密，或为旧版 .xls 格式' },
  'not-xlsx': { en: 'it is not an .xlsx file', zh: '不是 .xlsx 文件' },
  entities: { en: 'its XML declares entities', zh: 'XML 中声明了实体' },
  'cell-without-place': { en: 'one of its cells has no place', zh: '有单元格未注明位置' },
  damaged: { en: 'it is not a spreadsheet, or it is damaged', zh: '不是电子表格，或已损坏' },
  rows: { en: 'too many rows', zh: '行数过多' },
  columns: { en: 'too many columns', zh: '列数过多' },
  cell: { en: 'a cell is too long', zh: '单元格内容过长' },
  record: { en: 'a record is too long', zh: '单行内容过长' },
  unpacked: { en: 'its archive is too large when unpacked', zh: '压缩包解压后过大' },
  files: { en: 'its archive has too many files', zh: '压缩包内文件过多' },
  macros: { en: 'macros', zh: '宏' },
  formulas: { en: 'formulas', zh: '公式' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Reason = keyof typeof REASONS;
