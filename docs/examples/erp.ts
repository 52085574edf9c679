/**
 * An ERP records the batches of a day, and reads back what it has in stock.
 *
 *   CLIENT_ID=… CLIENT_SECRET=… SITE=… npx node docs/examples/erp.ts
 */
import { LeadloopProblem, openLeadloop, tokenOf } from 'leadloop/client';

const { LEADLOOP_URL: baseUrl = 'http://127.0.0.1:8450', CLIENT_ID: id = '', CLIENT_SECRET: secret = '' } = process.env;
const { SITE: siteId = '', DAY: day = '2026-10-05' } = process.env;

const leadloop = openLeadloop({ baseUrl, token: tokenOf({ baseUrl, id, secret }) });
const collected = { origin: 'collected', siteId, sourceType: 'repair-shop' } as const;
const battery = { batteryKind: 'starter', riskClass: 'I', condition: 'whole', pieces: 1 } as const;

// The number of the weighing slip is the key: sent again, tomorrow or after a crash, it is recorded once.
const slips = Array.from({ length: 100 }, (_, at) => ({ number: `${day}-${at + 1}`, massGrams: 16_500 + at }));
for (const { number, massGrams } of slips) {
  const body = { ...collected, ...battery, massGrams, occurredAt: `${day}T08:30:00+08:00` };
  try {
    const { warnings = [] } = await leadloop.post('/v1/batches', { body, key: number });
    for (const { code, detail } of warnings) console.warn(`${number}: ${code} ${detail}`);
  } catch (error) {
    // A refused slip is for a person to correct. Everything else ends the program, which may be started again.
    if (!(error instanceof LeadloopProblem) || [401, 403].includes(error.status)) throw error;
    console.error(`${number}: ${error.message}`);
  }
}

let [batches, grams] = [0, 0];
for await (const { massGrams } of leadloop.items('/v1/batches', { query: { siteId, inStock: 'true', limit: 20 } })) {
  batches += 1;
  grams += massGrams;
}
console.log(`${batches} batches, ${grams} g`);
