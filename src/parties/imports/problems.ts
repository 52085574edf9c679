/** Problems of imports and exports. */
import { defineProblems } from '../../core/messages/problem.ts';

export const importProblem = defineProblems({
  'table-header-wrong': {
    kind: 'invalid',
    en: {
      title: 'The header does not fit',
      detail: 'Line {line}: missing {missing}; unknown {unknown}; twice {repeated}.',
      remedy: 'Use the header of the template, in English or Chinese; the order does not matter.',
    },
    zh: {
      title: '表头不符',
      detail: '第 {line} 行：缺少 {missing}；未知 {unknown}；重复 {repeated}。',
      remedy: '请使用模板的中文或英文表头，列的顺序不限。',
    },
  },
  'cell-is-number': {
    kind: 'rule',
    en: {
      title: 'The cell is a number',
      detail: 'The cell is stored as a number, which loses leading zeros and every digit after the fifteenth.',
      remedy: 'Format the column as text, enter the value again and save.',
    },
    zh: {
      title: '单元格为数字',
      detail: '该单元格以数字存储，会丢失前导零及第 15 位之后的数字。',
      remedy: '请将该列设为文本格式，重新输入后保存。',
    },
  },
  'row-too-long': {
    kind: 'rule',
    en: {
      title: 'The row is longer than the header',
      detail: 'A cell stands where the header has no column.',
      remedy: 'Remove the cell; in a CSV file put values that hold commas in quotes.',
    },
    zh: {
      title: '行长于表头',
      detail: '该行在表头之外还有内容。',
      remedy: '请删除多余内容；CSV 文件中含逗号的值须加引号。',
    },
  },
  'row-repeated': {
    kind: 'conflict',
    en: {
      title: 'The row stands in the file twice',
      detail: 'Line {otherLine} says the same.',
      remedy: 'Keep one of the two rows.',
    },
    zh: { title: '文件内重复', detail: '与第 {otherLine} 行重复。', remedy: '请只保留其中一行。' },
  },
  'row-differs': {
    kind: 'conflict',
    en: {
      title: 'Registered already with other data',
      detail: 'It is registered already as {id}, and differs in {fields}.',
      remedy: 'Make the row equal to what is registered, or remove it: an import registers and never changes.',
    },
    zh: {
      title: '已登记且内容不同',
      detail: '已登记为 {id}，以下字段不同：{fields}。',
      remedy: '请使该行与登记内容一致，或删除该行；导入只登记新记录，不修改已有记录。',
    },
  },
  'party-reference-wrong': {
    kind: 'rule',
    en: {
      title: 'The organisation is not named clearly',
      detail: 'Either partyUscc or partyId names the organisation; both only if they name the same.',
      remedy: 'Fill in the code of a registered organisation, or its id where it has no code.',
    },
    zh: {
      title: '单位引用不明确',
      detail: '须以单位统一社会信用代码或单位编号指明单位；两者均填写时须一致。',
      remedy: '请填写已登记单位的统一社会信用代码；无代码的填写单位编号。',
    },
  },
  'party-reference-missing': {
    kind: 'rule',
    en: {
      title: 'No such organisation',
      detail: 'No organisation {reference} is registered.',
      remedy: 'Import the organisation first, or correct the reference.',
    },
    zh: {
      title: '单位未登记',
      detail: '单位 {reference} 尚未登记。',
      remedy: '请先导入该单位，或更正引用。',
    },
  },
  'party-state-not-importable': {
    kind: 'rule',
    en: {
      title: 'An organisation is not imported in this state',
      detail: 'It is {state} and not registered here; an import would have to make its history up.',
      remedy: 'Import it as registered or active, then take the steps that led to its state.',
    },
    zh: {
      title: '不能以该状态导入单位',
      detail: '该单位状态为 {state} 且尚未登记；导入不能代替其状态变更过程。',
      remedy: '请以 registered 或 active 导入，再办理相应的状态变更。',
    },
  },
  'export-too-large': {
    kind: 'rule',
    en: {
      title: 'Too many rows for a workbook',
      detail: 'A workbook holds at most {rowsMax} rows here.',
      remedy: 'Ask with format=csv.',
    },
    zh: {
      title: '行数超过工作簿上限',
      detail: '工作簿最多 {rowsMax} 行。',
      remedy: '请使用 format=csv。',
    },
  },
  'import-refused': {
    kind: 'rule',
    en: {
      title: 'Nothing was imported',
      detail: '{refused} of {rows} rows were refused, and all or nothing was asked for; see report.',
      remedy: 'Correct the rows named in report and send the file again, or import with mode=rows.',
    },
    zh: {
      title: '未导入任何数据',
      detail: '共 {rows} 行，其中 {refused} 行被拒绝；按“全部或全不”方式未导入任何数据，见 report。',
      remedy: '请更正 report 所列各行后重新提交，或使用 mode=rows 逐行导入。',
    },
  },
  'import-overtaken': {
    kind: 'conflict',
    en: {
      title: 'Somebody else registered the same meanwhile',
      detail:
        'Meanwhile another request registered some of the rows; with mode=all nothing was imported, with mode=rows nothing from there on.',
      remedy: 'Send the file again: what is registered with the same data is left as it is.',
    },
    zh: {
      title: '导入期间数据被他人登记',
      detail: '导入过程中，部分行已由其他请求登记；mode=all 时未导入任何数据，mode=rows 时此后各行未导入。',
      remedy: '请重新提交文件；内容相同的已登记数据将保持不变。',
    },
  },
});
