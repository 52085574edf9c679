/** Commands for clients, which obtain tokens (machines, applications, handhelds), and for the keys that sign tokens. */
import { ROLE_LIST } from '../core/access/role-terms.ts';
import type { ClientWithSecret } from '../identity/clients/index.ts';
import { type Commands, loaded, usage } from './command.ts';

const actions = () => import('./actions/client-actions.ts');

type Kind = ClientWithSecret['client']['kind'];
const KINDS = Object.keys({ machine: true, app: true, handheld: true } satisfies Record<Kind, true>);

export const CLIENT_COMMANDS: Commands = {
  admin: {
    usage: usage('admin [--name <name>] [--login <login name>]'),
    summary: {
      en: 'Registers the first administrator, who maintains the register, the clients, the people and the partners. It is a client with a secret, or with --login a person with an initial password; the secret or password is shown once.',
      zh: '登记首位管理员，由其管理单位登记信息、客户端、人员和对接方。默认登记为客户端并显示客户端密钥；指定 --login 的，登记为人员并显示初始密码。密钥和密码只显示一次。',
    },
    options: {
      name: {
        en: 'name of the client or the person; default: "administrator"',
        zh: '客户端名称或人员姓名；默认为 administrator',
      },
      login: {
        en: 'login name, to register a person; default: a client is registered',
        zh: '登录名，用于登记人员；未填写时登记客户端',
      },
    },
    act: loaded(actions, 'addAdministrator'),
  },
  'clients add': {
    usage: usage(
      'clients add --name <name> (--role <role> [--party <id or social credit code>] [--division <code>] [--keys <file>] | --kind app --redirect <address> | --kind handheld) [--scope "…"] [--dpop required]',
    ),
    summary: {
      en: 'Registers a client and shows its secret once. An app, a handheld and a client with --keys have no secret.',
      zh: '登记客户端，并显示其密钥一次。应用（app）、手持终端（handheld）和指定了 --keys 的客户端没有密钥。',
    },
    options: {
      name: { en: 'name of the client', zh: '客户端名称' },
      role: {
        en: `roles of the client, one or more: ${ROLE_LIST.en}; default with --party: enterprise_manager`,
        zh: `客户端的角色，可填写多个：${ROLE_LIST.zh}；指定 --party 时默认为 enterprise_manager`,
      },
      party: {
        en: 'organisation for which the client acts, when its role acts for an organisation',
        zh: '客户端所代表的单位（角色代表单位时填写）',
      },
      division: {
        en: 'GB/T 2260 code of the city (4 digits) or partner province (2 digits) for which the client acts, when its role does so',
        zh: '客户端所代表的市（4 位）或对接省份（2 位）的行政区划代码（GB/T 2260），角色代表市或省份时填写',
      },
      kind: {
        en: `${KINDS.join(', ')}; default: machine`,
        zh: 'machine（系统）、app（应用）或 handheld（手持终端）；默认为 machine',
      },
      redirect: {
        en: 'addresses to which an app is sent after a login, separated by spaces; each must match exactly',
        zh: '应用登录后返回的地址，多个以空格分隔；须完全一致',
      },
      scope: {
        en: 'scopes, separated by spaces; default: all scopes of its roles, or of the person who logs in',
        zh: '权限，多个以空格分隔；默认为其角色（或登录人员）的全部权限',
      },
      dpop: {
        en: '"required": its tokens are always bound to its key (RFC 9449); those of a handheld always are',
        zh: '填写 required 时，其令牌一律与密钥绑定（RFC 9449）；手持终端的令牌一律绑定',
      },
      keys: {
        en: 'file with its public keys as a JWK Set (RFC 7517), for private_key_jwt',
        zh: '公钥文件（JWK Set，RFC 7517），用于 private_key_jwt',
      },
    },
    act: loaded(actions, 'addClient'),
  },
  'clients list': {
    usage: usage('clients list'),
    summary: { en: 'Lists all clients, including the revoked ones.', zh: '列出全部客户端，包括已撤销的。' },
    act: loaded(actions, 'listAllClients'),
  },
  'clients revoke': {
    usage: usage('clients revoke <id>'),
    summary: {
      en: 'Revokes a client permanently. Its tokens are rejected within 30 seconds.',
      zh: '永久撤销客户端。其令牌在 30 秒内失效。',
    },
    positionals: 1,
    act: loaded(actions, 'revoke'),
  },
  'clients rotate-secret': {
    usage: usage('clients rotate-secret <id> [--overlap <hours>]'),
    summary: {
      en: 'Gives a client a new secret, shown once. The previous secret stays valid for the overlap.',
      zh: '更换客户端密钥，新密钥只显示一次。原密钥在过渡期内继续有效。',
    },
    options: {
      overlap: {
        en: 'hours for which the previous secret stays valid, 0 to 720; default: 24',
        zh: '原密钥继续有效的小时数，0 至 720；默认为 24',
      },
    },
    positionals: 1,
    act: loaded(actions, 'rotateClientSecret'),
  },
  'keys rotate': {
    usage: usage('keys rotate'),
    summary: {
      en: 'Makes the next key that signs tokens. The key is used after one minute; tokens signed earlier stay valid.',
      zh: '生成下一个令牌签名密钥。新密钥一分钟后启用；此前签发的令牌仍然有效。',
    },
    act: loaded(actions, 'makeNextKey'),
  },
};
