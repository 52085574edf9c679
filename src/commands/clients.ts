/** Commands for clients, which obtain tokens (machines, applications, handhelds), and for the keys that sign tokens. */
import { ALL_ROLES } from '../core/access/roles.ts';
import type { ClientWithSecret } from '../identity/index.ts';
import { type Commands, loaded } from './command.ts';

const actions = () => import('./client-actions.ts');

type Kind = ClientWithSecret['client']['kind'];
const KINDS = Object.keys({ machine: true, app: true, handheld: true } satisfies Record<Kind, true>);

export const CLIENT_COMMANDS: Commands = {
  admin: {
    usage: 'admin [--name <name>] [--login <login name>]',
    summary:
      'Registers the first administrator, who maintains the register, the clients, the people and the partners. It is a client with a secret, or with --login a person with an initial password; the secret or password is shown once.',
    options: {
      name: 'name of the client or the person; default: "administrator"',
      login: 'login name, to register a person; default: a client is registered',
    },
    act: loaded(actions, 'addAdministrator'),
  },
  'clients add': {
    usage:
      'clients add --name <name> (--role <role> [--party <id or social credit code>] [--division <code>] [--keys <file>] | --kind app --redirect <address> | --kind handheld) [--scope "…"] [--dpop required]',
    summary:
      'Registers a client and shows its secret once. An app, a handheld and a client with --keys have no secret.',
    options: {
      name: 'name of the client',
      role: `roles of the client, one or more: ${ALL_ROLES.join(', ')}; default with --party: enterprise_manager`,
      party: 'organisation for which the client acts, when its role acts for an organisation',
      division:
        'GB/T 2260 code of the city (4 digits) or partner province (2 digits) for which the client acts, when its role does so',
      kind: `${KINDS.join(', ')}; default: machine`,
      redirect: 'addresses to which an app is sent after a login, separated by spaces; each must match exactly',
      scope: 'scopes, separated by spaces; default: all scopes of its roles, or of the person who logs in',
      dpop: '"required": its tokens are always bound to its key (RFC 9449); those of a handheld always are',
      keys: 'file with its public keys as a JWK Set (RFC 7517), for private_key_jwt',
    },
    act: loaded(actions, 'addClient'),
  },
  'clients list': {
    usage: 'clients list',
    summary: 'Lists all clients, including the revoked ones.',
    act: loaded(actions, 'listAllClients'),
  },
  'clients revoke': {
    usage: 'clients revoke <id>',
    summary: 'Revokes a client permanently. Its tokens are rejected within a minute.',
    names: 1,
    act: loaded(actions, 'revoke'),
  },
  'clients rotate-secret': {
    usage: 'clients rotate-secret <id> [--overlap <hours>]',
    summary: 'Gives a client a new secret, shown once. The previous secret stays valid for the overlap.',
    options: { overlap: 'hours for which the previous secret stays valid, 0 to 720; default: 24' },
    names: 1,
    act: loaded(actions, 'renewSecret'),
  },
  'keys rotate': {
    usage: 'keys rotate',
    summary:
      'Makes the next key that signs tokens. The key is used after one minute; tokens signed earlier stay valid.',
    act: loaded(actions, 'makeNextKey'),
  },
};
