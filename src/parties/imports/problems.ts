/** Problems of imports and exports. */
import { NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { IMPORT_REPORT } from '../examples/register.ts';
import { PARTY_TERMS } from '../terms.ts';
import { COLUMN_TERMS } from './columns.ts';

export const importProblem = defineProblems(
  {
    'table-header-wrong': {
      kind: 'invalid',
      en: {
        title: 'Wrong table header',
        detail:
          'Header in line {line}: missing columns: {missing:column}; unknown columns: {unknown}; repeated columns: {repeated:column}.',
        remedy: 'Use the header of the template (GET /v1/imports/…/template), in English or Chinese and in any order.',
      },
      zh: {
        title: '表头不符',
        detail: '第 {line} 行表头：缺少的列：{missing:column}；未知的列：{unknown}；重复的列：{repeated:column}。',
        remedy: '请使用模板（GET /v1/imports/…/template）的中文或英文表头，列的顺序不限。',
      },
    },
    'cell-is-number': {
      kind: 'rule',
      en: {
        title: 'Number instead of text',
        detail:
          'The cell is stored as a number. Numbers lose leading zeros and all digits after the fifteenth, so an identifier must be text.',
        remedy: 'Format the column as text, enter the value again and save the file.',
      },
      zh: {
        title: '单元格应为文本',
        detail: '该单元格以数字格式存储，会丢失前导零及第 15 位以后的数字；编号类内容须以文本格式存储。',
        remedy: '请将该列设为文本格式，重新输入后保存。',
      },
    },
    'cell-is-error': {
      kind: 'rule',
      en: {
        title: 'Error value in a cell',
        detail: 'The cell shows {value}. That is an error of the spreadsheet and not a value.',
        remedy: 'Enter the value itself. Leave the cell empty only if there is no value.',
      },
      zh: {
        title: '单元格为错误值',
        detail: '该单元格显示为 {value}，这是电子表格的错误提示，不是有效内容。',
        remedy: '请直接填写实际内容；确无内容的，请将单元格留空。',
      },
    },
    'cell-covered': {
      kind: 'rule',
      en: {
        title: 'Cell covered by a merged region',
        detail: 'The cell is part of a merged region, so it is not clear which value it has.',
        remedy: 'Split the merged cells and fill in each of them.',
      },
      zh: {
        title: '单元格被合并',
        detail: '该单元格处于合并区域内，无法确定其内容。',
        remedy: '请取消合并，并逐格填写。',
      },
    },
    'cell-disguised': {
      kind: 'rule',
      en: {
        title: 'Cell shows something else than its value',
        detail:
          'The cell shows “{shown}”, but the file stores {value}. The number format of the cell makes the difference.',
        remedy: 'Set the format of the cell to General or Text, check the value and save the file.',
      },
      zh: {
        title: '单元格显示内容与存储内容不一致',
        detail: '单元格显示为“{shown}”，而实际存储的内容为 {value}，系数字格式所致。',
        remedy: '请将单元格格式设为“常规”或“文本”，核对内容后保存。',
      },
    },
    'cell-spoiled': {
      kind: 'rule',
      en: {
        title: 'Code changed by a spreadsheet',
        detail: 'The cell has {value}. A spreadsheet has rounded the code or turned it into a date or formula.',
        remedy: 'Format the column as text and enter the code again, such as {example}.',
      },
      zh: {
        title: '编号已被电子表格改动',
        detail: '该单元格的内容为 {value}，编号已被电子表格取整，或已变为日期、公式。',
        remedy: '请将该列设为文本格式，重新输入编号，例如 {example}。',
      },
    },
    'cell-placeholder': {
      kind: 'rule',
      en: {
        title: 'Word for nothing in place of a code',
        detail: 'The cell has {value}, which is no code.',
        remedy: 'Enter the code. Leave the cell empty if no code exists.',
      },
      zh: {
        title: '以占位文字代替编号',
        detail: '该单元格的内容为 {value}，不是编号。',
        remedy: '请填写编号；没有编号的，请将单元格留空。',
      },
    },
    'cell-is-serial': {
      kind: 'rule',
      en: {
        title: 'Date shown as a number',
        detail: 'The cell has {value}. In a spreadsheet, this number stands for the day {on}.',
        remedy: 'Format the column as a date in the form YYYY-MM-DD, or write the day as text, such as {on}.',
      },
      zh: {
        title: '日期显示为数字',
        detail: '该单元格的内容为 {value}；在电子表格中，该数字代表日期 {on}。',
        remedy: '请将该列设为日期格式（年-月-日），或以文本填写日期，例如 {on}。',
      },
    },
    'row-hidden': {
      kind: 'rule',
      en: {
        title: 'Hidden row',
        detail: 'The row is hidden or filtered out, and it has values. Only what can be seen is registered.',
        remedy: 'Show the row, or delete it, and save the file.',
      },
      zh: {
        title: '隐藏的行',
        detail: '该行已被隐藏或筛选掉，但填有内容；系统只登记可见的内容。',
        remedy: '请取消隐藏或清除筛选，或删除该行后保存。',
      },
    },
    'row-too-long': {
      kind: 'rule',
      en: {
        title: 'Cell without a column',
        detail: 'The row has a value in a place for which the header has no column.',
        remedy: 'Remove the value. In a CSV file, put values that contain commas in double quotes.',
      },
      zh: {
        title: '内容超出表头范围',
        detail: '该行在表头没有列名的位置填有内容。',
        remedy: '请删除多余内容；CSV 文件中含逗号的内容须加英文双引号。',
      },
    },
    'row-repeated': {
      kind: 'conflict',
      en: {
        title: 'Repeated row',
        detail: 'The row describes the same record as line {otherLine}.',
        remedy: 'Keep one of the two rows.',
      },
      zh: { title: '行内容重复', detail: '与第 {otherLine} 行重复。', remedy: '请只保留其中一行。' },
    },
    'row-differs': {
      kind: 'conflict',
      en: {
        title: 'Already registered with other data',
        detail: 'The record is already registered with the id {id}. These fields differ: {fields:column}.',
        remedy:
          'Change the row to the registered data, or remove it. An import registers new records and never changes existing ones.',
      },
      zh: {
        title: '已登记且内容不一致',
        detail: '该记录已登记，编号为 {id}；以下内容不一致：{fields:column}。',
        remedy: '请将该行改为与登记内容一致，或删除该行。导入只登记新记录，不修改已有记录。',
      },
    },
    'party-reference-wrong': {
      kind: 'rule',
      en: {
        title: 'Unclear organisation',
        detail: 'partyUscc or partyId must name the organisation. If both are filled in, they must name the same one.',
        remedy: 'Enter partyUscc of a registered organisation, or partyId if it has no unified social credit code.',
      },
      zh: {
        title: '未指明所属单位',
        detail: '须填写“单位统一社会信用代码”（partyUscc）或“单位编号”（partyId）；两项均填写的，须为同一单位。',
        remedy: '请填写已登记单位的统一社会信用代码；无统一社会信用代码的，填写单位编号。',
      },
    },
    'party-reference-missing': {
      kind: 'rule',
      en: {
        title: 'Organisation not registered',
        detail: 'No organisation with the code or id {reference} is registered.',
        remedy: 'Import the organisation first, or correct the code or id.',
      },
      zh: {
        title: '单位未登记',
        detail: '统一社会信用代码或编号为 {reference} 的单位尚未登记。',
        remedy: '请先导入该单位，或更正代码、编号。',
      },
    },
    'party-state-not-importable': {
      kind: 'rule',
      en: {
        title: 'State cannot be imported',
        detail:
          'The organisation is not registered here, and the file says that it is {state:party-state}. Its steps to that state would be missing.',
        remedy: 'Import it as registered or active. Then take the steps that lead to its state.',
      },
      zh: {
        title: '不能以该状态导入单位',
        detail: '该单位尚未登记，而文件中的登记状态为“{state:party-state}”；导入不能代替状态变更的办理过程。',
        remedy: '请以“已登记”或“正常”状态导入，再办理相应的状态变更。',
      },
    },
    'export-too-large': {
      kind: 'rule',
      en: {
        title: 'Too many rows for a workbook',
        detail: 'An XLSX export has at most {rowsMax} rows. This register has more.',
        remedy: 'Request CSV instead: format=csv.',
      },
      zh: {
        title: '行数超过工作簿上限',
        detail: 'XLSX 导出最多 {rowsMax} 行，该登记册的行数超过上限。',
        remedy: '请导出 CSV 文件：format=csv。',
      },
    },
    'import-refused': {
      kind: 'rule',
      en: {
        title: 'Nothing was imported',
        detail:
          '{refused} of {rows} rows were refused, so nothing was imported (mode=all). The member report lists the faults.',
        remedy: 'Correct the rows that report lists and send the file again, or import the valid rows with mode=rows.',
      },
      zh: {
        title: '未导入任何数据',
        detail: '共 {rows} 行，其中 {refused} 行未通过检查；按整体导入方式（mode=all），未导入任何数据，详见 report。',
        remedy: '请更正 report 所列各行后重新提交，或以 mode=rows 仅导入通过检查的行。',
      },
    },
    'import-busy': {
      kind: 'unavailable',
      en: {
        title: 'Too many files at once',
        detail: 'The service reads other files or is very busy. Nothing of this file was registered.',
        remedy: 'Send the file again after the seconds in Retry-After.',
      },
      zh: {
        title: '同时处理的文件过多',
        detail: '系统正在读取其他文件或负载过高，本文件未登记任何内容。',
        remedy: '请按响应头 Retry-After 所示秒数稍后重新提交。',
      },
    },
    'import-missing': {
      kind: 'missing',
      en: {
        title: 'No such import',
        detail: 'No import with the id {id} is stored.',
        remedy: 'Take the id from the answer 202 to the file. Imports of up to 2000 rows are answered at once.',
      },
      zh: {
        title: '导入任务不存在',
        detail: '没有编号为 {id} 的导入任务。',
        remedy: '请使用提交文件时 202 答复中的编号；不超过 2000 行的文件在提交时即得到结果。',
      },
    },
    'import-overtaken': {
      kind: 'conflict',
      en: {
        title: 'Overtaken by another registration',
        detail:
          'Another request registered some of these records during the import. With mode=all nothing was imported; with mode=rows the import stopped at this part.',
        remedy: 'Send the file again. Rows that are registered with the same data stay unchanged.',
      },
      zh: {
        title: '导入期间数据已由他人登记',
        detail:
          '导入过程中，部分记录已由其他请求登记。整体导入（mode=all）时未导入任何数据；逐行导入（mode=rows）时，导入在此处中止。',
        remedy: '请重新提交文件；内容相同的已登记数据保持不变。',
      },
    },
  },
  { ...PARTY_TERMS, ...COLUMN_TERMS },
  {
    'table-header-wrong': { line: 1, missing: ['divisionCode'], unknown: ['区划'], repeated: [], pointer: '#/body' },
    'export-too-large': { rowsMax: 50_000, pointer: '#/query/format' },
    'import-missing': { id: NOTHING },
    'import-refused': { refused: 1, rows: 2, report: IMPORT_REPORT },
  },
);
