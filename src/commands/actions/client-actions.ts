/** The work of the commands for clients and signing keys. */
import { z } from 'zod';
import { ROLE_LIST } from '../../core/access/role-terms.ts';
import { PROVINCE_OFFICE_ROLES } from '../../core/access/roles.ts';
import {
  type ClientWithSecret,
  IDENTITY_FIELDS,
  listClients,
  RegisterClientRequest,
  registerClient,
  revokeClient,
  rotateKey,
  rotateSecret,
  toClientDraft,
} from '../../identity/clients/index.ts';
import { deriveSecret } from '../../platform/auth/index.ts';
import type { ServiceDeps } from '../../platform/deps.ts';
import { StartupError } from '../../platform/process/startup-error.ts';
import type { Action } from '../command.ts';
import { ACTOR, allOf, checked, idIn, partyIdOf, readAs, words } from '../input.ts';
import { registerAdministrator } from './people-actions.ts';

/** The first administrator: a client, or a person when a login name is given. */
export const addAdministrator: Action = ({ deps, values: { name = 'administrator', login } }) =>
  login === undefined
    ? register(deps, { name, roles: PROVINCE_OFFICE_ROLES })
    : registerAdministrator(deps, login, name);

export const addClient: Action = async ({ deps, values }) => {
  const { name, kind = 'machine', party, division, role, scope, keys, redirect, dpop } = values;
  if (kind === 'machine' && role === undefined && party === undefined) {
    throw new StartupError({
      en: `Give the role of the client with --role: ${ROLE_LIST.en}.`,
      zh: `请用 --role 指定客户端的角色：${ROLE_LIST.zh}。`,
    });
  }
  const partyId = party === undefined ? null : await partyIdOf(deps, party);
  const brought = keys === undefined ? {} : await readAs(keys, z.object({ keys: z.array(z.unknown()) }));
  if (dpop !== undefined && dpop !== 'required')
    throw new StartupError({ en: '--dpop can only be "required".', zh: '--dpop 只能填写 required。' });
  const roles = words(role) ?? (party === undefined ? [] : ['enterprise_manager']);
  return register(deps, {
    ...{ name, kind, partyId, division, roles, scopes: words(scope), ...brought },
    redirectUris: words(redirect),
    dpopRequired: dpop !== undefined,
  });
};

export const listAllClients: Action = ({ deps }) => allOf((cursor) => listClients(deps.db, { limit: 200, cursor }));

export const revoke: Action = ({ deps, positionals }) => {
  const revocation = { actor: ACTOR, id: idIn(positionals) };
  return deps.db.transaction(async (tx) => shown({ client: await revokeClient(tx, deps, revocation), secret: null }));
};

export const rotateClientSecret: Action = async ({ deps, values, positionals }) => {
  const hours = z.coerce
    .number()
    .int()
    .min(0)
    .max(720)
    .safeParse(values.overlap ?? '24');
  if (!hours.success)
    throw new StartupError({
      en: '--overlap must be a whole number of hours from 0 to 720.',
      zh: '--overlap 须为 0 至 720 的整数（小时）。',
    });
  const change = { actor: ACTOR, id: idIn(positionals), overlapHours: hours.data };
  return deps.db.transaction(async (tx) => shown(await rotateSecret(tx, deps, change)));
};

export const makeNextKey: Action = async ({ deps, keysDir }) => {
  const encryptionKey = await deriveSecret(`${keysDir}/issuer.json`, 'signing keys');
  const { kid, signsFrom } = await deps.db.transaction((tx) => rotateKey(tx, { ...deps, encryptionKey }));
  return { kid, signsFrom };
};

async function register(deps: ServiceDeps, given: object): Promise<object> {
  const draft = toClientDraft(checked(RegisterClientRequest, given, IDENTITY_FIELDS));
  return deps.db.transaction(async (tx) => shown(await registerClient(tx, deps, { ...draft, actor: ACTOR })));
}

/** Leaves out what is stored of secrets and keys. */
function shown({ client: { secrets: _, jwks: __, ...client }, secret }: ClientWithSecret): object {
  return secret === null ? client : { ...client, secret };
}
