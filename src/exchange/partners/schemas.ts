/** Wire shapes of partners and their keys. */
import { z } from 'zod';
import { expected, InstantOut, named, namedCodes, nameText, spelled, tokenText } from '../../platform/http/index.ts';
import { KEYS, PARTNER, REGISTER_PARTNER } from '../examples.ts';
import { PARTNER_KINDS, type PublicJwk } from './partner.ts';

export const PARTNER_CODE = /^([1-8]\d|national)$/;
export const PartnerCode = expected(spelled('small-code').regex(PARTNER_CODE), {
  en: 'the 2-digit code of a province, or national',
  zh: '2 位省份代码或 national（国家系统）',
  example: '44',
}).describe('GB/T 2260 code of the province, or "national"');
const Coordinate = expected(spelled('token').regex(/^[\w-]{43}$/), {
  en: '43 characters in base64url',
  zh: '43 个字符的 base64url 编码',
  example: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
});
const At = spelled('code').check(z.iso.datetime({ offset: true }));

export const PartnerKindCode = namedCodes('PartnerKind', 'Kind of a partner', PARTNER_KINDS, {
  province: { en: 'system of a province', zh: '省份' },
  national: { en: 'the national system', zh: '国家系统' },
});

const Jwk = named(
  'PublicKey',
  'Public key on P-256 (RFC 7518); further members are ignored.',
  z.object({
    kty: z.literal('EC').describe('Type of the key, always EC'),
    crv: z.literal('P-256').describe('Curve (椭圆曲线), always P-256'),
    x: Coordinate.describe('First coordinate of the point, base64url (坐标 x)'),
    y: Coordinate.describe('Second coordinate of the point, base64url (坐标 y)'),
  }),
) satisfies z.ZodType<PublicJwk>;

const KID = 'Identifier of the key, as signatures name it in their header';
const NOT_BEFORE = 'First instant at which the key may sign';
const NOT_AFTER = 'First instant at which it may no longer sign; null while none is set';

const Key = named(
  'RegisterPartnerKey',
  'Public key of a partner to register, with the term in which it may sign.',
  z.strictObject({
    kid: tokenText(128).describe(KID),
    jwk: Jwk.describe('Public key on P-256 (RFC 7518); further members are ignored'),
    notBefore: At.describe(NOT_BEFORE),
    notAfter: At.nullable().default(null).describe(NOT_AFTER),
  }),
);

const PartnerKey = named(
  'PartnerKey',
  'Public key of a partner, with the term in which it may sign.',
  z.object({
    kid: z.string().describe(KID),
    jwk: Jwk.describe('Public key on P-256 (RFC 7518); further members are ignored'),
    notBefore: z.string().describe(NOT_BEFORE),
    notAfter: z.string().nullable().describe(NOT_AFTER),
  }),
);

/** Returns true for an address without user name, query and fragment: paths are appended to it. */
function isPlain(address: string): boolean {
  // Text that is no address has its own fault already, and the check still runs.
  const url = URL.parse(address);
  return url !== null && url.username === '' && url.password === '' && !/[?#]/.test(address);
}

export const RegisterPartnerRequest = named(
  'RegisterPartner',
  'Other system to register, with its address and public keys.',
  z.strictObject({
    code: PartnerCode,
    name: nameText(200).describe('Name of the authority'),
    kind: PartnerKindCode,
    baseUrl: expected(
      spelled('token')
        .check(z.url({ protocol: /^https?$/ }))
        .max(500)
        .refine(isPlain),
      {
        en: 'an http or https address of at most 500 characters without user name, query and fragment',
        zh: '不超过 500 个字符的 http 或 https 地址，不含用户名、查询参数和片段',
        example: 'https://exchange.example.org/leadloop',
      },
    )
      .transform((url) => url.replace(/\/+$/, ''))
      .describe('Address of its service; messages go to addresses below it'),
    keys: z.array(Key).min(1).max(20).describe('All keys it signs with; keys that are left out are no longer accepted'),
    sandbox: z
      .boolean()
      .default(false)
      .describe('True for a stand-in to try things with: numbers that it issues have no legal effect'),
  }),
  REGISTER_PARTNER,
);

export const PartnerResponse = named(
  'Partner',
  'Other system of the exchange, with its address and public keys.',
  z.object({
    code: z.string().describe('GB/T 2260 code of the province, or national'),
    name: z.string().describe('Name of the authority'),
    kind: PartnerKindCode,
    baseUrl: z.string().describe('Address of its service'),
    keys: z.array(PartnerKey).describe('Keys that it signs with'),
    sandbox: z.boolean().describe('True for a stand-in to try things with'),
    stopped: z
      .boolean()
      .describe('True while a sandbox does not run: nothing is sent to it, and what is due for it waits'),
    registeredAt: InstantOut.describe('Time of the registration'),
  }),
  PARTNER,
);

export const PartnersResponse = named(
  'Partners',
  'All other systems of the exchange.',
  z.object({ items: z.array(PartnerResponse).describe('All partners') }),
  { items: [PARTNER] },
);

export const PartnerParams = z.strictObject({ code: PartnerCode });

export const KeysResponse = named(
  'PublicKeys',
  'Public keys with which the signatures of this system are checked.',
  z.object({
    code: z.string().describe('GB/T 2260 code of this province'),
    keys: z
      .array(
        z.object({
          ...Jwk.shape,
          kid: z.string().describe('Identifier of the key'),
          alg: z.literal('ES256').describe('Algorithm of signatures, always ES256'),
          use: z.literal('sig').describe('Use of the key, always `sig`: it signs messages'),
        }),
      )
      .describe('Public keys with which this province signs'),
  }),
  KEYS,
);
