/** Wire shapes of the exchange: for other systems, and for operators. */
import { z } from 'zod';
import { expected, Id, InstantOut, named, PageQuery, text } from '../platform/http/index.ts';
import { DELIVERY_STATES } from './deliveries/delivery.ts';
import { AGREEMENT, DELIVERY, ENVELOPES, KEYS, PARTNER, RECEIPTS, REGISTER_PARTNER, STATUS } from './examples.ts';
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

export const RegisterPartnerRequest = named(
  'RegisterPartner',
  'Other system to register, with its address and public keys.',
  z.strictObject({
    code: PartnerCode,
    name: text(200).describe('Name of the authority'),
    kind: z.enum(PARTNER_KINDS).describe('province, or national for the national system'),
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
  }),
  REGISTER_PARTNER,
);

export const PartnerResponse = named(
  'Partner',
  'Other system of the exchange, with its address and public keys.',
  z.object({
    code: z.string().describe('GB/T 2260 code of the province, or national'),
    name: z.string().describe('Name of the authority'),
    kind: z.enum(PARTNER_KINDS).describe('province, or national for the national system'),
    baseUrl: z.string().describe('Address of its service'),
    keys: z
      .array(
        z.object({
          kid: z.string().describe('Identifier of the key'),
          jwk: Jwk,
          notBefore: z.string().describe('First instant at which the key may sign'),
          notAfter: z.string().nullable().describe('First instant at which it may no longer sign'),
        }),
      )
      .describe('Keys that it signs with'),
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
          alg: z.string().describe('Always ES256'),
          use: z.string().describe('Always sig'),
        }),
      )
      .describe('Public keys with which this province signs'),
  }),
  KEYS,
);

/** Body in which systems post messages to each other. */
export const PostEnvelopesRequest = named(
  'Envelopes',
  'Signed messages of another system, at most as many as one request may hold.',
  z.strictObject({
    envelopes: z
      .array(z.string().min(1).max(1_000_000))
      .min(1)
      .max(ENVELOPES_MAX)
      .describe('Compact JWS (RFC 7515) of messages, ES256, in the order in which they are to be applied'),
  }),
  ENVELOPES,
);

export const PostEnvelopesResponse = named(
  'Receipts',
  'Signed receipts for the messages of a request, in their order.',
  z.object({
    receipts: z.array(z.string()).describe('Compact JWS of receipts, one for each envelope, in the same order'),
  }),
  RECEIPTS,
);

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

const PartnerProblem = z.object({
  code: z.string().describe('Stable code of the problem'),
  title: z.string().describe('The kind of problem, in English'),
  detail: z.string().describe('The case in words, in English'),
});

export const DeliveryResponse = named(
  'Delivery',
  'Message to another system: its state, its attempts and the receipt.',
  z.object({
    id: Id,
    partner: z.string().describe('Code of the partner'),
    kind: z.string().describe('Type of the message, such as manifest.accepted'),
    manifestId: Id.describe('The manifest'),
    manifestVersion: z.int().describe('Version of the manifest that the message carries'),
    state: z
      .enum(DELIVERY_STATES)
      .describe(
        'due: to be sent; acknowledged: applied by the partner; parked: refused, waits for a person; resent: sent again as another delivery',
      ),
    attempts: z.int().describe('Sendings so far'),
    nextAttemptAt: InstantOut.describe('Time of the next sending'),
    outcome: z
      .enum(OUTCOMES)
      .nullable()
      .describe(
        'applied, already (known), waiting (for an earlier version), refused or conflict; null before the receipt',
      ),
    problem: PartnerProblem.nullable().describe('Why the partner refused it'),
    digest: z.string().nullable().describe('Digest of the document that the partner holds'),
    replaces: Id.nullable().describe('The delivery that this one sends again'),
    createdAt: InstantOut.describe('Time of the step'),
    sentAt: InstantOut.nullable().describe('Time of the last sending'),
    settledAt: InstantOut.nullable().describe('Time of the receipt'),
    envelope: z.string().nullable().describe('As it was sent'),
    receipt: z.string().nullable().describe('As it was received'),
  }),
  DELIVERY,
);

const Count = z.int().min(0);

export const StatusResponse = named(
  'ExchangeStatus',
  'State of the exchange with the national system and each partner.',
  z.object({
    code: z.string().describe('GB/T 2260 code of this province'),
    nationalSystem: z
      .enum(['registered', 'sandbox', 'missing'])
      .describe(
        'registered: it issues the numbers; sandbox: its numbers have no legal effect; missing: no manifest gets a number, also while a sandbox is stopped',
      ),
    partners: z
      .array(
        named(
          'PartnerStatus',
          'Exchange with one partner: what was sent, what waits and what failed.',
          z.object({
            code: z.string().describe('Code of the partner'),
            name: z.string().nullable().describe('Null while the counterpart is not registered'),
            kind: z.enum(PARTNER_KINDS).nullable().describe('province or national'),
            sandbox: z.boolean().describe('true for a stand-in'),
            sent: Count.describe('Messages sent at least once'),
            acknowledged: Count.describe('Messages with a receipt of success'),
            retried: Count.describe('Sendings beyond the first of each message'),
            due: Count.describe('Messages to be sent'),
            parked: Count.describe('Messages that wait for a person'),
            failures: Count.describe('Failures in a row; 0 when it answers'),
            nextAttemptAt: InstantOut.nullable().describe('Time of the next sending'),
            lastError: z.string().nullable().describe('Last failure, for operators'),
          }),
        ),
      )
      .describe('Each partner'),
    received: z
      .object({
        applied: Count.describe('Applied'),
        already: Count.describe('Known already'),
        waiting: Count.describe('Waiting for an earlier version'),
        refused: Count.describe('Refused with a problem'),
        conflict: Count.describe('In conflict with the copy here'),
      } satisfies Record<(typeof OUTCOMES)[number], typeof Count>)
      .describe('Received messages by outcome'),
    numbersWaiting: Count.describe('Numbers issued by the national system that their manifests have not taken yet'),
  }),
  STATUS,
);

export const AgreementResponse = named(
  'Agreement',
  'Agreement of the provinces on one manifest: the version and digest here, and those of each counterpart.',
  z.object({
    manifestId: Id.describe('The manifest'),
    version: z.int().describe('Version of the copy here'),
    digest: z.string().describe('Digest of the copy here'),
    counterparts: z
      .array(
        z.object({
          partner: z.string().describe('Code of the counterpart'),
          version: z.int().nullable().describe('Highest version it has acknowledged or sent'),
          digest: z.string().nullable().describe('Digest of its copy'),
          due: Count.describe('Messages to be sent to it'),
          parked: Count.describe('Messages to it that wait for a person'),
          agreed: z
            .union([z.boolean(), z.literal('pending')])
            .describe('true: same digest; false: another one; pending: it has not confirmed this version'),
        }),
      )
      .describe('Authorities that hold a copy'),
  }),
  AGREEMENT,
);
