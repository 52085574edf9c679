/** Variables of the guard: rate limits, load shedding and trusted proxies. */
import { z } from 'zod';
import { amount, MUST_BE_NETWORKS, networkList, variable } from './variable.ts';

export const guardSettings = z.object({
  clientRate: amount(
    'LEADLOOP_CLIENT_RATE',
    0,
    'Requests a second of one client (subject of the token) on average, ten times as many at once; 0 sets no limit',
  ),
  addressRate: amount(
    'LEADLOOP_ADDRESS_RATE',
    500,
    'Requests a second without a valid token from one address on average, ten times as many at once; 0 sets no limit',
  ),
  badTokens: amount(
    'LEADLOOP_BAD_TOKENS',
    60,
    'Refused tokens and secrets a minute from one address, beyond which no new ones from there are looked at; 0 sets no limit',
  ),
  badSecrets: amount(
    'LEADLOOP_BAD_SECRETS',
    20,
    'Wrong secrets a minute of one client from all addresses, beyond which only those it is known from may try; 0 sets no limit',
  ),
  tokenRate: amount(
    'LEADLOOP_TOKEN_RATE',
    60,
    'Tokens a minute given to one client that shows a secret; 0 sets no limit',
  ),
  loopDelayMs: amount(
    'LEADLOOP_SHED_DELAY',
    1_000,
    'Mean delay of the event loop in milliseconds beyond which requests are refused with 503; 0 sets no limit',
  ),
  waitingMax: amount(
    'LEADLOOP_SHED_WAITING',
    1_000,
    'Callers waiting for a database connection beyond which requests are refused with 503; 0 sets no limit',
  ),
  waitMaxMs: amount('LEADLOOP_SHED_WAIT', 250, 'Expected wait in ms beyond which requests get 503; 0 sets no limit'),
  trustProxy: variable(networkList.optional(), 'LEADLOOP_TRUST_PROXY', {
    means:
      'Addresses or networks (CIDR) of proxies whose X-Forwarded-For is believed, separated by commas; default: none',
    must: MUST_BE_NETWORKS,
  }),
});
