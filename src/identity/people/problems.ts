/** Problems of people, their passwords and logins. */
import { defineProblems } from '../../core/messages/problem.ts';

export const personProblem = defineProblems({
  'person-missing': {
    kind: 'missing',
    en: {
      title: 'No such person',
      detail: 'There is no person {id}.',
      remedy: 'See GET /v1/people.',
    },
    zh: {
      title: '人员不存在',
      detail: '没有人员 {id}。',
      remedy: '请查询 GET /v1/people。',
    },
  },
  'person-login-taken': {
    kind: 'conflict',
    en: {
      title: 'The login name is taken',
      detail: 'Another person has the login name {login}.',
      remedy: 'Choose another login name.',
    },
    zh: {
      title: '登录名已被占用',
      detail: '登录名 {login} 已属于其他人员。',
      remedy: '请选用其他登录名。',
    },
  },
  'person-has-no-login': {
    kind: 'rule',
    en: {
      title: 'The person has no login name',
      detail: 'The person {id} was registered without a login name, so there is no password to set.',
      remedy: 'Register a person with a login name.',
    },
    zh: {
      title: '该人员没有登录名',
      detail: '人员 {id} 登记时未设登录名，不能设置密码。',
      remedy: '请登记具有登录名的人员。',
    },
  },
  'person-blocked-already': {
    kind: 'conflict',
    en: {
      title: 'The person is blocked already',
      detail: 'The person {id} is blocked.',
      remedy: 'Nothing need be done.',
    },
    zh: {
      title: '该人员已处于停用状态',
      detail: '人员 {id} 已停用。',
      remedy: '无需操作。',
    },
  },
  'person-not-blocked': {
    kind: 'conflict',
    en: {
      title: 'The person is not blocked',
      detail: 'The person {id} is active.',
      remedy: 'Nothing need be done.',
    },
    zh: {
      title: '该人员未被停用',
      detail: '人员 {id} 处于启用状态。',
      remedy: '无需操作。',
    },
  },
  'password-weak': {
    kind: 'rule',
    en: {
      title: 'The password is too weak',
      detail:
        'A password has {min} to {max} characters, at least {different} different ones, and does not contain the login name.',
      remedy: 'Choose a longer password; a few words in a row are easier to remember than signs.',
    },
    zh: {
      title: '密码强度不足',
      detail: '密码须为 {min} 至 {max} 个字符，至少包含 {different} 种不同字符，且不得包含登录名。',
      remedy: '请选用更长的密码；较长的一句话比符号更易记忆。',
    },
  },
  'password-unchanged': {
    kind: 'rule',
    en: {
      title: 'The password is the one before',
      detail: 'The new password is the one that is to be changed.',
      remedy: 'Choose another password.',
    },
    zh: {
      title: '新密码与原密码相同',
      detail: '新密码与需要更换的密码相同。',
      remedy: '请选用其他密码。',
    },
  },
  'password-not-repeated': {
    kind: 'rule',
    en: {
      title: 'The two passwords differ',
      detail: 'The new password was not repeated as it was typed first.',
      remedy: 'Type the same new password twice.',
    },
    zh: {
      title: '两次输入的密码不一致',
      detail: '两次输入的新密码不相同。',
      remedy: '请两次输入相同的新密码。',
    },
  },
  'password-expired': {
    kind: 'unauthenticated',
    en: {
      title: 'The initial password no longer holds',
      detail: 'An initial password must be used and changed within seven days.',
      remedy: 'Ask whoever registered you for a new initial password.',
    },
    zh: {
      title: '初始密码已失效',
      detail: '初始密码须在七天内使用并更换。',
      remedy: '请向为您登记的人员索取新的初始密码。',
    },
  },
  'login-wrong': {
    kind: 'unauthenticated',
    en: {
      title: 'Login name or password is wrong',
      detail: 'There is no person with this login name and this password.',
      remedy: 'Type both again; after several wrong attempts the login is locked for a while.',
    },
    zh: {
      title: '登录名或密码错误',
      detail: '没有与该登录名和密码相符的人员。',
      remedy: '请重新输入；多次错误后将暂时锁定登录。',
    },
  },
  'login-locked': {
    kind: 'too-many',
    en: {
      title: 'The login is locked for a while',
      detail: 'Too many wrong attempts were made; the next is looked at in {retryAfterSeconds} second(s).',
      remedy: 'Wait that long. Who forgot the password asks for a new initial one.',
    },
    zh: {
      title: '登录已暂时锁定',
      detail: '错误次数过多；{retryAfterSeconds} 秒后可再次尝试。',
      remedy: '请稍候再试；忘记密码的，请索取新的初始密码。',
    },
  },
  'login-lapsed': {
    kind: 'invalid',
    en: {
      title: 'The login has lapsed',
      detail: 'This page was opened too long ago, in another browser, or was finished already.',
      remedy: 'Go back to the application and begin again.',
    },
    zh: {
      title: '登录已失效',
      detail: '该页面打开过久、在其他浏览器中打开，或已完成。',
      remedy: '请返回应用重新开始。',
    },
  },
  'login-other-person': {
    kind: 'conflict',
    en: {
      title: 'Somebody else is logged in',
      detail: 'Somebody else is logged in in this browser.',
      remedy: 'Log out first, then begin again in the application.',
    },
    zh: {
      title: '已有他人登录',
      detail: '本浏览器中已有其他人员登录。',
      remedy: '请先退出登录，再从应用重新开始。',
    },
  },
});
