/** `npm run leadloop -- …`: what an administrator does beside the running service. Answers are JSON, for scripts. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type LocalConfig, loadLocalConfig } from './config.ts';
import type { Actor } from './core/actor.ts';
import { newId } from './core/ids.ts';
import { Problem, tell } from './core/problem.ts';
import { ALL_ROLES, OFFICE, scopesOf } from './core/roles.ts';
import { withDatabase } from './database.ts';
import { listPartnerRows, RegisterPartnerRequest, registerPartner } from './exchange/index.ts';
import {
  type Issued,
  listClients,
  RegisterClientRequest,
  registerClient,
  revokeClient,
  rotateKey,
  rotateSecret,
  toClientDraft,
} from './identity/index.ts';
import { findPartyByUscc } from './parties/index.ts';
import { deriveSecret } from './platform/auth/index.ts';
import type { Deps } from './platform/deps.ts';
import { CodeFile, loadCodes } from './platform/law/index.ts';
import { run } from './platform/lifecycle.ts';
import { createLog } from './platform/log.ts';
import { StartupError } from './platform/startup-error.ts';

const ACTOR: Actor = { subject: 'leadloop-command', roles: OFFICE, source: 'local', scopes: scopesOf(OFFICE) };

type Values = Readonly<Record<string, string | undefined>>;
type Given = {
  readonly deps: Deps;
  readonly config: LocalConfig;
  readonly values: Values;
  readonly names: readonly string[];
};

type Command = {
  readonly use: string;
  readonly says: string;
  readonly options?: Readonly<Record<string, string>>;
  /** What stands behind the command, such as an id. */
  readonly names?: number;
  readonly act: (given: Given) => Promise<unknown>;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  admin: {
    use: 'admin [--name <name>]',
    says: 'Registers the first administrator: a client that keeps the register, the clients and the partners. Its secret is shown once.',
    options: { name: 'what it is called; otherwise "administrator"' },
    act: ({ deps, values }) => add(deps, { name: values.name ?? 'administrator', roles: OFFICE }),
  },
  'clients add': {
    use: 'clients add --name <name> --role <role> [--party <id or social credit code>] [--division <code>] [--scope "…"] [--keys <file>]',
    says: 'Registers a client and shows its secret once, or none when it brings keys of its own.',
    options: {
      name: 'what it is called',
      role: `what it is for, one or more: ${ALL_ROLES.join(', ')}; with --party otherwise enterprise_manager`,
      party: 'the organisation it acts for, in the roles of organisations',
      division: 'GB/T 2260 code of the city (4 digits) or partner province (2) it acts for, in their roles',
      scope: 'scopes, separated by spaces; otherwise all that its roles may',
      keys: 'file with its public keys as a JWK Set (RFC 7517), for private_key_jwt',
    },
    act: addClient,
  },
  'clients list': {
    use: 'clients list',
    says: 'Lists all clients, the revoked ones too.',
    act: async ({ deps }) => {
      const items = [];
      for (let cursor: string | undefined; ; ) {
        const page = await listClients(deps.db, { limit: 200, cursor });
        items.push(...page.items);
        if (page.nextCursor === null) return items;
        cursor = page.nextCursor;
      }
    },
  },
  'clients revoke': {
    use: 'clients revoke <id>',
    says: 'Revokes a client for good. Within a minute its tokens are refused.',
    names: 1,
    act: ({ deps, names }) =>
      deps.db.transaction(async (tx) =>
        shown({ client: await revokeClient(tx, deps, { actor: ACTOR, id: idIn(names) }), secret: null }),
      ),
  },
  'clients rotate-secret': {
    use: 'clients rotate-secret <id> [--overlap <hours>]',
    says: 'Gives a client another secret, shown once. The one before holds on for the overlap.',
    options: { overlap: 'hours the secret before holds on, 0 to 720; otherwise 24' },
    names: 1,
    act: ({ deps, values, names }) => {
      const hours = z.coerce
        .number()
        .int()
        .min(0)
        .max(720)
        .safeParse(values.overlap ?? '24');
      if (!hours.success) throw new StartupError('--overlap must be a whole number of hours from 0 to 720.');
      const change = { actor: ACTOR, id: idIn(names), overlapHours: hours.data };
      return deps.db.transaction(async (tx) => shown(await rotateSecret(tx, deps, change)));
    },
  },
  'keys rotate': {
    use: 'keys rotate',
    says: 'Makes the next key that signs tokens. It signs after a minute; tokens of the one before stay good.',
    act: async ({ deps, config }) => {
      const sealingKey = await deriveSecret(`${config.keysDir}/issuer.json`, 'signing keys');
      const { kid, signsFrom } = await deps.db.transaction((tx) => rotateKey(tx, { ...deps, sealingKey }));
      return { kid, signsFrom };
    },
  },
  'partners add': {
    use: 'partners add <file>',
    says: 'Registers a partner, or replaces its name, address and keys, from a file with the body of POST /v1/exchange/partners.',
    names: 1,
    act: async ({ deps, names: [file = ''] }) => {
      const draft = await readAs(file, RegisterPartnerRequest);
      return deps.db.transaction((tx) => registerPartner(tx, deps, { ...draft, actor: ACTOR }));
    },
  },
  'partners list': {
    use: 'partners list',
    says: 'Lists the authorities that messages are exchanged with.',
    act: ({ deps }) => listPartnerRows(deps.db),
  },
  'codes load': {
    use: 'codes load <file>',
    says: 'Adds rows to divisions, waste_codes and law_values from a JSON file, all or nothing. Rows that are there stay.',
    names: 1,
    act: async ({ deps, names: [file = ''] }) => {
      const rows = await readAs(file, CodeFile);
      return deps.db.transaction((tx) => loadCodes(tx, rows));
    },
  },
};

async function addClient({ deps, values }: Given): Promise<unknown> {
  const { name, party, division, role, scope, keys } = values;
  if (role === undefined && party === undefined) {
    throw new StartupError(`Say with --role what it is for: ${ALL_ROLES.join(', ')}.`);
  }
  const partyId = party === undefined ? null : await partyIdOf(deps, party);
  const brought = keys === undefined ? {} : await readAs(keys, z.object({ keys: z.array(z.unknown()) }));
  const roles = words(role) ?? ['enterprise_manager'];
  return add(deps, { name, partyId, division, roles, scopes: words(scope), ...brought });
}

const words = (text: string | undefined): string[] | undefined => text?.split(/[\s,]+/).filter(Boolean);

async function add(deps: Deps, given: object): Promise<unknown> {
  const draft = toClientDraft(checked(RegisterClientRequest, given, 'The client'));
  return deps.db.transaction(async (tx) => shown(await registerClient(tx, deps, { ...draft, actor: ACTOR })));
}

function idIn([id]: readonly string[]): string {
  const read = z.uuid().safeParse(id);
  if (!read.success) throw new StartupError('Name the client by its id, a UUID; see "clients list".');
  return read.data.toLowerCase();
}

async function partyIdOf(deps: Deps, party: string): Promise<string> {
  if (z.uuid().safeParse(party).success) return party.toLowerCase();
  const found = await findPartyByUscc(deps.db, party);
  if (!found) throw new StartupError(`No organisation with the social credit code ${party} is registered here.`);
  return found.id;
}

/** Of a secret, what is kept is left out. */
function shown({ client: { secrets: _, jwks: __, ...client }, secret }: Issued): object {
  return secret === null ? client : { ...client, secret };
}

async function readAs<Output>(file: string, schema: z.ZodType<Output>): Promise<Output> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new StartupError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return checked(schema, value, file);
}

function checked<Output>(schema: z.ZodType<Output>, value: unknown, what: string): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues
    .slice(0, 20)
    .map(({ path, message }) => `  ${path.join('.') || 'all'}: ${message}`);
  throw new StartupError(`${what} is not as it must be:\n${faults.join('\n')}`);
}

const HELP = `npm run leadloop -- <command> [--help]

${Object.values(COMMANDS)
  .map(({ use, says }) => `  ${use}\n      ${says}`)
  .join('\n')}

Works with DATABASE_URL, or with the database of the npm start that runs beside.
`;

function helpOf({ use, says, options = {} }: Command): string {
  const rows = Object.entries(options).map(([name, meaning]) => `  --${name.padEnd(9)} ${meaning}`);
  return `${[`npm run leadloop -- ${use}`, '', says, ...(rows.length > 0 ? ['', ...rows] : [])].join('\n')}\n`;
}

/** The command that the first words name, and the rest. */
function find(args: readonly string[]): { command: Command; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const command = COMMANDS[args.slice(0, length).join(' ')];
    if (command) return { command, rest: args.slice(length) };
  }
  return undefined;
}

function parse(command: Command, rest: string[]): { values: Values; names: string[]; help: boolean } {
  const named = Object.keys(command.options ?? {}).map((name) => [name, { type: 'string' }] as const);
  const options = { ...Object.fromEntries(named), help: { type: 'boolean' } } as const;
  try {
    const { values, positionals: names } = parseArgs({ args: rest, options, allowPositionals: true });
    const { help, ...given } = values;
    if (help !== true && names.length !== (command.names ?? 0)) throw new Error('The command was not understood.');
    return { values: given as Values, names, help: help === true };
  } catch (error) {
    throw new StartupError(`${error instanceof Error ? error.message : String(error)}\n\n${helpOf(command)}`);
  }
}

async function obey(args: readonly string[]): Promise<string> {
  const found = find(args);
  if (found === undefined) {
    if (args.length === 0 || args.includes('--help')) return HELP;
    throw new StartupError(`There is no such command.\n\n${HELP}`);
  }
  const { values, names, help } = parse(found.command, found.rest);
  if (help) return helpOf(found.command);
  const config = loadLocalConfig();
  const needed = 'There is no database to speak to: set DATABASE_URL, or run npm start beside.';
  const answer = await withDatabase(config, { name: 'leadloop-command', needed }, (db) => {
    const log = createLog({ level: 'silent', name: 'leadloop' });
    const deps: Deps = { db, log, newId, clock: () => new Date(), province: config.province };
    return found.command.act({ deps, config, values, names });
  });
  return `${JSON.stringify(answer, null, 2)}\n`;
}

if (import.meta.main) {
  await run(async () => {
    try {
      process.stdout.write(await obey(process.argv.slice(2)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { detail, remedy } = tell(error.code, error.facts, 'en');
      throw new StartupError(`${detail} ${remedy}`);
    }
  });
}
