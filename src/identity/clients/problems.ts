/** Problems of clients. */
import { defineProblems } from '../../core/messages/problem.ts';

export const clientProblem = defineProblems({
  'client-missing': {
    kind: 'missing',
    en: { title: 'No such client', detail: 'There is no client {id}.', remedy: 'See GET /v1/clients.' },
    zh: { title: '客户端不存在', detail: '没有客户端 {id}。', remedy: '请查询 GET /v1/clients。' },
  },
  'client-revoked-already': {
    kind: 'conflict',
    en: {
      title: 'The client is revoked already',
      detail: 'The client {id} has been revoked, which is for good.',
      remedy: 'Register a new client.',
    },
    zh: { title: '客户端已吊销', detail: '客户端 {id} 已被吊销，不可恢复。', remedy: '请登记新的客户端。' },
  },
  'client-has-no-secret': {
    kind: 'rule',
    en: {
      title: 'The client has no secret',
      detail: 'The client {id} proves who it is by keys of its own.',
      remedy: 'Register a client with the new keys, then revoke this one.',
    },
    zh: {
      title: '该客户端没有密钥口令',
      detail: '客户端 {id} 以其自有密钥证明身份。',
      remedy: '请以新密钥登记客户端，然后吊销此客户端。',
    },
  },
  'role-does-not-fit': {
    kind: 'rule',
    en: {
      title: 'The role does not fit',
      detail: 'The role {role} acts for: {acts}. The request names something else, or nothing.',
      remedy:
        'Name a party for roles of organisations, a division of 4 digits for a city, of 2 for a partner province, and neither for the authority.',
    },
    zh: {
      title: '角色与主体不符',
      detail: '角色 {role} 代表的主体为：{acts}；请求未指明该主体或指明了其他主体。',
      remedy: '单位角色须填 partyId；城市填 4 位、对接省份填 2 位 division；主管部门两者均不填。',
    },
  },
  'client-scope-refused': {
    kind: 'rule',
    en: {
      title: 'These scopes cannot be given',
      detail: 'None of the roles named gives these scopes: {scopes}.',
      remedy:
        'Leave them out, or name a role that gives them; the table of roles stands in the description of the API.',
    },
    zh: {
      title: '不能授予这些权限',
      detail: '所列角色均不具备这些权限：{scopes}。',
      remedy: '请去除这些权限，或指定具备该权限的角色；角色表见接口说明。',
    },
  },
});
