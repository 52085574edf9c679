/** Commands for clients, which obtain tokens (machines, applications, handhelds), and for the keys that sign tokens. */
import { ALL_ROLES } from '../core/access/roles.ts';
import type { ClientWithSecret } from '../identity/index.ts';
import { type Commands, loaded } from './command.ts';

const actions = () => import('./client-actions.ts');

type Kind = ClientWithSecret['client']['kind'];
const KINDS = Object.keys({ machine: true, app: true, handheld: true } satisfies Record<Kind, true>);

export const CLIENT_COMMANDS: Commands = {
  admin: {
    use: 'admin [--name <name>] [--login <login name>]',
    says: 'Registers the first administrator, who keeps the register, the clients, the people and the partners: a client with a secret, or with --login a person with an initial password. Either is shown once.',
    options: {
      name: 'name of the client or the person; otherwise "administrator"',
      login: 'login name of a person; otherwise a client is registered',
    },
    act: loaded(actions, 'addAdministrator'),
  },
  'clients add': {
    use: 'clients add --name <name> (--role <role> [--party <id or social credit code>] [--division <code>] [--keys <file>] | --kind app --redirect <address> | --kind handheld) [--scope "…"] [--dpop required]',
    says: 'Registers a client and shows its secret once, or none when it brings its own keys or people log in with it.',
    options: {
      name: 'name of the client',
      role: `roles of the client, one or more: ${ALL_ROLES.join(', ')}; with --party otherwise enterprise_manager`,
      party: 'the organisation it acts for, in the roles of organisations',
      division: 'GB/T 2260 code of the city (4 digits) or partner province (2) it acts for, in their roles',
      kind: `${KINDS.join(', ')}; otherwise machine`,
      redirect: 'addresses to which an app is sent after a login, separated by spaces; compared letter by letter',
      scope: 'scopes, separated by spaces; otherwise all that its roles, or those of the person who logs in, allow',
      dpop: '"required": its tokens are always bound to its key (RFC 9449); those of a handheld always are',
      keys: 'file with its public keys as a JWK Set (RFC 7517), for private_key_jwt',
    },
    act: loaded(actions, 'addClient'),
  },
  'clients list': {
    use: 'clients list',
    says: 'Lists all clients, including the revoked ones.',
    act: loaded(actions, 'listAllClients'),
  },
  'clients revoke': {
    use: 'clients revoke <id>',
    says: 'Revokes a client permanently. Its tokens are rejected within a minute.',
    names: 1,
    act: loaded(actions, 'revoke'),
  },
  'clients rotate-secret': {
    use: 'clients rotate-secret <id> [--overlap <hours>]',
    says: 'Gives a client a new secret, shown once. The previous secret stays valid for the overlap.',
    options: { overlap: 'hours for which the previous secret stays valid, 0 to 720; otherwise 24' },
    names: 1,
    act: loaded(actions, 'renewSecret'),
  },
  'keys rotate': {
    use: 'keys rotate',
    says: 'Makes the next key that signs tokens. It signs after a minute; tokens signed before stay valid.',
    act: loaded(actions, 'makeNextKey'),
  },
};
