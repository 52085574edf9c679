/**
 * `npm run token`: issues an access token with the issuer's key, for the first steps and for tests. Clients obtain their
 * tokens from the authorisation server. Modules that only some tokens need are loaded when they are needed.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ROLE_LIST, ROLE_TERMS } from '../core/access/role-terms.ts';
import {
  type ActsFor,
  ALL_ROLES,
  isRole,
  PROVINCE_OFFICE_ROLES,
  type Role,
  rowOf,
  scopesOf,
} from '../core/access/roles.ts';
import { SCOPE_TERMS } from '../core/access/scope-terms.ts';
import { ALL_SCOPES, SCOPES, type Scope } from '../core/access/scopes.ts';
import { fits } from '../core/access/visibility.ts';
import { capitalCodeOf, codeOf, smallCodeOf } from '../core/identifiers/spelling.ts';
import type { Bilingual } from '../core/messages/language.ts';
import { newId } from '../platform/ids.ts';
import { optionFault } from '../platform/process/option-fault.ts';
import { StartupError } from '../platform/process/startup-error.ts';
import type { CommandConfig, Settings } from './command.ts';

const NAMED_BY: Readonly<Record<ActsFor, Bilingual>> = {
  party: { en: '--party', zh: '--party' },
  city: { en: '--division, 4 digits', zh: '--division，4 位' },
  partner: { en: '--division, 2 digits', zh: '--division，2 位' },
  authority: { en: '--authority', zh: '--authority' },
};

const rows = (names: readonly string[], width: number, meaning: (name: never) => string): string =>
  names.map((name) => `  ${name.padEnd(width)} ${meaning(name as never)}`).join('\n');

const helpIn = (program: string): Bilingual => ({
  en: `${program} --party <id or social credit code> [--role <role>] [--scope "batches:write …"] [--subject <name>] [--ttl <seconds>]
${program} --authority [--role …] [--scope …] [--subject <name>] [--ttl <seconds>]
${program} --division <code> --role <role> [--scope …] [--subject <name>] [--ttl <seconds>]

  --party      the organisation the token acts for: its UUID, or its unified social credit code
  --authority  a token of the province's authority, which acts for no organisation
  --division   the city (4 digits) or partner province (2 digits) the token acts for, GB/T 2260
  --role       roles of the token, one or more; default: enterprise_manager with --party, and with --authority
               ${PROVINCE_OFFICE_ROLES.join(' and ')}
  --scope      scopes of the token, separated by spaces; default: all scopes of its roles
  --subject    name of the user of the token, as the journal records it; default: operator
  --ttl        seconds until it expires, 60 to 31536000; default: 3600

Scopes:
${rows(ALL_SCOPES, 16, (scope: Scope) => SCOPES[scope])}

Roles, and what each needs:
${rows(ALL_ROLES, 26, (role: Role) => `${rowOf(role).about} (${NAMED_BY[rowOf(role).acts].en})`)}
`,
  zh: `${program} --party <编号或统一社会信用代码> [--role <角色>] [--scope "batches:write …"] [--subject <名称>] [--ttl <秒数>]
${program} --authority [--role …] [--scope …] [--subject <名称>] [--ttl <秒数>]
${program} --division <代码> --role <角色> [--scope …] [--subject <名称>] [--ttl <秒数>]

  --party      令牌所代表的单位：其编号（UUID）或统一社会信用代码
  --authority  省级主管部门的令牌，不代表任何单位
  --division   令牌所代表的市（4 位）或对接省份（2 位），GB/T 2260 代码
  --role       令牌的角色，可填写多个；默认：指定 --party 的为 enterprise_manager，指定 --authority 的为
               ${PROVINCE_OFFICE_ROLES.join(' 和 ')}
  --scope      令牌的权限，以空格分隔；默认为其角色的全部权限
  --subject    令牌使用者的名称，记入日志；默认为 operator
  --ttl        有效秒数，60 至 31536000；默认为 3600

权限：
${rows(ALL_SCOPES, 16, (scope: Scope) => SCOPE_TERMS[scope])}

角色及所需选项：
${rows(ALL_ROLES, 26, (role: Role) => `${ROLE_TERMS[role].zh}（${NAMED_BY[rowOf(role).acts].zh}）`)}
`,
});

/** A sentence with the help after it. */
const withHelp = ({ en, zh }: Bilingual, help: Bilingual): Bilingual => ({
  en: `${en}\n\n${help.en}`,
  zh: `${zh}\n\n${help.zh}`,
});

const OPTIONS = {
  party: { type: 'string' },
  authority: { type: 'boolean', default: false },
  division: { type: 'string' },
  role: { type: 'string' },
  scope: { type: 'string' },
  subject: { type: 'string', default: 'operator' },
  ttl: { type: 'string', default: '3600' },
  help: { type: 'boolean', default: false },
} as const;

/** Returns the text to print: a token, or the help. @throws StartupError when an option or the configuration is wrong */
export async function runToken(args: readonly string[], settings: Settings): Promise<string> {
  const help = helpIn(settings.program);
  const options = readOptions(args, help);
  return options.help ? help[settings.language] : `${await grant(options, settings)}\n`;
}

type Options = ReturnType<typeof readOptions>;

function readOptions(args: readonly string[], help: Bilingual) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new StartupError(withHelp(optionFault(error), help));
  }
}

async function grant(options: Options, { clock, program, ...settings }: Settings): Promise<string> {
  const config = settings.config();
  const { party, authority, subject } = options;
  const division = options.division === undefined ? undefined : codeOf(options.division);
  if ([party !== undefined, division !== undefined, authority].filter(Boolean).length !== 1) {
    throw new StartupError(
      withHelp(
        {
          en: 'Give exactly one of --party (an organisation), --division (a place) and --authority.',
          zh: '请填写 --party（单位）、--division（行政区划）、--authority 三者之一。',
        },
        helpIn(program),
      ),
    );
  }
  if (config.issuer.elsewhere !== undefined) {
    throw new StartupError({
      en: `OIDC_ISSUER is set: tokens of ${config.issuer.elsewhere} are accepted, and none made here.`,
      zh: `已设置 OIDC_ISSUER：仅接受 ${config.issuer.elsewhere} 签发的令牌，本系统不签发。`,
    });
  }
  const ttl = z.coerce.number().int().min(60).max(31_536_000).safeParse(options.ttl);
  if (!ttl.success)
    throw new StartupError({
      en: '--ttl must be a whole number of seconds from 60 to 31536000.',
      zh: '--ttl 须为 60 至 31536000 的整数（秒）。',
    });
  const roles = readRoles(options);
  const scopes = readScopes(options, roles);
  const partyId = party === undefined ? undefined : await partyIdOf(party, config);
  const { signToken, readKey } = await import('../platform/auth/index.ts');
  const file = `${config.keysDir}/issuer.json`;
  const key = await readKey(file);
  if (!key)
    throw new StartupError({
      en: `The key file ${file} is missing; npm start and npm run migrate make it.`,
      zh: `缺少密钥文件 ${file}；执行 npm start 或 npm run migrate 时会创建。`,
    });
  const granted = { subject, roles, scopes, partyId, division, ttlSeconds: ttl.data };
  return signToken(config.issuer, key, granted, clock(), newId());
}

/** Checks the roles. @throws StartupError for an unknown role, or a role that acts for another kind of party */
function readRoles({ role, party, division, authority }: Options): readonly Role[] {
  const requested =
    words(role) ?? (authority ? PROVINCE_OFFICE_ROLES : party === undefined ? [] : ['enterprise_manager']);
  const known = requested.filter(isRole);
  const unknown = requested.filter((name) => !isRole(name));
  if (unknown.length > 0 || known.length === 0) {
    throw new StartupError({
      en: `There is no role ${unknown.join(', ') || '(none named)'}; there are: ${ALL_ROLES.join(' ')}.`,
      zh: `${unknown.length > 0 ? `没有以下角色：${unknown.join('、')}` : '未指定角色'}；可用角色：${ROLE_LIST.zh}。`,
    });
  }
  for (const name of known) {
    const { acts } = rowOf(name);
    if (!fits(acts, { partyId: party, division })) {
      throw new StartupError({
        en: `The role ${name} needs ${NAMED_BY[acts].en}, and nothing else.`,
        zh: `角色 ${name} 须指定 ${NAMED_BY[acts].zh}，且不得指定其他。`,
      });
    }
  }
  return known;
}

function readScopes({ scope }: Options, roles: readonly Role[]): readonly string[] {
  const covered: readonly string[] = scopesOf(roles);
  const requested = words(scope) ?? covered;
  const refused = requested.filter((one) => !covered.includes(one));
  if (refused.length > 0 || requested.length === 0) {
    throw new StartupError({
      en: `The roles do not include the scope ${refused.join(', ') || '(none named)'}; they include: ${covered.join(' ')}.`,
      zh: `${refused.length > 0 ? `所选角色不具备以下权限：${refused.join('、')}` : '未指定权限'}；可用权限：${covered.join('、')}。`,
    });
  }
  return requested;
}

function words(text: string | undefined): string[] | undefined {
  return text?.split(/[\s,]+/).filter(Boolean);
}

async function partyIdOf(party: string, config: CommandConfig): Promise<string> {
  const id = smallCodeOf(party);
  if (z.uuid().safeParse(id).success) return id;
  const needed = {
    en: 'A social credit code is looked up in the database: set DATABASE_URL, or keep npm start running.',
    zh: '按统一社会信用代码查找单位需要数据库：请设置 DATABASE_URL，或保持 npm start 运行。',
  };
  const [{ withDatabase }, { findPartyByUscc }] = await Promise.all([
    import('./database.ts'),
    import('../parties/index.ts'),
  ]);
  const found = await withDatabase(config, { name: 'leadloop-token', needed }, (db) =>
    findPartyByUscc(db, capitalCodeOf(party)),
  );
  if (!found)
    throw new StartupError({
      en: `No organisation with the social credit code ${party} is registered here.`,
      zh: `统一社会信用代码为 ${party} 的单位未在本系统登记。`,
    });
  return found.id;
}
