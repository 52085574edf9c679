/** Variables of the exchange with other systems. */
import { z } from 'zod';
import { amount, isNetwork, seconds, variable } from './variable.ts';

const flag = (preset: 'true' | 'false') =>
  z
    .enum(['true', 'false'])
    .default(preset)
    .transform((text) => text === 'true');

const networks = (preset: string) =>
  z
    .string()
    .max(2_000)
    .default(preset)
    .refine((list) => networksIn(list).every(isNetwork))
    .transform(networksIn);

const networksIn = (list: string): string[] => list.split(/[\s,]+/).filter(Boolean);

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
    partnerNetworks: variable(networks(preset.networks), 'LEADLOOP_PARTNER_NETWORKS', {
      means:
        'Internal addresses or networks (CIDR) in which partners may stand, separated by commas; default: none, and with npm start this machine',
      must: {
        en: 'must be addresses or networks separated by commas, such as 10.0.0.7,10.1.0.0/16',
        zh: '须为以逗号分隔的地址或网段，例如 10.0.0.7,10.1.0.0/16',
      },
    }),
  });
