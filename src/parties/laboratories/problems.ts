/** Problems of laboratories and their qualifications. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const laboratoryProblem = defineProblems(
  {
    'qualification-missing': {
      kind: 'missing',
      en: {
        title: 'Qualification not found',
        detail: 'The organisation has no qualification {id}.',
        remedy: 'Check the id. List them: GET /v1/parties/{id}/qualifications.',
      },
      zh: {
        title: '资质认定证书记录不存在',
        detail: '该单位没有编号为 {id} 的资质认定证书记录。',
        remedy: '请核对编号；可通过 GET /v1/parties/{id}/qualifications 查询。',
      },
    },
    'qualification-exists': {
      kind: 'conflict',
      en: {
        title: 'Qualification already registered',
        detail: 'Qualification {number}, valid from {validFrom}, is already registered.',
        remedy: 'Check the number. Each certificate belongs to one laboratory.',
      },
      zh: {
        title: '资质认定证书已登记',
        detail: '证书编号 {number}（有效期自 {validFrom} 起）已登记。',
        remedy: '请核对证书编号；一份证书只属于一家检测机构。',
      },
    },
    'qualification-withdrawn': {
      kind: 'conflict',
      en: {
        title: 'Qualification already withdrawn',
        detail: 'Qualification {id} was withdrawn from {withdrawnOn} on.',
        remedy:
          'A withdrawal stays. Register a qualification that was granted again with POST /v1/parties/{id}/qualifications.',
      },
      zh: {
        title: '资质认定证书已撤销',
        detail: '资质认定证书记录 {id} 自 {withdrawnOn} 起已撤销。',
        remedy: '撤销记录不予更改；重新取得资质的，请通过 POST /v1/parties/{id}/qualifications 登记。',
      },
    },
    'withdrawal-outside-validity': {
      kind: 'rule',
      en: {
        title: 'Withdrawal outside the validity',
        detail: 'The qualification is valid from {validFrom} to before {validTo}; {withdrawnOn} is not in it.',
        remedy: 'Give the first day on which the qualification is no longer valid, within its validity.',
      },
      zh: {
        title: '撤销日期不在有效期内',
        detail: '该资质认定证书有效期自 {validFrom} 起至 {validTo}（不含当日）止，{withdrawnOn} 不在其内。',
        remedy: '请填写证书有效期内停止有效的首日。',
      },
    },
    'laboratory-not-qualified': {
      kind: 'rule',
      en: {
        title: 'Laboratory without a valid qualification',
        detail: 'Laboratory {name} has no qualification in the register that was valid on {on}.',
        remedy: 'Name a laboratory that was qualified on the day of the sample, or leave laboratoryId out.',
      },
      zh: {
        title: '检测机构资质无效',
        detail: '检测机构“{name}”在 {on} 没有已登记且有效的资质认定证书。',
        remedy: '请填写采样当日资质有效的检测机构，或不填“检测机构编号”（laboratoryId）。',
      },
    },
    'laboratory-not-independent': {
      kind: 'rule',
      en: {
        title: 'Laboratory not independent',
        detail:
          'Laboratory {name} is not external: it is the organisation itself, has no social credit code, shares the stem of its name or an account with it, or has had a person or a telephone number of it since the sample was taken.',
        remedy: 'Name an external laboratory, or leave laboratoryId out and state laboratoryKind own.',
      },
      zh: {
        title: '检测机构不独立',
        detail:
          '“{name}”不属于外部检测机构：其为本单位自身，或无统一社会信用代码，或与本单位存在名称主体部分、账号相同的情形，或自采样以来存在人员、电话相同的情形。',
        remedy:
          '请填写外部检测机构；由本单位自行检测的，不填“检测机构编号”（laboratoryId），并将“检测机构类别”（laboratoryKind）填为 own。',
      },
    },
  },
  {},
  {
    'qualification-missing': { id: NOTHING, pointer: '#/params/qualificationId' },
    'qualification-exists': { number: '演示CMA230000000001', validFrom: '2024-01-01', pointer: '#/body/number' },
    'qualification-withdrawn': {
      id: ids.qualification,
      withdrawnOn: '2026-06-01',
      pointer: '#/params/qualificationId',
    },
    'withdrawal-outside-validity': {
      ...{ withdrawnOn: '2030-01-01', validFrom: '2023-05-01', validTo: '2029-05-01' },
      pointer: '#/body/withdrawnOn',
    },
    'laboratory-not-qualified': { name: '演示检测中心', on: '2026-10-07', pointer: '#/body/laboratoryId' },
    'laboratory-not-independent': {
      name: '演示检测中心',
      laboratoryId: ids.laboratory,
      pointer: '#/body/laboratoryId',
    },
  },
);
