/** What obtains tokens: machines, applications and handhelds; and the keys that sign them. */
import { z } from 'zod';
import { ALL_ROLES, OFFICE } from '../core/access/roles.ts';
import {
  CLIENT_KINDS,
  type Issued,
  listClients,
  RegisterClientRequest,
  registerClient,
  revokeClient,
  rotateKey,
  rotateSecret,
  toClientDraft,
} from '../identity/index.ts';
import { deriveSecret } from '../platform/auth/index.ts';
import type { Deps } from '../platform/deps.ts';
import { StartupError } from '../platform/process/startup-error.ts';
import { ACTOR, allOf, type Commands, checked, type Given, idIn, partyIdOf, readAs, words } from './command.ts';
import { addAdministrator } from './people.ts';

export const CLIENT_COMMANDS: Commands = {
  admin: {
    use: 'admin [--name <name>] [--login <login name>]',
    says: 'Registers the first administrator, who keeps the register, the clients, the people and the partners: a client with a secret, or with --login a person with an initial password. Either is shown once.',
    options: {
      name: 'what it, or the person, is called; otherwise "administrator"',
      login: 'login name of a person; otherwise a client is registered',
    },
    act: ({ deps, values: { name = 'administrator', login } }) =>
      login === undefined ? add(deps, { name, roles: OFFICE }) : addAdministrator(deps, login, name),
  },
  'clients add': {
    use: 'clients add --name <name> (--role <role> [--party <id or social credit code>] [--division <code>] [--keys <file>] | --kind app --redirect <address> | --kind handheld) [--scope "…"] [--dpop required]',
    says: 'Registers a client and shows its secret once, or none when it brings keys of its own or people log in with it.',
    options: {
      name: 'what it is called',
      role: `what it is for, one or more: ${ALL_ROLES.join(', ')}; with --party otherwise enterprise_manager`,
      party: 'the organisation it acts for, in the roles of organisations',
      division: 'GB/T 2260 code of the city (4 digits) or partner province (2) it acts for, in their roles',
      kind: `${CLIENT_KINDS.join(', ')}; otherwise machine`,
      redirect: 'addresses, separated by spaces, at which an app is told who logged in; compared letter by letter',
      scope: 'scopes, separated by spaces; otherwise all that its roles, or those of who logs in, may',
      dpop: '"required": it is given no token but one bound to its key (RFC 9449); of a handheld always',
      keys: 'file with its public keys as a JWK Set (RFC 7517), for private_key_jwt',
    },
    act: addClient,
  },
  'clients list': {
    use: 'clients list',
    says: 'Lists all clients, the revoked ones too.',
    act: ({ deps }) => allOf((cursor) => listClients(deps.db, { limit: 200, cursor })),
  },
  'clients revoke': {
    use: 'clients revoke <id>',
    says: 'Revokes a client for good. Within a minute its tokens are refused.',
    names: 1,
    act: ({ deps, names }) =>
      deps.db.transaction(async (tx) =>
        shown({ client: await revokeClient(tx, deps, { actor: ACTOR, id: idIn(names, 'client') }), secret: null }),
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
      const change = { actor: ACTOR, id: idIn(names, 'client'), overlapHours: hours.data };
      return deps.db.transaction(async (tx) => shown(await rotateSecret(tx, deps, change)));
    },
  },
  'keys rotate': {
    use: 'keys rotate',
    says: 'Makes the next key that signs tokens. It signs after a minute; tokens of the one before stay good.',
    act: async ({ deps, keysDir }) => {
      const sealingKey = await deriveSecret(`${keysDir}/issuer.json`, 'signing keys');
      const { kid, signsFrom } = await deps.db.transaction((tx) => rotateKey(tx, { ...deps, sealingKey }));
      return { kid, signsFrom };
    },
  },
};

async function addClient({ deps, values }: Given): Promise<unknown> {
  const { name, kind = 'machine', party, division, role, scope, keys, redirect, dpop } = values;
  if (kind === 'machine' && role === undefined && party === undefined) {
    throw new StartupError(`Say with --role what it is for: ${ALL_ROLES.join(', ')}.`);
  }
  const partyId = party === undefined ? null : await partyIdOf(deps, party);
  const brought = keys === undefined ? {} : await readAs(keys, z.object({ keys: z.array(z.unknown()) }));
  if (dpop !== undefined && dpop !== 'required') throw new StartupError('--dpop can only be "required".');
  const roles = words(role) ?? (party === undefined ? [] : ['enterprise_manager']);
  const whose = { partyId, division, roles, scopes: words(scope) };
  return add(deps, {
    name,
    kind,
    ...whose,
    ...brought,
    redirectUris: words(redirect),
    dpopRequired: dpop !== undefined,
  });
}

async function add(deps: Deps, given: object): Promise<unknown> {
  const draft = toClientDraft(checked(RegisterClientRequest, given, 'The client'));
  return deps.db.transaction(async (tx) => shown(await registerClient(tx, deps, { ...draft, actor: ACTOR })));
}

/** Of a secret, what is kept is left out. */
function shown({ client: { secrets: _, jwks: __, ...client }, secret }: Issued): object {
  return secret === null ? client : { ...client, secret };
}
