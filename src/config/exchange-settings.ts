/** Variables of the exchange with other systems. */
import { z } from 'zod';
import { amount, MUST_BE_NETWORKS, networkList, seconds, variable } from './variable.ts';

const flag = (preset: 'true' | 'false') =>
  z
    .enum(['true', 'false'])
    .default(preset)
    .transform((text) => text === 'true');

/** The exchange. `npm start` also has partners on this machine, which production must allow explicitly. */
export const exchangeSettings = (preset: { readonly http: 'true' | 'false'; readonly networks: string }) =>
  z.object({
    timeoutSeconds: seconds('LEADLOOP_EXCHANGE_TIMEOUT', 10, 'Longest wait for the answer of a partner, in seconds'),
    sweepSeconds: seconds(
      'LEADLOOP_EXCHANGE_SWEEP',
      2,
      'Pause between two looks for partners with waiting messages, in seconds',
    ),
    retryMaxSeconds: seconds(
      'LEADLOOP_EXCHANGE_RETRY_MAX',
      900,
      'Longest pause before a partner is tried again, in seconds',
    ),
    unsignedEnvelopes: amount(
      'LEADLOOP_UNSIGNED_ENVELOPES',
      600,
      'Messages a minute from one address that no partner has signed, beyond which none from there are read; 0 sets no limit',
    ),
    unsignedKilobytes: amount(
      'LEADLOOP_UNSIGNED_KILOBYTES',
      20_000,
      'Kilobytes of such messages a minute from one address; 0 sets no limit',
    ),
    partnerHttp: variable(flag(preset.http), 'LEADLOOP_PARTNER_HTTP', {
      means: 'Whether partners may have plain http addresses, true or false; npm start allows them by default',
      must: { en: 'must be true or false', zh: '须为 true 或 false' },
    }),
    partnerNetworks: variable(networkList.prefault(preset.networks), 'LEADLOOP_PARTNER_NETWORKS', {
      means:
        'Internal addresses or networks (CIDR) in which partners may stand, separated by commas; default: none, and with npm start this machine',
      must: MUST_BE_NETWORKS,
    }),
  });
