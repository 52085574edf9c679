/** Problems of files of tables. */
import { defineProblems } from '../../core/messages/problem.ts';

export const tableProblem = defineProblems({
  'table-unreadable': {
    kind: 'invalid',
    en: {
      title: 'The table cannot be read',
      detail: 'The file cannot be read: {reason}.',
      remedy: 'Send a CSV file in UTF-8 or GB18030, or an .xlsx workbook without a password, as the template has it.',
    },
    zh: {
      title: '无法读取表格',
      detail: '文件无法读取：{reason}。',
      remedy: '请按模板提交 UTF-8 或 GB18030 编码的 CSV 文件，或未加密的 .xlsx 工作簿。',
    },
  },
  'table-too-large': {
    kind: 'too-large',
    en: {
      title: 'The table is too large',
      detail: 'The file holds too much: {what}.',
      remedy: 'Send at most {rowsMax} rows, {columnsMax} columns and {cellMax} characters per cell; split the file.',
    },
    zh: {
      title: '表格过大',
      detail: '文件内容过大：{what}。',
      remedy: '每个文件最多 {rowsMax} 行、{columnsMax} 列，每格最多 {cellMax} 个字符；请拆分文件。',
    },
  },
  'table-has-formulas': {
    kind: 'invalid',
    en: {
      title: 'The table computes',
      detail: 'The workbook holds {what}; nothing is run here, and what they show may not be what they mean.',
      remedy: 'Paste the values only into the template, save it as .xlsx and send it again.',
    },
    zh: {
      title: '表格含有公式或宏',
      detail: '工作簿含有 {what}；此处不执行任何公式或宏。',
      remedy: '请仅将数值粘贴到模板中，另存为 .xlsx 后重新提交。',
    },
  },
});
