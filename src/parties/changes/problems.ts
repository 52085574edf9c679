/** Problems of changes of registered data. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { RECORD_WORDS } from '../../core/record-terms.ts';
import { MEMBER_WORDS } from './terms.ts';

const { manifest } = EXAMPLE_IDS;

export const changeProblem = defineProblems(
  {
    'change-reserved': {
      kind: 'forbidden',
      en: {
        title: 'Only the authority changes this',
        detail: 'Of this record ({kind:record}), only the authority that registers it changes: {members:member}.',
        remedy: 'Send the other members alone, and ask the authority of the province to change these, with evidence.',
      },
      zh: {
        title: '该项只能由主管部门变更',
        detail: '该{kind:record}的下列项目只能由负责登记的主管部门变更：{members:member}。',
        remedy: '请仅提交其他项目；上述项目请凭证明材料向省级主管部门申请变更。',
      },
    },
    'change-held': {
      kind: 'conflict',
      en: {
        title: 'Other records hold this',
        detail:
          'The {kind:record} keeps {members:member}, because other records ({kinds:record}, {count} in all) name it so: {ids}.',
        remedy:
          'Finish or cancel open manifests and move the stock first. Where finished manifests hold it, register a new record; a licence may be extended, and otherwise is revoked and registered anew; its annual scale stays at least the mass that was accepted in a year.',
      },
      zh: {
        title: '已有关联记录，不能变更',
        detail:
          '已有 {count} 条关联记录（{kinds:record}）以现有内容为准，该{kind:record}的{members:member}不能变更：{ids}。',
        remedy:
          '请先办结或作废未办结的联单，并转移库存；已办结的联单涉及的，请另行登记。许可证只能扩大范围或延长期限，否则应吊销后重新登记；核准经营规模不得少于一个年度内已接受的数量。',
      },
    },
  },
  { member: MEMBER_WORDS, record: RECORD_WORDS },
  {
    'change-reserved': { kind: 'party', members: ['name'], pointer: '#/body/name' },
    'change-held': {
      ...{ kind: 'party', members: ['uscc'], count: 1, pointer: '#/body/uscc' },
      ...{ kinds: ['manifest'], ids: [manifest], records: [{ kind: 'manifest', id: manifest, state: 'in_transit' }] },
    },
  },
);
