/** Problems of table files. */
import { defineProblems } from '../../core/messages/problem.ts';
import { REASONS } from './reasons.ts';

export const tableProblem = defineProblems(
  {
    'table-unreadable': {
      kind: 'invalid',
      en: {
        title: 'The table cannot be read',
        detail: 'The file cannot be read: {reason:reason}.',
        remedy:
          'Send a CSV file in UTF-8 or GB18030, or an .xlsx workbook without a password, in the form of the template.',
      },
      zh: {
        title: '无法读取表格',
        detail: '文件无法读取：{reason:reason}。',
        remedy: '请按模板提交 UTF-8 或 GB18030 编码的 CSV 文件，或未加密的 .xlsx 工作簿。',
      },
    },
    'table-too-large': {
      kind: 'too-large',
      en: {
        title: 'The table is too large',
        detail: 'The file is too large: {what:reason}.',
        remedy: 'Send at most {rowsMax} rows, {columnsMax} columns and {cellMax} characters per cell; split the file.',
      },
      zh: {
        title: '表格过大',
        detail: '文件超出限制：{what:reason}。',
        remedy: '每个文件最多 {rowsMax} 行、{columnsMax} 列，每格最多 {cellMax} 个字符；请拆分文件后提交。',
      },
    },
    'table-has-formulas': {
      kind: 'invalid',
      en: {
        title: 'The table has formulas or macros',
        detail: 'The workbook contains {what:reason}. Formulas and macros are not run, so their values are not read.',
        remedy: 'Paste only the values into the template, save it as .xlsx and send it again.',
      },
      zh: {
        title: '表格含有公式或宏',
        detail: '工作簿含有{what:reason}。系统不执行公式或宏，也不读取其结果。',
        remedy: '请仅将单元格的值（不含公式）粘贴到模板中，另存为 .xlsx 后重新提交。',
      },
    },
  },
  { reason: REASONS },
  {
    'table-unreadable': { reason: 'encrypted', pointer: '#/body' },
    'table-too-large': { what: 'rows', rowsMax: 100_000, columnsMax: 200, cellMax: 1_000, pointer: '#/body' },
    'table-has-formulas': { what: 'formulas', pointer: '#/body' },
  },
);
