import { z } from 'zod';
import { ALL_ROLES, scopesOf } from '../core/roles.ts';
import { ALL_SCOPES } from '../core/scopes.ts';
import { fault, Id, InstantOut, PageQuery, text } from '../platform/http/index.ts';
import { AUTH_METHODS, type Client } from './registration.ts';

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

export const RegisterClientRequest = z.strictObject({
  name: text(200),
  partyId: Id.nullable().default(null).describe('The organisation it acts for, in the roles of organisations'),
  division: z
    .string()
    .regex(/^\d{2}(\d{2})?$/)
    .nullable()
    .default(null)
    .describe('City (4 digits) or partner province (2 digits) it acts for, in their roles; GB/T 2260'),
  roles: z
    .array(z.enum(ALL_ROLES))
    .min(1)
    .max(ALL_ROLES.length)
    .transform((roles) => [...new Set(roles)])
    .describe('What it is for; the table of roles says what each may, on whose records'),
  scopes: z
    .array(z.enum(ALL_SCOPES))
    .min(1)
    .max(ALL_SCOPES.length)
    .transform((scopes) => [...new Set(scopes)])
    .optional()
    .describe('Of what its roles may, that which its tokens may; otherwise all of it'),
  keys: z
    .array(Jwk)
    .min(1)
    .max(10)
    .optional()
    .describe('Its public keys, when it signs assertions (private_key_jwt); otherwise it is given a secret'),
});

/** A registration as the use case takes it. */
export function toClientDraft({ keys, scopes, ...draft }: z.infer<typeof RegisterClientRequest>) {
  return { ...draft, scopes: scopes ?? scopesOf(draft.roles), jwks: keys === undefined ? null : { keys } };
}

export const RotateSecretRequest = z.strictObject({
  overlapHours: z.int().min(0).max(720).default(24).describe('How long the secret before holds on, in hours'),
});

export const RevokeClientRequest = z.strictObject({});

export const ClientResponse = z.object({
  id: Id.describe('The client_id'),
  name: z.string(),
  partyId: Id.nullable(),
  division: z.string().nullable(),
  roles: z.array(z.string()),
  scopes: z.array(z.string()),
  authMethod: z.enum(AUTH_METHODS),
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
  registeredAt: client.registeredAt.toISOString(),
  revokedAt: client.revokedAt?.toISOString() ?? null,
});
