/** Wire shapes of the exchange: for other systems, and for operators. */
import { z } from 'zod';
import { expected, Id, InstantOut, PageQuery, text } from '../platform/http/index.ts';
import { DELIVERY_STATES } from './deliveries/delivery.ts';
import { OUTCOMES } from './messages/message.ts';
import { Step } from './messages/step-schemas.ts';
import { PARTNER_KINDS, type PublicJwk } from './partners/partner.ts';

/** Maximum number of envelopes in one request. */
const ENVELOPES_MAX = 100;

const PartnerCode = expected(z.string().regex(/^([1-8]\d|national)$/), {
  en: 'the 2-digit code of a province, or national',
  zh: '2 位省份代码或 national（国家系统）',
  example: '44',
}).describe('GB/T 2260 code of the province, or "national"');
const Coordinate = expected(z.string().regex(/^[\w-]{43}$/), {
  en: '43 characters in base64url',
  zh: '43 个字符的 base64url 编码',
  example: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
});
const At = z.iso.datetime({ offset: true });
const Digest = z.string().regex(/^[0-9a-f]{64}$/);

const Jwk = z
  .object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: Coordinate, y: Coordinate })
  .describe('Public key on P-256 (RFC 7518); further members are ignored') satisfies z.ZodType<PublicJwk>;

const Key = z.strictObject({
  kid: text(128),
  jwk: Jwk,
  notBefore: At.describe('First instant at which the key may sign'),
  notAfter: At.nullable()
    .default(null)
    .describe('First instant at which it may no longer sign; null while none is set'),
});

export const RegisterPartnerRequest = z.strictObject({
  code: PartnerCode,
  name: text(200),
  kind: z.enum(PARTNER_KINDS),
  baseUrl: expected(z.url({ protocol: /^https?$/ }).max(500), {
    en: 'an http or https address of at most 500 characters',
    zh: '不超过 500 个字符的 http 或 https 地址',
    example: 'https://exchange.example.org/leadloop',
  })
    .transform((url) => url.replace(/\/+$/, ''))
    .describe('Address of its service; messages go to addresses below it'),
  keys: z.array(Key).min(1).max(20).describe('All keys it signs with; keys that are left out are no longer accepted'),
  sandbox: z
    .boolean()
    .default(false)
    .describe('True for a stand-in to try things with: numbers that it issues have no legal effect'),
});

export const PartnerResponse = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(PARTNER_KINDS),
  baseUrl: z.string(),
  keys: z.array(z.object({ kid: z.string(), jwk: Jwk, notBefore: z.string(), notAfter: z.string().nullable() })),
  sandbox: z.boolean().describe('True for a stand-in to try things with'),
  registeredAt: InstantOut,
});

export const KeysResponse = z.object({
  code: z.string(),
  keys: z.array(z.object({ ...Jwk.shape, kid: z.string(), alg: z.string(), use: z.string() })),
});

/** Body in which systems post messages to each other. */
export const PostEnvelopesRequest = z.strictObject({
  envelopes: z
    .array(z.string().min(1).max(1_000_000))
    .min(1)
    .max(ENVELOPES_MAX)
    .describe('Compact JWS (RFC 7515) of messages, ES256, in the order in which they are to be applied'),
});

export const PostEnvelopesResponse = z.object({
  receipts: z.array(z.string()).describe('Compact JWS of receipts, one for each envelope, in the same order'),
});

/** A message; it is signed as canonical JSON (RFC 8785). */
export const MessageShape = z.object({
  messageId: Id,
  type: z.string().regex(/^manifest\.[a-z_]{1,40}$/),
  version: z.literal(1),
  sender: PartnerCode,
  receiver: PartnerCode,
  subject: text(100),
  sequence: z.int().min(1),
  occurredAt: At,
  payload: Step,
});

/** A receipt, signed by the receiver of the message. */
export const ReceiptShape = z.object({
  messageId: Id.nullable(),
  sender: PartnerCode,
  receiver: z.string().max(40).nullable(),
  envelopeDigest: Digest,
  receivedAt: At,
  outcome: z.enum(OUTCOMES),
  digest: Digest.nullable(),
  manifestNumber: z
    .string()
    .regex(/^\d{14}$/)
    .nullable(),
  problem: z
    .object({ code: z.string().max(100), title: z.string().max(300), detail: z.string().max(2_000) })
    .nullable(),
});

export const DeliveryListQuery = PageQuery.extend({
  state: z.enum(DELIVERY_STATES).optional(),
  partner: PartnerCode.optional(),
  manifestId: Id.optional(),
});

const PartnerProblem = z.object({ code: z.string(), title: z.string(), detail: z.string() });

export const DeliveryResponse = z.object({
  id: Id,
  partner: z.string(),
  kind: z.string(),
  manifestId: Id,
  manifestVersion: z.int(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  nextAttemptAt: InstantOut,
  outcome: z.enum(OUTCOMES).nullable(),
  problem: PartnerProblem.nullable(),
  digest: z.string().nullable(),
  replaces: Id.nullable(),
  createdAt: InstantOut,
  sentAt: InstantOut.nullable(),
  settledAt: InstantOut.nullable(),
  envelope: z.string().nullable().describe('As it was sent'),
  receipt: z.string().nullable().describe('As it was received'),
});

const Count = z.int().min(0);

export const StatusResponse = z.object({
  code: z.string().describe('GB/T 2260 code of this province'),
  nationalSystem: z
    .enum(['registered', 'sandbox', 'missing'])
    .describe('missing: no manifest gets a number; sandbox: its numbers have no legal effect'),
  partners: z.array(
    z.object({
      code: z.string(),
      name: z.string().nullable().describe('Null while the counterpart is not registered'),
      kind: z.enum(PARTNER_KINDS).nullable(),
      sandbox: z.boolean(),
      sent: Count.describe('Messages sent at least once'),
      acknowledged: Count,
      retried: Count.describe('Sendings beyond the first of each message'),
      due: Count,
      parked: Count,
      failures: Count.describe('Failures in a row; 0 when it answers'),
      nextAttemptAt: InstantOut.nullable(),
      lastError: z.string().nullable(),
    }),
  ),
  received: z.record(z.enum(OUTCOMES), Count),
  numbersWaiting: Count.describe('Numbers issued by the national system that their manifests have not taken yet'),
});

export const AgreementResponse = z.object({
  manifestId: Id,
  version: z.int(),
  digest: z.string(),
  counterparts: z.array(
    z.object({
      partner: z.string(),
      version: z.int().nullable().describe('Highest version it has acknowledged or sent'),
      digest: z.string().nullable(),
      due: Count,
      parked: Count,
      agreed: z.union([z.boolean(), z.literal('pending')]),
    }),
  ),
});
