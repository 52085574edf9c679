import { z } from 'zod';
import { ALL_ROLES, scopesOf } from '../../core/access/roles.ts';
import { ALL_SCOPES } from '../../core/access/scopes.ts';
import { fault, Id, InstantOut, PageQuery, text } from '../../platform/http/index.ts';
import { AUTH_METHODS, CLIENT_KINDS, type Client, isRedirectUri } from './client.ts';

const Word = z.string().regex(/^[\w.~+/=-]{1,2000}$/);

/** A private part is a field nobody knows, and refused. */
const Jwk = z
  .strictObject({
    kty: z.enum(['EC', 'RSA', 'OKP']),
    ...{ kid: Word.optional(), alg: Word.optional(), use: z.enum(['sig']).optional() },
    ...{ crv: Word.optional(), x: Word.optional(), y: Word.optional(), n: Word.optional(), e: Word.optional() },
  })
  .refine(
    ({ kty, crv, x, y, n, e }) => (kty === 'RSA' ? n && e : crv && x && (kty === 'OKP' || y)),
    fault(
      'An EC key needs crv, x and y, an OKP key crv and x, an RSA key n and e.',
      'EC 密钥须有 crv、x、y，OKP 密钥须有 crv、x，RSA 密钥须有 n、e。',
    ),
  )
  .describe('Public key (RFC 7517)');

const RedirectUri = z
  .string()
  .max(500)
  .refine(
    isRedirectUri,
    fault(
      'The address must begin with https, or with http and lead to the device itself; it has no # and no password.',
      '地址须以 https 开头，或以 http 指向本机（回环地址）；不得含 # 或口令。',
    ),
  )
  .describe('Address an app is sent to with the code of a login; it is compared letter by letter');

const ClientDraft = z.strictObject({
  name: text(200),
  kind: z
    .enum(CLIENT_KINDS)
    .default('machine')
    .describe(
      'machine: acts for itself; app: people log in (authorisation code with PKCE); handheld: a person lets it in (device authorisation)',
    ),
  partyId: Id.nullable().default(null).describe('The organisation it acts for, in the roles of organisations'),
  division: z
    .string()
    .regex(/^\d{2}(\d{2})?$/)
    .nullable()
    .default(null)
    .describe('City (4 digits) or partner province (2 digits) it acts for, in their roles; GB/T 2260'),
  roles: z
    .array(z.enum(ALL_ROLES))
    .max(ALL_ROLES.length)
    .transform((roles) => [...new Set(roles)])
    .default([])
    .describe('What a machine is for; the table of roles says what each may, on whose records'),
  scopes: z
    .array(z.enum(ALL_SCOPES))
    .min(1)
    .max(ALL_SCOPES.length)
    .transform((scopes) => [...new Set(scopes)])
    .optional()
    .describe('Of what its roles, or those of who logs in, may: that which its tokens may; otherwise all of it'),
  keys: z
    .array(Jwk)
    .min(1)
    .max(10)
    .optional()
    .describe('Public keys of a machine that signs assertions (private_key_jwt); otherwise it is given a secret'),
  redirectUris: z.array(RedirectUri).max(10).default([]),
  dpopRequired: z
    .boolean()
    .default(false)
    .describe('Whether it is given no token but one bound to its key (DPoP); of a handheld always'),
});

export const RegisterClientRequest = ClientDraft.refine(({ kind, roles }) => kind !== 'machine' || roles.length > 0, {
  ...fault('A machine needs a role.', 'machine 类客户端须指定角色。'),
  path: ['roles'],
})
  .refine(({ kind, redirectUris }) => (kind === 'app') === redirectUris.length > 0, {
    ...fault('An app needs redirectUris, and nothing else has any.', 'app 类客户端须填 redirectUris，其他类不得填写。'),
    path: ['redirectUris'],
  })
  .refine(
    ({ kind, roles, partyId, division, keys }) =>
      kind === 'machine' || (roles.length === 0 && partyId === null && division === null && keys === undefined),
    {
      ...fault(
        'What an app or a handheld may, and for whom, is a matter of who logs in: it has no roles, party, division or keys.',
        'app、handheld 类客户端的权限与代表主体取决于登录人员：不得填写 roles、partyId、division、keys。',
      ),
      path: ['kind'],
    },
  );

/** A registration as the use case takes it. */
export function toClientDraft({ keys, scopes, ...draft }: z.infer<typeof RegisterClientRequest>) {
  const usual = draft.kind === 'machine' ? scopesOf(draft.roles) : ALL_SCOPES;
  return {
    ...draft,
    scopes: scopes ?? usual,
    jwks: keys === undefined ? null : { keys },
    dpopRequired: draft.dpopRequired || draft.kind === 'handheld',
  };
}

export const RotateSecretRequest = z.strictObject({
  overlapHours: z.int().min(0).max(720).default(24).describe('How long the secret before holds on, in hours'),
});

export const RevokeClientRequest = z.strictObject({});

export const ClientResponse = z.object({
  id: Id.describe('The client_id'),
  name: z.string(),
  kind: z.enum(CLIENT_KINDS),
  partyId: Id.nullable(),
  division: z.string().nullable(),
  roles: z.array(z.string()),
  scopes: z.array(z.string()),
  authMethod: z.enum(AUTH_METHODS),
  redirectUris: z.array(z.string()),
  dpopRequired: z.boolean(),
  registeredAt: InstantOut,
  revokedAt: InstantOut.nullable(),
});

export const IssuedClientResponse = ClientResponse.extend({
  secret: z.string().nullable().describe('The client_secret. Shown this once: null when the request is repeated'),
});

export const ClientListQuery = PageQuery;

/** Secrets, hashed as they are, are no part of what is told or kept with an answer. */
export const toClientResponse = ({ secrets: _, jwks: __, ...client }: Client): z.infer<typeof ClientResponse> => ({
  ...client,
  roles: [...client.roles],
  scopes: [...client.scopes],
  redirectUris: [...client.redirectUris],
  registeredAt: client.registeredAt.toISOString(),
  revokedAt: client.revokedAt?.toISOString() ?? null,
});
