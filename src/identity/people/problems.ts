/** Problems of people, their passwords and logins. */
import { EXAMPLE_IDS, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { GUESS_REASON_TERMS, PERSON_STATE_TERMS } from './terms.ts';

const { person } = EXAMPLE_IDS;

export const personProblem = defineProblems(
  {
    'person-missing': {
      kind: 'missing',
      en: {
        title: 'Person not found',
        detail: 'There is no person with the id {id}.',
        remedy: 'Take the id from GET /v1/people.',
      },
      zh: { title: '人员不存在', detail: '没有编号为 {id} 的人员。', remedy: '请通过 GET /v1/people 查询人员编号。' },
    },
    'person-login-taken': {
      kind: 'conflict',
      en: {
        title: 'Login name already in use',
        detail: 'Another person has the login name {login}.',
        remedy: 'Choose another login name.',
      },
      zh: { title: '登录名已被使用', detail: '登录名 {login} 已被其他人员使用。', remedy: '请选用其他登录名。' },
    },
    'person-has-no-login': {
      kind: 'rule',
      en: {
        title: 'Person without a login name',
        detail: 'The person {id} was registered without a login name, and so has no password.',
        remedy: 'Register the person again, with a login name.',
      },
      zh: {
        title: '该人员没有登录名',
        detail: '人员 {id} 登记时未填写登录名，不能设置密码。',
        remedy: '请重新登记该人员，并填写登录名。',
      },
    },
    'person-last-administrator': {
      kind: 'conflict',
      en: {
        title: 'Last administrator',
        detail: 'The person {id} is the last active administrator who can log in.',
        remedy: 'Give the role to another person first.',
      },
      zh: {
        title: '最后一名管理员',
        detail: '人员 {id} 是最后一名可登录的管理员，不能停用，也不能取消其管理员角色。',
        remedy: '请先授予其他人员管理员角色。',
      },
    },
    'person-blocked-already': {
      kind: 'conflict',
      en: {
        title: 'Person already blocked',
        detail: 'The person {id} is {state:person-state}.',
        remedy: 'No action is needed. To give the person access again, unblock the person.',
      },
      zh: {
        title: '账号已停用',
        detail: '人员 {id} 的账号处于“{state:person-state}”状态。',
        remedy: '如需恢复使用，请先启用该账号。',
      },
    },
    'person-not-blocked': {
      kind: 'conflict',
      en: {
        title: 'Person not blocked',
        detail: 'The person {id} is {state:person-state}.',
        remedy: 'No action is needed.',
      },
      zh: {
        title: '账号处于启用状态',
        detail: '人员 {id} 的账号处于“{state:person-state}”状态，未被停用。',
        remedy: '无需操作。',
      },
    },
    'password-weak': {
      kind: 'rule',
      en: {
        title: 'Password too weak',
        detail: 'A password has {min} to {max} characters, at least {different} different ones.',
        remedy: 'Choose a longer password; a few words in a row are easier to remember than symbols.',
      },
      zh: {
        title: '密码强度不足',
        detail: '密码须为 {min} 至 {max} 个字符，至少含 {different} 种不同字符。',
        remedy: '请设置更长的密码，建议使用便于记忆的短句。',
      },
    },
    'password-guessable': {
      kind: 'rule',
      en: {
        title: 'Password easy to guess',
        detail: 'The password is {reason:guess-reason}.',
        remedy: 'Choose another password; a few words in a row that belong together only for you are hard to guess.',
      },
      zh: {
        title: '密码容易被猜中',
        detail: '该密码{reason:guess-reason}。',
        remedy: '请另设密码，建议使用只有您自己想得到的短句。',
      },
    },
    'password-unchanged': {
      kind: 'rule',
      en: {
        title: 'Password unchanged',
        detail: 'The new password is the same as the initial password.',
        remedy: 'Choose another password.',
      },
      zh: { title: '新密码与初始密码相同', detail: '新密码不得与初始密码相同。', remedy: '请设置其他密码。' },
    },
    'password-not-repeated': {
      kind: 'rule',
      en: {
        title: 'The two passwords differ',
        detail: 'The new password and its repetition are not the same.',
        remedy: 'Type the same new password twice.',
      },
      zh: {
        title: '两次输入的密码不一致',
        detail: '两次输入的新密码不一致。',
        remedy: '请在两处输入相同的新密码。',
      },
    },
    'password-expired': {
      kind: 'unauthenticated',
      en: {
        title: 'Initial password expired',
        detail: 'An initial password must be used and changed within seven days.',
        remedy: 'Ask the administrator, or the manager of your organisation, for a new initial password.',
      },
      zh: {
        title: '初始密码已过期',
        detail: '初始密码须在七日内使用并更换。',
        remedy: '请联系管理员或本单位负责人，重新取得初始密码。',
      },
    },
    'login-wrong': {
      kind: 'unauthenticated',
      en: {
        title: 'Wrong login name or password',
        detail:
          'The login name or the password is wrong. After several wrong attempts the account is locked for a while.',
        remedy: 'Check both and type them again. If you forgot the password, ask for a new initial password.',
      },
      zh: {
        title: '登录名或密码不正确',
        detail: '登录名或密码不正确；多次输入错误将暂时锁定账号。',
        remedy: '请核对后重新输入；忘记密码的，请申请新的初始密码。',
      },
    },
    'login-locked': {
      kind: 'too-many',
      en: {
        title: 'Account locked for a while',
        detail: 'There were too many wrong attempts. Try again in {retryAfterSeconds} s.',
        remedy: 'Wait, then try again. If you forgot the password, ask for a new initial password.',
      },
      zh: {
        title: '账号已暂时锁定',
        detail: '输入错误次数过多，请在 {retryAfterSeconds} 秒后重试。',
        remedy: '请稍后重试；忘记密码的，请申请新的初始密码。',
      },
    },
    'login-code-wrong': {
      kind: 'unauthenticated',
      en: {
        title: 'Wrong code',
        detail: 'The code is wrong, has expired, or was used before.',
        remedy: 'Type the code that the application shows now, or a recovery code that you have not used yet.',
      },
      zh: {
        title: '动态验证码不正确',
        detail: '动态验证码不正确、已过期或已使用。',
        remedy: '请输入验证器应用当前显示的动态验证码，或尚未使用的恢复码。',
      },
    },
    'second-factor-missing': {
      kind: 'conflict',
      en: {
        title: 'No second factor',
        detail: 'The person {id} has no second factor.',
        remedy: 'No action is needed: a person whose role needs one enrols it at the next login.',
      },
      zh: {
        title: '未绑定验证器',
        detail: '人员 {id} 尚未绑定验证器。',
        remedy: '无需操作；需要双因素认证的人员在下次登录时绑定。',
      },
    },
    'second-factor-own': {
      kind: 'conflict',
      en: {
        title: 'Own second factor',
        detail: 'The person {id} asked to reset the own second factor.',
        remedy: 'Ask another administrator. The only administrator uses the command people second-factor-reset.',
      },
      zh: {
        title: '不能重置本人的验证器',
        detail: '人员 {id} 申请重置本人的验证器。',
        remedy: '请由其他管理员重置；仅有一名管理员的，请使用命令 people second-factor-reset。',
      },
    },
    'login-not-recent': {
      kind: 'forbidden',
      en: {
        title: 'The login is too old for this',
        detail: 'This needs a login of the last {minutes} minutes, and the token comes from an earlier one.',
        remedy: 'Log in again, from an application with prompt=login, and repeat the request.',
      },
      zh: {
        title: '须重新登录后办理',
        detail: '该事项须在登录后 {minutes} 分钟内办理，当前令牌所属的登录已超过该时限。',
        remedy: '请重新登录（应用以 prompt=login 发起登录）后再次提交。',
      },
    },
    'login-lapsed': {
      kind: 'invalid',
      en: {
        title: 'Login page expired',
        detail: 'This page was open too long, was opened in another browser, or the login is already complete.',
        remedy: 'Go back to the application and log in again.',
      },
      zh: {
        title: '登录页面已失效',
        detail: '页面停留时间过长、已在其他浏览器打开，或登录已完成。',
        remedy: '请返回应用重新登录。',
      },
    },
    'login-other-person': {
      kind: 'conflict',
      en: {
        title: 'Another person is logged in',
        detail: 'This browser has an open login of another person.',
        remedy: 'Log out first, then log in again from the application.',
      },
      zh: {
        title: '本浏览器已登录其他账号',
        detail: '本浏览器中已有其他人员登录。',
        remedy: '请先退出登录，再从应用重新登录。',
      },
    },
  },
  { 'person-state': PERSON_STATE_TERMS, 'guess-reason': GUESS_REASON_TERMS },
  {
    'person-missing': { id: NOTHING },
    'person-login-taken': { login: 'wang.fang', pointer: '#/body/login' },
    'person-has-no-login': { id: person },
    'person-last-administrator': { id: person },
    'person-blocked-already': { id: person, state: 'blocked' },
    'person-not-blocked': { id: person, state: 'active' },
    'second-factor-missing': { id: person },
    'second-factor-own': { id: person },
    'login-not-recent': { minutes: 15 },
  },
);
