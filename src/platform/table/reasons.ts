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
  quotes: {
    en: 'text follows a closing quote; double the quotes inside a cell',
    zh: '引号后还有其他文字；单元格内容中的引号须写两遍',
  },
  archive: { en: 'its archive is cut or damaged', zh: '压缩包不完整或已损坏' },
  'archive-name-repeated': { en: 'its archive names a file twice', zh: '压缩包内有重名文件' },
  'archive-packing': { en: 'its archive is packed in a way that is not accepted', zh: '压缩方式不受支持' },
  encrypted: { en: 'it is encrypted', zh: '文件已加密' },
  'encrypted-or-xls': { en: 'it is encrypted, or of the older format .xls', zh: '文件已加密，或为旧版 .xls 格式' },
  'not-xlsx': { en: 'it is not an .xlsx file', zh: '不是 .xlsx 文件' },
  entities: { en: 'its XML declares entities', zh: 'XML 中声明了实体' },
  'place-damaged': {
    en: 'the places of its rows or cells are wrong or out of order',
    zh: '行或单元格的位置错误或次序颠倒',
  },
  'cell-damaged': { en: 'a cell has no valid value', zh: '有单元格的值无法识别' },
  'merge-damaged': { en: 'a merged region has no valid place', zh: '合并单元格的区域无效' },
  'format-damaged': {
    en: 'a number format is longer than the 255 characters that spreadsheets write',
    zh: '有数字格式超过电子表格允许的 255 个字符',
  },
  'sheet-hidden': {
    en: 'it has no visible sheet with cells (hidden sheets and chart sheets are not read)',
    zh: '没有可见的数据工作表（不读取隐藏工作表和图表工作表）',
  },
  'column-hidden': {
    en: 'a hidden column has values; show the column, or delete it',
    zh: '隐藏列中有内容，请取消隐藏或删除该列',
  },
  'header-hidden': {
    en: 'its header is in a hidden row; show the row, or delete it',
    zh: '表头所在行被隐藏，请取消隐藏或删除该行',
  },
  xlsb: { en: 'it is a binary workbook (.xlsb); save it as .xlsx', zh: '为二进制工作簿（.xlsb），请另存为 .xlsx' },
  stopped: { en: 'its reading did not end as expected', zh: '读取过程异常中止' },
  damaged: { en: 'it is not a spreadsheet, or it is damaged', zh: '不是电子表格，或已损坏' },
  rows: { en: 'too many rows', zh: '行数过多' },
  columns: { en: 'too many columns', zh: '列数过多' },
  cell: { en: 'a cell is too long', zh: '单元格内容过长' },
  record: { en: 'a record is too long', zh: '单行内容过长' },
  unpacked: { en: 'its archive is too large when unpacked', zh: '压缩包解压后过大' },
  elements: {
    en: 'too many cells, also counting empty ones; delete empty rows and columns that are only formatted',
    zh: '单元格过多（含空白单元格），请删除仅有格式的空行、空列',
  },
  attributes: { en: 'its XML has too many attributes', zh: 'XML 属性过多' },
  formats: { en: 'too many number formats', zh: '数字格式过多' },
  marks: {
    en: 'its XML has too many comments, instructions and character references',
    zh: 'XML 中的注释、处理指令和字符引用过多',
  },
  depth: { en: 'its XML is nested too deeply', zh: 'XML 嵌套过深' },
  merges: { en: 'too many merged cells', zh: '合并单元格过多' },
  text: { en: 'too much text in all cells', zh: '全部单元格的文字总量过大' },
  memory: { en: 'reading it takes too much memory', zh: '读取所需内存过大' },
  time: { en: 'reading it takes too long', zh: '读取耗时过长' },
  files: { en: 'its archive has too many files', zh: '压缩包内文件过多' },
  macros: { en: 'macros', zh: '宏' },
  formulas: { en: 'formulas', zh: '公式' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Reason = keyof typeof REASONS;
