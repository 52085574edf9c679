/** Examples of partners, deliveries and keys, for the description of the API. */
import { EXAMPLE_IDS } from '../core/example-ids.ts';

const { delivery, manifest, numberClash, otherManifest, resent } = EXAMPLE_IDS;
const DIGEST = '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef';

/** The public key of RFC 7515, appendix A.3. */
const JWK = {
  kty: 'EC' as const,
  crv: 'P-256' as const,
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};

export const REGISTER_PARTNER = {
  code: '44',
  name: '演示省固体废物管理中心',
  kind: 'province' as const,
  baseUrl: 'https://exchange.example.org/leadloop',
  keys: [{ kid: '44-2026', jwk: JWK, notBefore: '2026-01-01T00:00:00+08:00', notAfter: null }],
};

export const PARTNER = {
  ...REGISTER_PARTNER,
  sandbox: false,
  stopped: false,
  registeredAt: '2026-09-15T02:00:00.000Z',
};

export const KEYS = { code: '45', keys: [{ ...JWK, kid: '45-2026', alg: 'ES256' as const, use: 'sig' as const }] };

export const ENVELOPES = { envelopes: ['eyJhbGciOiJFUzI1NiJ9.eyJ0eXBlIjoi4oCmIn0.c2lnbmF0dXJl'] };

export const RECEIPTS = { receipts: ['eyJhbGciOiJFUzI1NiJ9.eyJvdXRjb21lIjoiYXBwbGllZCJ9.c2lnbmF0dXJl'] };

export const DELIVERY = {
  id: delivery,
  partner: '44',
  kind: 'manifest.handed_over' as const,
  manifestId: manifest,
  manifestVersion: 3,
  state: 'parked' as const,
  attempts: 1,
  nextAttemptAt: '2026-10-07T01:00:00.000Z',
  outcome: 'refused' as const,
  problem: { code: 'licence-missing', title: 'No valid licence', detail: 'The receiver has no valid licence.' },
  digest: null,
  replaces: null,
  createdAt: '2026-10-07T01:00:00.000Z',
  sentAt: '2026-10-07T01:00:00.412Z',
  settledAt: '2026-10-07T01:00:00.980Z',
  envelope: null,
  receipt: null,
};

/** The delivery that takes the place of a parked one. */
export const RESENT = {
  ...{ ...DELIVERY, id: resent, state: 'due' as const, attempts: 0, outcome: null, problem: null },
  ...{ replaces: delivery, createdAt: '2026-10-08T01:00:00.000Z', nextAttemptAt: '2026-10-08T01:00:00.000Z' },
  ...{ sentAt: null, settledAt: null },
};

export const STATUS = {
  code: '45',
  nationalSystem: 'registered' as const,
  partners: [
    {
      code: '44',
      name: '演示省固体废物管理中心',
      kind: 'province' as const,
      sandbox: false,
      sent: 120,
      acknowledged: 119,
      retried: 2,
      due: 0,
      parked: 1,
      failures: 0,
      nextAttemptAt: null,
      lastError: null,
    },
  ],
  received: { applied: 87, already: 1, waiting: 0, refused: 0, conflict: 0 },
  numbersWaiting: 0,
  numberClashes: 0,
};

export const NUMBER_CLASH = {
  id: numberClash,
  manifestId: manifest,
  number: '20264501000007',
  source: 'national',
  reason: 'number_taken' as const,
  heldNumber: null,
  otherManifestId: otherManifest,
  noticedAt: '2026-10-07T01:00:00.980Z',
  settledAt: null,
  remarks: null,
};

export const SETTLE_CLASH = { remarks: '已与国家系统核对，另行签发编号' };

export const SETTLED_CLASH = { ...NUMBER_CLASH, ...SETTLE_CLASH, settledAt: '2026-10-08T01:00:00.000Z' };

export const AGREEMENT = {
  manifestId: manifest,
  version: 6,
  digest: DIGEST,
  counterparts: [{ partner: '44', version: 6, digest: DIGEST, due: 0, parked: 0, agreed: true }],
};
