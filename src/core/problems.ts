/** Problems of values that every feature uses. */
import { ROLE_TERMS } from './access/role-terms.ts';
import { defineProblems } from './messages/problem.ts';

export const coreProblem = defineProblems(
  {
    'scope-missing': {
      kind: 'forbidden',
      en: {
        title: 'The token does not allow this',
        detail: 'This address needs the scope {scope}.',
        remedy: 'Ask the administrator for a token with the scope {scope}.',
      },
      zh: {
        title: '令牌权限不足',
        detail: '该地址需要权限 {scope}。',
        remedy: '请向管理员申请具有 {scope} 权限的令牌。',
      },
    },
    'role-missing': {
      kind: 'forbidden',
      en: {
        title: 'The role does not allow this',
        detail: 'The roles of the token ({roles:role}) do not allow {scope}; these roles do: {sufficient:role}.',
        remedy:
          'Use a token of one of these roles, acting for an organisation, a city, a province or the authority as the role demands.',
      },
      zh: {
        title: '角色权限不足',
        detail: '当前角色（{roles:role}）没有 {scope} 权限；具备该权限的角色：{sufficient:role}。',
        remedy: '请使用上述角色之一的令牌，并按该角色要求代表单位、城市、省份或主管部门。',
      },
    },
    'party-missing-in-token': {
      kind: 'forbidden',
      en: {
        title: 'The token names no party',
        detail: 'This act is done in the name of an organisation, and the token names none.',
        remedy: 'Use a token minted for an organisation.',
      },
      zh: {
        title: '令牌未指明单位',
        detail: '该操作须以某单位名义进行，而令牌未指明单位。',
        remedy: '请使用为单位签发的令牌。',
      },
    },
    'law-missing': {
      kind: 'unavailable',
      en: {
        title: 'A dated rule is not loaded',
        detail: 'The rule {key} has no value for {on}.',
        remedy: 'The administrator must load it; the request can then be repeated.',
      },
      zh: { title: '未载入适用规则', detail: '规则 {key} 在 {on} 没有取值。', remedy: '请管理员载入后重试。' },
    },
    'code-unknown': {
      kind: 'rule',
      en: {
        title: 'Unknown code',
        detail: '{value} is not in the code list of that day.',
        remedy: 'Use one of: {allowed}.',
      },
      zh: { title: '代码未知', detail: '{value} 不在当日代码表中。', remedy: '请使用以下代码之一：{allowed}。' },
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
        remedy: '请联系系统管理员或本单位负责人启用账号。',
      },
    },
  },
  { role: ROLE_TERMS },
);
