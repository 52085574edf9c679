/** Facts of one case of each problem of the exchange, for the description of the API. */
import { EXAMPLE_IDS, NOTHING } from '../core/example-ids.ts';

export const PROBLEM_FACTS = {
  'partner-code-mismatch': { code: '45', kind: 'province', pointer: '#/body/code' },
  'partner-address-refused': { baseUrl: 'http://10.0.0.5', fault: 'plain-http', pointer: '#/body/baseUrl' },
  'partner-missing': { code: '43', pointer: '#/params/code' },
  'delivery-missing': { id: NOTHING },
  'delivery-not-parked': { id: EXAMPLE_IDS.delivery, state: 'acknowledged' },
  'exchange-manifest-missing': { id: NOTHING },
  'number-clash-missing': { id: NOTHING, pointer: '#/params/id' },
  'number-clash-settled': { id: EXAMPLE_IDS.numberClash },
} as const;
