/** Wire shapes of the exchange: for other systems, and for operators. */
import { z } from 'zod';
import { MANIFEST_TERMS, STEP_ENTRIES } from '../manifests/rules.ts';
import { Id, InstantOut, named, namedCodes, PageQuery, signed, spelled } from '../platform/http/index.ts';
import { DELIVERY_STATES } from './deliveries/delivery.ts';
import { AGREEMENT, DELIVERY, ENVELOPES, RECEIPTS, STATUS } from './examples.ts';
import { OUTCOMES } from './messages/message.ts';
import { SignedId, Step } from './messages/step-schemas.ts';
import { PARTNER_CODE, PartnerCode, PartnerKindCode } from './partners/schemas.ts';

const DeliveryStateCode = namedCodes('DeliveryState', 'State of a delivery', DELIVERY_STATES, {
  due: { en: 'to be sent', zh: '待发送' },
  acknowledged: { en: 'applied by the partner', zh: '已确认' },
  parked: { en: 'refused, waits for a person', zh: '待人工处理' },
  resent: { en: 'sent again as another delivery', zh: '已重发' },
});

/** Maximum number of envelopes in one request. */
const ENVELOPES_MAX = 100;

const At = z.iso.datetime({ offset: true });
const Digest = signed('small-code').regex(/^[0-9a-f]{64}$/);

/** Body in which systems post messages to each other. */
export const PostEnvelopesRequest = named(
  'Envelopes',
  'Signed messages of another system, at most as many as one request may hold.',
  z.strictObject({
    envelopes: z
      .array(spelled('same').min(1).max(1_000_000))
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
    receipts: z
      .array(z.string())
      .describe(
        'Compact JWS of receipts, one for each envelope, in the same order; without a signature for an envelope that could not be verified',
      ),
  }),
  RECEIPTS,
);

const SignedCode = signed('small-code').regex(PARTNER_CODE).describe('GB/T 2260 code of the province, or "national"');

/** A message; it is signed as canonical JSON (RFC 8785). */
export const MessageShape = z.object({
  messageId: SignedId,
  type: signed('small-code').regex(/^manifest\.[a-z_]{1,40}$/),
  version: z.literal(1),
  sender: SignedCode,
  receiver: SignedCode,
  subject: signed('subject').min(1).max(100),
  sequence: z.int().min(1),
  occurredAt: At,
  payload: Step,
});

/** A receipt, signed by the receiver of the message. */
export const ReceiptShape = z.object({
  messageId: SignedId.nullable(),
  sender: SignedCode,
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
  state: DeliveryStateCode.optional(),
  partner: PartnerCode.optional(),
  manifestId: Id.optional(),
});

const PartnerProblem = z.object({
  code: z.string().describe('Stable code of the problem'),
  title: z.string().describe('The kind of problem, in English'),
  detail: z.string().describe('The case in words, in English'),
});

const DeliveryKindCode = namedCodes(
  'DeliveryKind',
  'Type of a message: the step of the manifest that it reports',
  STEP_ENTRIES,
  MANIFEST_TERMS.entry,
);

export const DeliveryResponse = named(
  'Delivery',
  'Message to another system: its state, its attempts and the receipt.',
  z.object({
    id: Id,
    partner: z.string().describe('Receiver of the message: GB/T 2260 code of a province, or national'),
    kind: DeliveryKindCode.describe('Step of the manifest that the message reports'),
    manifestId: Id.describe('The manifest'),
    manifestVersion: z.int().describe('Version of the manifest that the message carries'),
    state: DeliveryStateCode,
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
            code: z.string().describe('GB/T 2260 code of a province, or national'),
            name: z.string().nullable().describe('Null while the counterpart is not registered'),
            kind: PartnerKindCode.nullable().describe('Kind of the partner; null while it is not registered'),
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
        applied: Count.describe('Messages whose step was recorded here'),
        already: Count.describe('Known already'),
        waiting: Count.describe('Waiting for an earlier version'),
        refused: Count.describe('Refused with a problem'),
        conflict: Count.describe('In conflict with the copy here'),
      } satisfies Record<(typeof OUTCOMES)[number], typeof Count>)
      .describe('Received messages by outcome'),
    numbersWaiting: Count.describe('Numbers issued by the national system that their manifests have not taken yet'),
    numberClashes: Count.describe('Statements about numbers that contradict each other and wait for a person'),
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
            .describe(
              'true: same digest; false: another one, a parked message, or an open clash about the number; pending: it has not confirmed this version',
            ),
        }),
      )
      .describe('Authorities that hold a copy'),
  }),
  AGREEMENT,
);
