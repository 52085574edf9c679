/**
 * A handheld keeps its records in a file, also without a connection, and sends them when it has one.
 * `npx node docs/examples/handheld.ts 16500 1` records a battery of 16.5 kg; `TOKEN=… SITE=… npx node docs/examples/handheld.ts` sends.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { LeadloopProblem, openLeadloop } from 'leadloop/client';

const { LEADLOOP_URL: baseUrl = 'http://127.0.0.1:8450', TOKEN: token = '', SITE: siteId = '' } = process.env;
const { RECORDS: file = './handheld.json' } = process.env;

type Weighed = { key: string; massGrams: number; pieces: number; occurredAt: string };
const read = (): Weighed[] => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);
const write = (records: Weighed[]) => {
  writeFileSync(`${file}.new`, JSON.stringify(records));
  renameSync(`${file}.new`, file);
};

// The key is kept with the record before it is sent. So an empty battery or a second sending changes nothing.
const [massGrams = 0, pieces] = process.argv.slice(2).map(Number);
if (pieces) write([...read(), { key: randomUUID(), massGrams, pieces, occurredAt: new Date().toISOString() }]);

const leadloop = openLeadloop({ baseUrl, token, language: 'zh-CN', patienceMs: 5_000 });
const battery = { origin: 'collected', batteryKind: 'starter', riskClass: 'I', condition: 'whole' } as const;
for (const { key, ...weighed } of pieces ? [] : read()) {
  try {
    await leadloop.post('/v1/batches', { body: { ...battery, ...weighed, siteId, sourceType: 'repair-shop' }, key });
    write(read().filter((one) => one.key !== key));
  } catch (error) {
    // A refused record stays for a person to correct. Without a connection, all of them stay.
    console.error(error instanceof Error ? error.message : error);
    if (!(error instanceof LeadloopProblem)) break;
  }
}
console.log(`${read().length} to send`);
