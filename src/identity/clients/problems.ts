/** Problems of clients, and of the roles that clients and people have. */
import { ROLE_TERMS } from '../../core/access/role-terms.ts';
import { SCOPE_WORDS } from '../../core/access/scope-terms.ts';
import { EXAMPLE_IDS, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { ACTS_FOR_TERMS, AUTH_METHOD_TERMS, CLIENT_KIND_TERMS } from './terms.ts';

export const clientProblem = defineProblems(
  {
    'client-missing': {
      kind: 'missing',
      en: {
        title: 'Client not found',
        detail: 'There is no client with the id {id}.',
        remedy: 'Take the id from GET /v1/clients.',
      },
      zh: {
        title: '客户端不存在',
        detail: '没有编号为 {id} 的客户端。',
        remedy: '请通过 GET /v1/clients 查询客户端编号。',
      },
    },
    'client-revoked-already': {
      kind: 'conflict',
      en: {
        title: 'Client already revoked',
        detail: 'The client {id} has been revoked permanently.',
        remedy: 'Register a new client.',
      },
      zh: { title: '客户端已撤销', detail: '客户端 {id} 已被撤销，不可恢复。', remedy: '请登记新的客户端。' },
    },
    'client-has-no-secret': {
      kind: 'rule',
      en: {
        title: 'The client does not use a client secret',
        detail: 'The client {id} ({kind:client-kind}) authenticates by {authMethod:auth-method}.',
        remedy:
          'To change the keys of a machine, register a client with the new keys, then revoke this one. Apps and handhelds have no keys to change.',
      },
      zh: {
        title: '该客户端不使用客户端密钥（client_secret）',
        detail: '客户端 {id} 类型为“{kind:client-kind}”，身份验证方式为“{authMethod:auth-method}”。',
        remedy: '如需更换系统客户端的密钥对，请以新公钥登记客户端，再撤销此客户端；其他类型无需密钥。',
      },
    },
    'role-does-not-fit': {
      kind: 'rule',
      en: {
        title: 'Role does not fit',
        detail:
          'The role “{role:role}” acts for {acts:acts-for}. The partyId or division of the request does not fit it.',
        remedy:
          'Give partyId for roles of organisations. Give a division of 4 digits for a city, such as 4501, and of 2 digits for a partner province, such as 44. Give neither for the authority.',
      },
      zh: {
        title: '角色与所代表的主体不符',
        detail: '角色“{role:role}”须代表{acts:acts-for}，而请求未填写该主体，或填写了其他主体。',
        remedy:
          '代表单位的角色须填写“单位编号”（partyId）；代表设区市或对接省份的角色须填写“所代表的行政区划”（division），分别为 4 位（如 4501）和 2 位（如 44）；代表主管部门的角色两项均不填写。',
      },
    },
    'roles-own': {
      kind: 'forbidden',
      en: {
        title: 'Own roles',
        detail: 'The roles and permissions of {id} are those of the caller, who cannot change them.',
        remedy: 'Ask another administrator to change them.',
      },
      zh: {
        title: '不能变更本人的角色和权限',
        detail: '{id} 即调用方本身，不能变更自己的角色和权限。',
        remedy: '请由其他管理员办理。',
      },
    },
    'client-scope-refused': {
      kind: 'rule',
      en: {
        title: 'Scopes not covered by the roles',
        detail: 'None of the given roles includes these scopes: {scopes:scope}.',
        remedy:
          'Leave these scopes out, or add a role that includes them; see the table of roles in the API description.',
      },
      zh: {
        title: '角色不具备所申请的权限',
        detail: '所填角色均不具备以下权限：{scopes:scope}。',
        remedy: '请去除这些权限，或增加具备该权限的角色；角色与权限表见接口说明。',
      },
    },
  },
  {
    role: ROLE_TERMS,
    scope: SCOPE_WORDS,
    'acts-for': ACTS_FOR_TERMS,
    'client-kind': CLIENT_KIND_TERMS,
    'auth-method': AUTH_METHOD_TERMS,
  },
  {
    'client-missing': { id: NOTHING },
    'client-revoked-already': { id: EXAMPLE_IDS.client },
    'client-has-no-secret': { id: EXAMPLE_IDS.client, kind: 'app', authMethod: 'none' },
    'role-does-not-fit': { role: 'city_regulator', acts: 'city', pointer: '#/body/roles' },
    'roles-own': { id: EXAMPLE_IDS.client, pointer: '#/body/roles' },
    'client-scope-refused': { scopes: ['journal:read'], pointer: '#/body/scopes' },
  },
);
