import { z } from 'zod';
import { ROLE_TERMS } from '../../core/access/role-terms.ts';
import { ALL_ROLES, scopesOf } from '../../core/access/roles.ts';
import { SCOPE_TERMS } from '../../core/access/scope-terms.ts';
import { ALL_SCOPES, SCOPES, type Scope } from '../../core/access/scopes.ts';
import type { Bilingual } from '../../core/messages/language.ts';
import {
  changeOf,
  expected,
  fault,
  Id,
  InstantOut,
  named,
  namedCodes,
  nameText,
  PageQuery,
  RecordVersion,
  spelled,
} from '../../platform/http/index.ts';
import {
  ASSERTION_ALGORITHMS,
  AUTH_METHODS,
  CLIENT_KINDS,
  type Client,
  type ClientKind,
  isRedirectUri,
} from './client.ts';
import { CHANGE_CLIENT, CLIENT, REGISTER_CLIENT } from './examples.ts';

export const RoleCode = namedCodes(
  'Role',
  'Role of a person or machine; the table of roles in docs/access.md lists what each may do',
  ALL_ROLES,
  ROLE_TERMS,
);

const ScopeCode = namedCodes(
  'Scope',
  'Action that a token may allow',
  ALL_SCOPES,
  Object.fromEntries(ALL_SCOPES.map((scope) => [scope, { en: SCOPES[scope], zh: SCOPE_TERMS[scope] }])) as Record<
    Scope,
    Bilingual
  >,
);

const ClientKindCode = namedCodes('ClientKind', 'Kind of a client', CLIENT_KINDS, {
  machine: { en: 'acts for itself (client credentials)', zh: '系统客户端' },
  app: { en: 'people log in (authorisation code with PKCE)', zh: '应用' },
  handheld: { en: 'a person lets it in (device authorisation)', zh: '手持终端' },
});

const AuthMethodCode = namedCodes('AuthMethod', 'Proof of identity of a client at the token address', AUTH_METHODS, {
  client_secret_basic: { en: 'its secret', zh: '客户端密钥' },
  private_key_jwt: { en: 'an assertion signed with its key', zh: '自有私钥签名的断言' },
  none: { en: 'none of its own: the person logs in', zh: '人员登录' },
});

const KeyTypeCode = namedCodes('KeyType', 'Type of a public key (RFC 7518)', ['EC', 'RSA', 'OKP'], {
  EC: { en: 'elliptic curve', zh: '椭圆曲线' },
  RSA: { en: 'RSA', zh: 'RSA' },
  OKP: { en: 'Edwards curve', zh: '爱德华兹曲线' },
});

const KeyCurveCode = namedCodes('KeyCurve', 'Curve of a public key (RFC 7518, RFC 8037)', ['P-256', 'Ed25519'], {
  'P-256': { en: 'for ES256', zh: '用于 ES256' },
  Ed25519: { en: 'for EdDSA', zh: '用于 EdDSA' },
});

const KeyAlgorithmCode = namedCodes('KeyAlgorithm', 'Signature of assertions of a client', ASSERTION_ALGORITHMS, {
  ES256: { en: 'with an EC key', zh: '使用 EC 密钥' },
  PS256: { en: 'with an RSA key', zh: '使用 RSA 密钥' },
  EdDSA: { en: 'with an OKP key', zh: '使用 OKP 密钥' },
});

const Word = expected(spelled('token').regex(/^[\w.~+/=-]{1,2000}$/), {
  en: '1 to 2000 letters, digits or signs of . _ ~ + / = -',
  zh: '1 至 2000 个字母、数字或 . _ ~ + / = - 符号',
});

/** Public members only: a private part of a key is an unknown field, and so refused. */
const Jwk = z
  .strictObject({
    kty: KeyTypeCode,
    ...{ kid: Word.optional(), alg: KeyAlgorithmCode.optional() },
    use: z.enum(['sig']).optional().describe('Use of the key, always `sig`: it signs assertions'),
    ...{ crv: KeyCurveCode.optional(), x: Word.optional(), y: Word.optional(), n: Word.optional(), e: Word.optional() },
  })
  .refine(
    ({ kty, crv, x, y, n, e }) => (kty === 'RSA' ? n && e : crv && x && (kty === 'OKP' || y)),
    fault(
      'An EC key needs crv, x and y, an OKP key crv and x, an RSA key n and e.',
      'EC 公钥须有 crv、x、y，OKP 公钥须有 crv、x，RSA 公钥须有 n、e。',
      'kty',
    ),
  )
  .describe('Public key (RFC 7517)');

const RedirectUri = expected(spelled('token').max(500).refine(isRedirectUri), {
  en: 'an address of at most 500 characters that begins with https://, or with http:// and a loopback host, without # and password',
  zh: '不超过 500 个字符的地址，以 https:// 开头，或以 http:// 加回环地址（如 127.0.0.1）开头，不得含 # 或密码',
  example: 'https://app.example.org/callback',
}).describe('Address to which the browser returns with the code of a login; it must match exactly');

const ClientDraft = z.strictObject({
  name: nameText(200).describe('Name of the system or app'),
  kind: ClientKindCode.default('machine'),
  partyId: Id.nullable().default(null).describe('Organisation the client acts for, for the roles of organisations'),
  division: expected(spelled('code').regex(/^\d{2}(\d{2})?$/), {
    en: 'a GB/T 2260 code of a partner province (2 digits) or city (4 digits)',
    zh: '对接省份（2 位）或市（4 位）行政区划代码（GB/T 2260）',
    example: '4501',
  })
    .nullable()
    .default(null)
    .describe(
      'City (4 digits) or partner province (2 digits) the client acts for, for the roles that need one; GB/T 2260',
    ),
  roles: z
    .array(RoleCode)
    .max(ALL_ROLES.length)
    .transform((roles) => [...new Set(roles)])
    .default([])
    .describe('Roles of a machine; the table of roles lists what each may do, and on whose records'),
  scopes: z
    .array(ScopeCode)
    .min(1)
    .max(ALL_SCOPES.length)
    .transform((scopes) => [...new Set(scopes)])
    .optional()
    .describe(
      'Scopes of its tokens, within what its roles (or those of the person who logs in) allow; if absent, all of these',
    ),
  keys: z
    .array(Jwk)
    .min(1)
    .max(10)
    .optional()
    .describe('Public keys of a machine that signs assertions (private_key_jwt); without keys a machine gets a secret'),
  redirectUris: z
    .array(RedirectUri)
    .max(10)
    .default([])
    .describe('Addresses to which the browser returns after a login; only for an app'),
  dpopRequired: z
    .boolean()
    .default(false)
    .describe('Requires that every token is bound to a key of the client (DPoP); always true for a handheld'),
});

type Ruled = {
  readonly kind: ClientKind;
  readonly roles: readonly string[];
  readonly redirectUris: readonly string[];
  readonly partyId: string | null;
  readonly division: string | null;
  readonly keys?: unknown;
};

/** Adds the rules between the members. */
const withClientRules = <Schema extends z.ZodType<Ruled>>(schema: Schema) =>
  schema
    .refine(({ kind, roles }) => kind !== 'machine' || roles.length > 0, {
      ...fault('a machine needs at least one role.', '系统客户端（machine）须至少指定一个角色。'),
      path: ['roles'],
    })
    .refine(({ kind, redirectUris }) => (kind === 'app') === redirectUris.length > 0, {
      ...fault(
        'an app needs redirectUris; other kinds have none.',
        '应用（app）须填写“回调地址”（redirectUris），其他类型不得填写。',
      ),
      path: ['redirectUris'],
    })
    .refine(
      ({ kind, roles, partyId, division, keys }) =>
        kind === 'machine' || (roles.length === 0 && partyId === null && division === null && keys === undefined),
      {
        ...fault(
          'an app or a handheld acts for the person who logs in: it has no roles, partyId, division or keys.',
          '应用（app）和手持终端（handheld）代表登录人员，不得填写“角色”（roles）、“单位编号”（partyId）、“所代表的行政区划”（division）和“公钥”（keys）。',
        ),
        path: ['kind'],
      },
    );

export const WholeClient = withClientRules(z.custom<Ruled>(() => true));

const { name, redirectUris, scopes, dpopRequired, roles } = ClientDraft.shape;

export const ChangeClientRequest = named(
  'ChangeClient',
  'Members of a client that change; what is left out stays.',
  changeOf({ name, roles, scopes: scopes.unwrap(), redirectUris, dpopRequired }),
  CHANGE_CLIENT,
);

export const RegisterClientRequest = named(
  'RegisterClient',
  'Client to register, with its roles, and its public keys if it has any.',
  withClientRules(ClientDraft),
  REGISTER_CLIENT,
);

/** Converts a registration for the use case. */
export function toClientDraft({ keys, scopes, ...draft }: z.infer<typeof RegisterClientRequest>) {
  const allowed = draft.kind === 'machine' ? scopesOf(draft.roles) : ALL_SCOPES;
  return {
    ...draft,
    scopes: scopes ?? allowed,
    jwks: keys === undefined ? null : { keys },
    dpopRequired: draft.dpopRequired || draft.kind === 'handheld',
  };
}

export const RotateSecretRequest = named(
  'RotateSecret',
  'Renewal of a client secret, with the hours in which the old one stays valid.',
  z.strictObject({
    overlapHours: z.int().min(0).max(720).default(24).describe('Hours for which the secret before stays valid'),
  }),
  { overlapHours: 24 },
);

export const RevokeClientRequest = named(
  'RevokeClient',
  'Request without members: the client in the address is revoked permanently.',
  z.strictObject({}),
  {},
);

export const ClientResponse = named(
  'Client',
  'Registered machine or handheld, which gets tokens with its own key or secret.',
  z.object({
    id: Id.describe('The client_id'),
    name: z.string().describe('Name of the system or app'),
    kind: ClientKindCode,
    partyId: Id.nullable().describe('Organisation it acts for'),
    division: z.string().nullable().describe('City or partner province it acts for'),
    roles: z.array(RoleCode).describe('What a machine may do; empty for apps and handhelds'),
    scopes: z.array(ScopeCode).describe('Scopes that its tokens may have at most'),
    authMethod: AuthMethodCode.describe('Proof of identity of the client at the token address'),
    redirectUris: z.array(z.string()).describe('Addresses to which the browser returns'),
    dpopRequired: z.boolean().describe('true when every token is bound to a key of the client'),
    registeredAt: InstantOut.describe('Time of the registration'),
    revokedAt: InstantOut.nullable().describe('Time of the revocation; null while it is valid'),
    version: RecordVersion,
  }),
  CLIENT,
);

export const ClientWithSecretResponse = named(
  'ClientWithSecret',
  'Client with its secret, which is shown this once.',
  ClientResponse.extend({
    secret: z.string().nullable().describe('The client_secret. Shown once: null when the request is repeated'),
  }),
  {
    ...CLIENT,
    secret: 'shown-once',
  },
);

export const ClientListQuery = PageQuery;

/** Shows a client without its keys and the hashes of its secrets. */
export const toClientResponse = ({ secrets: _, jwks: __, ...client }: Client): z.infer<typeof ClientResponse> => ({
  ...client,
  roles: [...client.roles],
  scopes: [...client.scopes],
  redirectUris: [...client.redirectUris],
  registeredAt: client.registeredAt.toISOString(),
  revokedAt: client.revokedAt?.toISOString() ?? null,
});
