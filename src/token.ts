/**
 * `npm run token`: issues an access token with the issuer's key, for the first steps and for tests. Clients obtain their
 * tokens from the authorisation server. Modules that only some tokens need are loaded when they are needed.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Environment, type LocalConfig, loadLocalConfig } from './config.ts';
import {
  type ActsFor,
  ALL_ROLES,
  isRole,
  PROVINCE_OFFICE_ROLES,
  type Role,
  rowOf,
  scopesOf,
} from './core/access/roles.ts';
import { SCOPES } from './core/access/scopes.ts';
import { fits } from './core/access/visibility.ts';
import { newId } from './platform/ids.ts';
import { run } from './platform/process/lifecycle.ts';
import { StartupError } from './platform/process/startup-error.ts';

const NAMED_BY: Readonly<Record<ActsFor, string>> = {
  party: '--party',
  city: '--division, 4 digits',
  partner: '--division, 2 digits',
  authority: '--authority',
};

const HELP = `npm run token -- --party <id or social credit code> [--role <role>] [--scope "batches:write …"] [--subject <name>] [--ttl <seconds>]
npm run token -- --authority [--role …] [--scope …] [--subject <name>] [--ttl <seconds>]
npm run token -- --division <code> --role <role> [--scope …] [--subject <name>] [--ttl <seconds>]

  --party      the organisation the token acts for: its UUID, or its unified social credit code
  --authority  a token of the province's authority, which acts for no organisation
  --division   the city (4 digits) or partner province (2 digits) the token acts for, GB/T 2260
  --role       roles of the token, one or more; default: enterprise_manager with --party, and with --authority
               ${PROVINCE_OFFICE_ROLES.join(' and ')}
  --scope      scopes of the token, separated by spaces; default: all scopes of its roles
  --subject    name of the user of the token, as the journal records it; default: operator
  --ttl        seconds until it expires, 60 to 31536000; default: 3600

Scopes:
${Object.entries(SCOPES)
  .map(([scope, meaning]) => `  ${scope.padEnd(16)} ${meaning}`)
  .join('\n')}

Roles, and what each needs:
${ALL_ROLES.map((role) => `  ${role.padEnd(26)} ${rowOf(role).about} (${NAMED_BY[rowOf(role).acts]})`).join('\n')}
`;

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
export async function runToken(args: readonly string[], env?: Environment): Promise<string> {
  const options = readOptions(args);
  return options.help ? HELP : `${await grant(options, loadLocalConfig(env))}\n`;
}

type Options = ReturnType<typeof readOptions>;

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new StartupError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

async function grant(options: Options, config: LocalConfig): Promise<string> {
  const { party, division, authority, subject } = options;
  if ([party !== undefined, division !== undefined, authority].filter(Boolean).length !== 1) {
    throw new StartupError(
      `Name an organisation with --party, a place with --division, or say --authority.\n\n${HELP}`,
    );
  }
  if (config.issuer.elsewhere !== undefined) {
    throw new StartupError(
      `OIDC_ISSUER is set: tokens of ${config.issuer.elsewhere} are accepted, and none made here.`,
    );
  }
  const ttl = z.coerce.number().int().min(60).max(31_536_000).safeParse(options.ttl);
  if (!ttl.success) throw new StartupError('--ttl must be a whole number of seconds from 60 to 31536000.');
  const roles = readRoles(options);
  const scopes = readScopes(options, roles);
  const partyId = party === undefined ? undefined : await partyIdOf(party, config);
  const { signToken, readKey } = await import('./platform/auth/index.ts');
  const file = `${config.keysDir}/issuer.json`;
  const key = await readKey(file);
  if (!key) throw new StartupError(`The key file ${file} is missing; npm start and npm run migrate make it.`);
  const granted = { subject, roles, scopes, partyId, division, ttlSeconds: ttl.data };
  return signToken(config.issuer, key, granted, new Date(), newId());
}

/** Checks the roles. @throws StartupError for an unknown role, or a role that acts for another kind of party */
function readRoles({ role, party, division, authority }: Options): readonly Role[] {
  const asked = words(role) ?? (authority ? PROVINCE_OFFICE_ROLES : party === undefined ? [] : ['enterprise_manager']);
  const known = asked.filter(isRole);
  const unknown = asked.filter((name) => !isRole(name));
  if (unknown.length > 0 || known.length === 0) {
    throw new StartupError(
      `There is no role ${unknown.join(', ') || '(none named)'}; there are: ${ALL_ROLES.join(' ')}.`,
    );
  }
  for (const name of known) {
    const { acts } = rowOf(name);
    if (!fits(acts, { partyId: party, division })) {
      throw new StartupError(`The role ${name} needs ${NAMED_BY[acts]}, and nothing beside it.`);
    }
  }
  return known;
}

function readScopes({ scope }: Options, roles: readonly Role[]): readonly string[] {
  const given: readonly string[] = scopesOf(roles);
  const asked = words(scope) ?? given;
  const refused = asked.filter((one) => !given.includes(one));
  if (refused.length > 0 || asked.length === 0) {
    throw new StartupError(
      `The role gives no scope ${refused.join(', ') || '(none named)'}; it gives: ${given.join(' ')}.`,
    );
  }
  return asked;
}

function words(text: string | undefined): string[] | undefined {
  return text?.split(/[\s,]+/).filter(Boolean);
}

async function partyIdOf(party: string, config: LocalConfig): Promise<string> {
  if (z.uuid().safeParse(party).success) return party.toLowerCase();
  const needed = 'A social credit code is looked up in the database: set DATABASE_URL, or run npm start beside.';
  const [{ withDatabase }, { findPartyByUscc }] = await Promise.all([
    import('./database.ts'),
    import('./parties/index.ts'),
  ]);
  const found = await withDatabase(config, { name: 'leadloop-token', needed }, (db) => findPartyByUscc(db, party));
  if (!found) throw new StartupError(`No organisation with the social credit code ${party} is registered here.`);
  return found.id;
}

if (import.meta.main) {
  await run(async () => void process.stdout.write(await runToken(process.argv.slice(2))));
}
