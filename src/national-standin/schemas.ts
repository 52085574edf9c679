/** Wire shapes of the stand-in. */
import { z } from 'zod';
import { Id, named, openCodes, ProvinceCode, wordsOf } from '../platform/http/index.ts';
import { CODE } from './wire.ts';

const ENVELOPE = 'eyJhbGciOiJFUzI1NiJ9.eyJ0eXBlIjoi4oCmIn0.c2lnbmF0dXJl';

export const MessagesRequest = named(
  'NationalMessages',
  'Signed messages of a province.',
  z.strictObject({
    envelopes: z
      .array(z.string().min(1).max(1_000_000))
      .min(1)
      .max(100)
      .describe('Compact JWS (RFC 7515) of messages, in the order in which they are to be applied'),
  }),
  { envelopes: [ENVELOPE] },
);

export const ReceiptsResponse = named(
  'NationalReceipts',
  'Signed receipts for the messages of a request, in their order.',
  z.object({ receipts: z.array(z.string()).describe('Compact JWS of receipts, in the order of the messages') }),
  { receipts: [ENVELOPE] },
);

export const KeysResponse = named(
  'NationalKeys',
  'Public keys with which the signatures of the national system are checked.',
  z.object({
    code: z.literal(CODE).describe('Always `national`'),
    keys: z
      .array(z.looseObject({ kid: z.string().describe('Identifier of the key') }))
      .describe('Public keys (RFC 7517) that sign receipts'),
  }),
  {
    code: 'national',
    keys: [
      {
        ...{ kid: 'national-2026', kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' },
        x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
        y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
      },
    ],
  },
);

export const RegisterProvinceRequest = named(
  'RegisterProvince',
  'Provincial system to register, with its address.',
  z.strictObject({
    code: ProvinceCode,
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .describe('Address of the service of the province'),
  }),
  { code: '45', baseUrl: 'https://exchange.example.org/leadloop' },
);

export const ProvinceResponse = named(
  'RegisteredProvince',
  'Registered provincial system, with its public keys.',
  z.object({
    code: ProvinceCode,
    keys: z.int().describe('Keys known after registering'),
  }),
  { code: '45', keys: 1 },
);

/** States in the order of a transfer, in words of the stand-in: it uses nothing of the service. */
const STATES = {
  draft: { en: 'being prepared', zh: '草稿' },
  offline_paper: { en: 'runs on paper', zh: '纸质待补录' },
  submitted: { en: 'submitted', zh: '已提交' },
  handed_over: { en: 'handed over to the carrier', zh: '已交付' },
  in_transit: { en: 'on the way', zh: '运输中' },
  arrived: { en: 'at the receiver', zh: '已运抵' },
  disputed: { en: 'differences are being settled', zh: '差异处理中' },
  accepted: { en: 'accepted as a whole', zh: '已接受' },
  partially_accepted: { en: 'a part was accepted', zh: '部分接受' },
  rejected: { en: 'refused as a whole', zh: '已拒收' },
  closed: { en: 'closed, final', zh: '已办结' },
  cancelled: { en: 'cancelled, final', zh: '已作废' },
};
const StateCode = openCodes(
  'NationalState',
  `State of the manifest, as the province reported it: the stand-in stores it unchecked. ${wordsOf(STATES)}`,
  Object.keys(STATES),
);

export const NationalManifest = named(
  'NationalManifest',
  'Manifest as the national system last received it.',
  z.object({
    id: Id.describe('Identifier that the province of origin gave'),
    number: z.string().describe('14 digits'),
    version: z.int().describe('Version of the document'),
    digest: z.string().describe('SHA-256 of the canonical JSON (RFC 8785) of the document'),
    state: StateCode,
    document: z.looseObject({}).describe('The document, as in exchange-messages.json'),
  }),
  {
    id: '0199f2c4-5b1e-7d30-9a44-000000000041',
    number: '20264500000123',
    version: 2,
    digest: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
    state: 'submitted',
    document: {
      ...{ id: '0199f2c4-5b1e-7d30-9a44-000000000041', version: 2, number: '20264500000123', state: 'submitted' },
      ...{ originProvince: '45', destinationProvince: '45', wasteCode: '900-052-31' },
    },
  },
);

const Count = z.record(z.string(), z.int());

export const SummaryResponse = named(
  'NationalSummary',
  'Counts of what the national system has received.',
  z.object({
    manifests: z.int().describe('How many manifests have been submitted, in any state'),
    byState: Count.describe('Numbers of manifests by state'),
    messages: Count.describe('Numbers of messages by outcome'),
  }),
  { manifests: 3, byState: { submitted: 1, closed: 2 }, messages: { applied: 14 } },
);

export const AliveResponse = named(
  'NationalAlive',
  'Proof that the process runs.',
  z.object({ alive: z.literal(true).describe('Always true: a dead process does not answer') }),
  { alive: true },
);

export const ReadyResponse = named(
  'NationalReady',
  'Readiness of the process.',
  z.object({ ready: z.literal(true).describe('Always true: otherwise the answer is a problem') }),
  { ready: true },
);
