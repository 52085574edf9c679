/** Commands for people, who log in or are only named. */
import { ROLE_LIST } from '../core/access/role-terms.ts';
import type { Bilingual } from '../core/messages/language.ts';
import { type Commands, loaded, usage } from './command.ts';

const actions = () => import('./actions/people-actions.ts');

const ROLE: Bilingual = {
  en: `roles of the person, one or more: ${ROLE_LIST.en}`,
  zh: `人员的角色，可填写多个：${ROLE_LIST.zh}`,
};
const REASON: Bilingual = { en: 'reason, as the journal records it', zh: '原因，记入日志' };
const DIVISION: Bilingual = {
  en: 'GB/T 2260 code of the city (4 digits) or partner province (2 digits), when the role acts for one',
  zh: '所代表的市（4 位）或对接省份（2 位）的行政区划代码（GB/T 2260），角色代表市或省份时填写',
};

export const PEOPLE_COMMANDS: Commands = {
  'people add': {
    usage: usage(
      'people add --name <name> --role <role> [--login <login name>] [--party <id or social credit code>] [--division <code>] [--phone <number>]',
    ),
    summary: {
      en: 'Registers a person, and shows the initial password once when there is a login name.',
      zh: '登记人员；填写登录名的，显示初始密码一次。',
    },
    options: {
      name: { en: 'name of the person', zh: '姓名' },
      role: ROLE,
      login: {
        en: 'login name; without one the person never logs in, such as a driver who is only named',
        zh: '登录名；不填写的，该人员不能登录，例如仅登记姓名的驾驶人',
      },
      party: {
        en: 'organisation for which the person acts, when the role acts for an organisation',
        zh: '人员所代表的单位（角色代表单位时填写）',
      },
      division: DIVISION,
      phone: { en: 'telephone number', zh: '电话号码' },
    },
    act: loaded(actions, 'addPerson'),
  },
  'people list': {
    usage: usage('people list'),
    summary: {
      en: 'Lists all people, including the blocked ones. Names and numbers are masked.',
      zh: '列出全部人员，包括已停用的。姓名和号码作脱敏处理。',
    },
    act: loaded(actions, 'listAllPeople'),
  },
  'people block': {
    usage: usage('people block <id> --reason <reason>'),
    summary: {
      en: "Blocks a person. The person's tokens are rejected within 30 seconds.",
      zh: '停用人员账号。其令牌在 30 秒内失效。',
    },
    options: { reason: REASON },
    positionals: 1,
    act: loaded(actions, 'block'),
  },
  'people unblock': {
    usage: usage('people unblock <id> --reason <reason>'),
    summary: { en: 'Lets a blocked person log in again.', zh: '恢复已停用的账号，允许其登录。' },
    options: { reason: REASON },
    positionals: 1,
    act: loaded(actions, 'unblock'),
  },
  'people roles': {
    usage: usage('people roles <id> --role <role> --reason <reason> [--division <code>]'),
    summary: {
      en: 'Gives a person other roles. Tokens with the earlier roles are rejected within 30 seconds.',
      zh: '更改人员的角色。含原角色的令牌在 30 秒内失效。',
    },
    options: { role: ROLE, reason: REASON, division: DIVISION },
    positionals: 1,
    act: loaded(actions, 'giveRoles'),
  },
  'people second-factor-reset': {
    usage: usage('people second-factor-reset <id> --reason <reason>'),
    summary: {
      en: 'Removes the second factor of a person who lost it. All logins end; the next login enrols another one.',
      zh: '重置人员的验证器（双因素认证）。其登录随即失效，下次登录时重新绑定。',
    },
    options: { reason: REASON },
    positionals: 1,
    act: loaded(actions, 'resetFactor'),
  },
  'people password': {
    usage: usage('people password <id>'),
    summary: {
      en: 'Gives a person a new initial password, shown once. Sessions and tokens of the previous password end.',
      zh: '重设初始密码，只显示一次。原密码的登录会话和令牌随即失效。',
    },
    positionals: 1,
    act: loaded(actions, 'givePassword'),
  },
};
