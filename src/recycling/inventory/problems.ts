/** Problems of supplies and dispositions of hazardous waste, which needs a manifest. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { RECYCLING_TERMS } from '../terms.ts';

export const inventoryProblem = defineProblems(
  {
    'disposition-needs-manifest': {
      kind: 'rule',
      en: {
        title: 'Hazardous waste leaves by manifest only',
        detail:
          'Batch {batchId} has the waste code {wasteCode}. On {on} hazardous waste leaves on a transfer manifest only (Solid Waste Law 2020, Art 82).',
        remedy:
          'Draft a manifest to a receiver that is licensed for this code (POST /v1/manifests); its decision says what came.',
      },
      zh: {
        title: '危险废物须凭联单转移',
        detail:
          '批次 {batchId} 的废物代码为 {wasteCode}。按 {on} 适用的规定，危险废物只能凭转移联单移出（《固体废物污染环境防治法》第八十二条）。',
        remedy: '请向持有相应废物代码许可证的接受人填写转移联单（POST /v1/manifests），由接受人确认接受情况。',
      },
    },
    'supply-needs-manifest': {
      kind: 'rule',
      en: {
        title: 'Hazardous waste comes by manifest only',
        detail:
          '“{sourceKind:supplyKind}” is hazardous waste with the code {wasteCode}. On {on} it comes on a transfer manifest only (Solid Waste Law 2020, Art 82).',
        remedy: 'Let its producer draft a manifest to you (POST /v1/manifests), and accept it.',
      },
      zh: {
        title: '危险废物须凭联单接受',
        detail:
          '“{sourceKind:supplyKind}”属于危险废物，废物代码为 {wasteCode}。按 {on} 适用的规定，只能凭转移联单接受（《固体废物污染环境防治法》第八十二条）。',
        remedy: '请由产生单位填写转移联单（POST /v1/manifests），再由本单位接受。',
      },
    },
  },
  RECYCLING_TERMS,
  {
    'disposition-needs-manifest': {
      ...{ batchId: ids.batch, wasteCode: '321-029-48', on: '2027-01-05', pointer: '#/params/id' },
    },
    'supply-needs-manifest': {
      ...{ sourceKind: 'battery_production_scrap', wasteCode: '384-004-31', on: '2027-01-05' },
      pointer: '#/body/sourceKind',
    },
  },
);
