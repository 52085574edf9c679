/** Problems of waste on manifests: batches that are no waste, and packaging or treatment methods that do not fit. */

import { exampleCodes } from '../../core/example-codes.ts';
import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { LICENCE_MODE_TERMS } from '../../core/record-terms.ts';
import { MANIFEST_TERMS } from '../rules/terms.ts';

export const wasteProblem = defineProblems(
  {
    'manifest-batch-not-waste': {
      kind: 'rule',
      en: {
        title: 'The batch is not hazardous waste',
        detail: 'Batch {id} has no code of the national list of hazardous waste on that day.',
        remedy:
          'Choose batches of waste: batteries, residues, paste, grids. Products and by-products leave by POST /v1/batches/{id}/dispositions.',
      },
      zh: {
        title: '批次不属于危险废物',
        detail: '批次 {id} 在当日没有《国家危险废物名录》废物代码。',
        remedy:
          '请选择废物批次，如废铅蓄电池、残余物、铅膏、板栅；产品和副产品请通过 POST /v1/batches/{id}/dispositions 登记去向。',
      },
    },
    'manifest-packaging-unfit': {
      kind: 'rule',
      en: {
        title: 'The packaging does not fit the class of the batteries',
        detail: 'Batteries of {riskClass:riskClass} are not packed as {packaging:code} (HJ 519-2020).',
        remedy: 'Pack them so that acid stays inside, and use one of: {fitting:code}.',
      },
      zh: {
        title: '包装方式与电池类别不符',
        detail: '{riskClass:riskClass}废铅蓄电池不得采用{packaging:code}包装（HJ 519-2020）。',
        remedy: '请采用能防止酸液泄漏的包装方式：{fitting:code}。',
      },
    },
    'manifest-method-unfit': {
      kind: 'rule',
      en: {
        title: 'The treatment method does not fit the waste',
        detail: 'Line {line}: the waste {wasteCode} is not treated by the method {method:code}.',
        remedy: 'Use a method that fits this waste: {fitting:code}.',
      },
      zh: {
        title: '利用处置方式与废物不符',
        detail: '第 {line} 行：废物代码 {wasteCode} 不适用利用处置方式{method:code}。',
        remedy: '请填写适用的利用处置方式：{fitting:code}。',
      },
    },
    'manifest-method-unlicensed': {
      kind: 'rule',
      en: {
        title: 'The licence does not allow the treatment method',
        detail:
          'Line {line}: under a licence for {mode:licence-mode} the receiving site does not use the method {method:code}.',
        remedy:
          'Use a method that the licence and the kind of the site allow: {fitting:code}. Otherwise reject the load.',
      },
      zh: {
        title: '利用处置方式超出许可经营方式',
        detail: '第 {line} 行：持“{mode:licence-mode}”许可证的接受场所不得采用利用处置方式{method:code}。',
        remedy: '请填写许可证和场所类型允许的利用处置方式：{fitting:code}；否则请拒收。',
      },
    },
  },
  { code: {}, riskClass: MANIFEST_TERMS.riskClass, 'licence-mode': LICENCE_MODE_TERMS },
  {
    'manifest-batch-not-waste': {
      ...{ id: EXAMPLE_IDS.otherBatch, material: 'refined_lead', pointer: '#/body/lines/0/batchId' },
    },
    'manifest-packaging-unfit': {
      ...{ riskClass: 'II', packaging: 'pallet', fitting: exampleCodes('packaging') },
      pointer: '#/body/lines/0/packaging',
    },
    'manifest-method-unlicensed': {
      ...{ line: 1, method: 'D1', mode: 'recycling', fitting: exampleCodes('treatment-methods') },
      pointer: '#/body/lines/0/treatmentMethod',
    },
    'manifest-method-unfit': {
      ...{ line: 1, method: 'R9', wasteCode: '321-029-48', fitting: exampleCodes('treatment-methods') },
      pointer: '#/body/lines/0/treatmentMethod',
    },
  },
);
