/**
 * `npm run token`: mints an access token with the issuer's key, for the first steps and for tests. Clients obtain theirs
 * from the authorisation server.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type LocalConfig, loadLocalConfig } from './config.ts';
import { newId } from './core/ids.ts';
import { ALL_ROLES, isRole, ROLES } from './core/roles.ts';
import { ALL_SCOPES, ENTERPRISE_SCOPES, SCOPES, type Scope } from './core/scopes.ts';
import { withDatabase } from './database.ts';
import { findPartyByUscc } from './parties/index.ts';
import { mint, readKey } from './platform/auth/index.ts';
import { run } from './platform/lifecycle.ts';
import { StartupError } from './platform/startup-error.ts';

const HELP = `npm run token -- --party <id or social credit code> [--scope "batches:write …"] [--subject <name>] [--ttl <seconds>]
npm run token -- --authority [--scope …] [--subject <name>] [--ttl <seconds>]
npm run token -- --role <role> [--party …] [--subject <name>] [--ttl <seconds>]

  --party      the organisation the token acts for: its UUID, or its unified social credit code
  --authority  a token of the province's authority, which acts for no organisation
  --role       what the token is for, in place of --scope: see below
  --scope      scopes, separated by spaces; otherwise all that an organisation, or an authority, may have
  --subject    who stands behind the token, as the journal will name it; otherwise "operator"
  --ttl        seconds until it expires, 60 to 31536000; otherwise 3600

Scopes:
${Object.entries(SCOPES)
  .map(([scope, meaning]) => `  ${scope.padEnd(16)} ${meaning}`)
  .join('\n')}

Roles; those of an organisation need --party:
${ALL_ROLES.map((role) => `  ${role.padEnd(26)} ${ROLES[role].about}${ROLES[role].reach === 'own' ? ' (--party)' : ''}`).join('\n')}
`;

const OPTIONS = {
  party: { type: 'string' },
  authority: { type: 'boolean', default: false },
  role: { type: 'string' },
  scope: { type: 'string' },
  subject: { type: 'string', default: 'operator' },
  ttl: { type: 'string', default: '3600' },
  help: { type: 'boolean', default: false },
} as const;

if (import.meta.main) {
  await run(async () => {
    const values = readOptions();
    process.stdout.write(values.help ? HELP : `${await grant(values, loadLocalConfig())}\n`);
  });
}

type Options = ReturnType<typeof readOptions>;

function readOptions() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new StartupError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

async function grant(options: Options, config: LocalConfig): Promise<string> {
  const reach = reachOf(options);
  const asAuthority = options.authority || reach === 'province';
  if ((options.party === undefined) === !asAuthority) {
    throw new StartupError(`Name an organisation with --party, or say --authority.\n\n${HELP}`);
  }
  const ttl = z.coerce.number().int().min(60).max(31_536_000).safeParse(options.ttl);
  if (!ttl.success) throw new StartupError('--ttl must be a whole number of seconds from 60 to 31536000.');
  const scopes = readScopes(options);
  const partyId = options.party === undefined ? undefined : await partyIdOf(options.party, config);
  const file = `${config.keysDir}/issuer.json`;
  const key = await readKey(file);
  if (!key) throw new StartupError(`The key file ${file} is missing; npm start and npm run migrate make it.`);
  const base = { subject: options.subject, scopes, ttlSeconds: ttl.data };
  return mint(config.issuer, key, partyId === undefined ? base : { ...base, partyId }, new Date(), newId());
}

/** Whose records the role is for, when one is named. @throws StartupError when there is no such role */
function reachOf({ role, scope, authority }: Options): 'own' | 'province' | undefined {
  if (role === undefined) return undefined;
  if (!isRole(role)) throw new StartupError(`There is no role ${role}; there are: ${ALL_ROLES.join(' ')}.`);
  if (scope !== undefined) throw new StartupError('Name scopes or a role, not both.');
  const { reach } = ROLES[role];
  if (reach === 'own' && authority)
    throw new StartupError(`The role ${role} acts for an organisation: name it with --party.`);
  return reach;
}

function readScopes({ scope, role, authority }: Options): readonly Scope[] {
  if (role !== undefined && isRole(role)) return ROLES[role].scopes;
  if (scope === undefined) return authority ? ALL_SCOPES : ENTERPRISE_SCOPES;
  const asked = scope.split(/[\s,]+/).filter(Boolean);
  const unknown = asked.filter((one) => !(one in SCOPES));
  if (unknown.length > 0 || asked.length === 0) {
    throw new StartupError(
      `There is no scope ${unknown.join(', ') || '(none named)'}; there are: ${ALL_SCOPES.join(' ')}.`,
    );
  }
  return asked as Scope[];
}

async function partyIdOf(party: string, config: LocalConfig): Promise<string> {
  if (z.uuid().safeParse(party).success) return party.toLowerCase();
  const needed = 'A social credit code is looked up in the database: set DATABASE_URL, or run npm start beside.';
  const found = await withDatabase(config, { name: 'leadloop-token', needed }, (db) => findPartyByUscc(db, party));
  if (!found) throw new StartupError(`No organisation with the social credit code ${party} is registered here.`);
  return found.id;
}
