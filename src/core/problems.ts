/** Problems of values that every feature uses. */

import { ROLE_TERMS } from './access/role-terms.ts';
import { SCOPE_WORDS } from './access/scope-terms.ts';
import { exampleCodes } from './example-codes.ts';
import { EXAMPLE_IDS } from './example-ids.ts';
import { LAW_TERMS } from './law-terms.ts';
import { defineProblems } from './messages/problem.ts';

export const coreProblem = defineProblems(
  {
    'scope-missing': {
      kind: 'forbidden',
      en: {
        title: 'The token does not allow this',
        detail: 'This request needs the permission (scope) {scope:scope}.',
        remedy: 'Ask the administrator for a token with the permission {scope}.',
      },
      zh: {
        title: '令牌权限不足',
        detail: '该请求须具有以下权限：{scope:scope}。',
        remedy: '请向管理员申请具有 {scope} 权限的令牌。',
      },
    },
    'role-missing': {
      kind: 'forbidden',
      en: {
        title: 'The role does not allow this',
        detail:
          'The roles of the token ({roles:role}) do not have the permission {scope:scope}. These roles have it: {sufficient:role}.',
        remedy: 'Use a token with one of these roles that names the organisation, city or province of the role.',
      },
      zh: {
        title: '角色权限不足',
        detail: '当前角色（{roles:role}）没有以下权限：{scope:scope}。具备该权限的角色：{sufficient:role}。',
        remedy: '请使用具备上述角色之一的令牌；令牌须写明该角色所代表的单位、设区市或省份。',
      },
    },
    'party-missing-in-token': {
      kind: 'forbidden',
      en: {
        title: 'The token names no organisation',
        detail: 'This request is made for an organisation, and the token names no organisation.',
        remedy: 'Use a token that was issued for an organisation.',
      },
      zh: {
        title: '令牌未指明单位',
        detail: '该业务须以单位名义办理，而令牌未写明单位。',
        remedy: '请使用为单位签发的令牌。',
      },
    },
    'second-person-not-logged-in': {
      kind: 'forbidden',
      en: {
        title: 'A person who logged in is needed',
        detail: 'A second person does this, and the token belongs to a system or was issued without a login.',
        remedy:
          'Let another person with the same permission log in with an account of their own, and repeat the request.',
      },
      zh: {
        title: '须由人员登录办理',
        detail: '该事项须由复核人本人办理，而当前令牌属于系统客户端，或未经人员登录取得。',
        remedy: '请由具有该权限的其他人员以其本人账号登录后办理。',
      },
    },
    'second-person-dependent': {
      kind: 'forbidden',
      en: {
        title: 'The second account is not independent',
        detail:
          'The initial password of one of the two accounts came, directly or through others, from {giver}, so that one person could use both.',
        remedy:
          'Let a person do this whose initial password came from an administrator who has no part in it. Such an administrator can also give this account a new one.',
      },
      zh: {
        title: '复核账号不独立',
        detail: '两个账号之一的初始密码直接或间接由账号 {giver} 发放，两个账号可能由同一人使用。',
        remedy: '请由与该事项无关的管理员为其发放初始密码的人员办理，也可请该管理员为本账号重新发放初始密码。',
      },
    },
    'law-missing': {
      kind: 'unavailable',
      en: {
        title: 'A legal parameter is missing',
        detail: 'The legal parameter “{key:law}” ({key}) has no value for {on}.',
        remedy: 'Ask the administrator to load it, then repeat the request.',
      },
      zh: {
        title: '缺少适用的法规参数',
        detail: '缺少 {on} 适用的法规参数“{key:law}”（{key}）。',
        remedy: '请联系管理员导入后重试。',
      },
    },
    'code-unknown': {
      kind: 'rule',
      en: {
        title: 'Unknown code',
        detail: 'The code {value} is not in the code list in force on that day.',
        remedy: 'Use one of: {allowed:code}.',
      },
      zh: {
        title: '代码不在代码表中',
        detail: '代码 {value} 不在当日有效的代码表中。',
        remedy: '请使用以下代码之一：{allowed:code}。',
      },
    },
    'person-blocked': {
      kind: 'unauthenticated',
      en: {
        title: 'Account blocked',
        detail: 'This person has been blocked: logins and earlier tokens are refused.',
        remedy: 'Ask the administrator, or the manager of the organisation, to unblock the person.',
      },
      zh: {
        title: '账号已停用',
        detail: '该账号已停用，不能登录，此前签发的令牌均已失效。',
        remedy: '请联系管理员或本单位负责人启用账号。',
      },
    },
  },
  // The words of `code` come with each case, because code lists are law.
  { role: ROLE_TERMS, scope: SCOPE_WORDS, law: LAW_TERMS, code: {} },
  {
    'scope-missing': { scope: 'batches:write' },
    'role-missing': { scope: 'batches:write', roles: ['auditor'], sufficient: ['enterprise_operator'] },
    'second-person-dependent': { giver: EXAMPLE_IDS.person },
    'law-missing': { key: 'batteries.kinds', on: '2026-10-05' },
    'code-unknown': {
      ...{ value: 'shop', list: 'source-types', allowed: exampleCodes('source-types') },
      pointer: '#/body/sourceType',
    },
  },
);
