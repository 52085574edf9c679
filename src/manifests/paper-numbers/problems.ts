/** Problems of numbers reserved for forms on paper. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { PROVINCES } from '../../core/identifiers/provinces.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const paperNumberProblem = defineProblems(
  {
    'paper-block-missing': {
      kind: 'missing',
      en: {
        title: 'Block of paper numbers not found',
        detail: 'No block of paper numbers that you may see has the id {id}.',
        remedy: 'Check the id: GET /v1/paper-numbers.',
      },
      zh: {
        title: '预留纸质联单编号不存在',
        detail: '没有编号为 {id} 且您有权查看的预留纸质联单编号段。',
        remedy: '请通过 GET /v1/paper-numbers 核对编号。',
      },
    },
    'paper-block-elsewhere': {
      kind: 'rule',
      en: {
        title: 'Organisation of another province',
        detail: 'The organisation belongs to {provinceCode:province}; this system is that of {province:province}.',
        remedy: 'Reserve numbers for organisations of this province; others have those of their own.',
      },
      zh: {
        title: '单位不属于本省',
        detail: '该单位属于{provinceCode:province}，本系统属于{province:province}。',
        remedy: '请为本省单位预留编号；外省单位由其所在省份预留。',
      },
    },
    'paper-block-too-large': {
      kind: 'rule',
      en: {
        title: 'Too many numbers in a block',
        detail: 'The block has {numbers} numbers; at most {max} are reserved at once (law manifests.paper-blocks).',
        remedy: 'Reserve several blocks.',
      },
      zh: {
        title: '预留编号数量过多',
        detail: '该编号段共 {numbers} 个编号，每次最多预留 {max} 个（法定参数 manifests.paper-blocks）。',
        remedy: '请分段预留。',
      },
    },
    'paper-numbers-reserved': {
      kind: 'conflict',
      en: {
        title: 'Numbers already reserved',
        detail: 'The block shares numbers with {first} to {last}, which are reserved (id {existingId}).',
        remedy: 'Choose other numbers: GET /v1/paper-numbers lists those that are reserved.',
      },
      zh: {
        title: '编号已预留',
        detail: '该编号段与已预留的 {first} 至 {last}（编号段 {existingId}）重叠。',
        remedy: '请另选编号；已预留的编号可通过 GET /v1/paper-numbers 查询。',
      },
    },
    'manifest-paper-of-another': {
      kind: 'rule',
      en: {
        title: 'Paper number of another organisation',
        detail:
          'The number {number} is reserved for another organisation. A reserved number covers a load of its own organisation only.',
        remedy: 'Enter the number as it is printed on your own form; GET /v1/paper-numbers lists your numbers.',
      },
      zh: {
        title: '纸质联单编号已预留给其他单位',
        detail: '编号 {number} 已预留给其他单位，预留编号仅限该单位使用。',
        remedy: '请按本单位纸质联单上印制的编号填写；本单位的预留编号可通过 GET /v1/paper-numbers 查询。',
      },
    },
  },
  { province: PROVINCES },
  {
    'paper-block-missing': { id: NOTHING },
    'paper-block-elsewhere': { provinceCode: '44', province: '45', pointer: '#/body/partyId' },
    'paper-block-too-large': { numbers: 5_000, max: 1_000, pointer: '#/body/lastSerial' },
    'paper-numbers-reserved': {
      ...{ existingId: ids.paperNumbers, first: '桂A-2026-000101', last: '桂A-2026-000150' },
      pointer: '#/body/firstSerial',
    },
    'manifest-paper-of-another': { number: '桂A-2026-000123', pointer: '#/body/number' },
  },
);
