/** A verifier that shares no code with the service finds again, from the evidence, everything that the service finds about a history. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { useApp } from '../../app/fixture.ts';
import { packed } from '../assessments/packing.ts';
import { ok } from '../plant.ts';
import type { History } from './acts.ts';
import { type Neighbours, NO_ERRORS, neighboursOf } from './enterprise.ts';
import { adversary, honest } from './histories.ts';
import { liveThrough } from './judging.ts';

const VERIFIER = fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url));
const { VERIFIED_HISTORIES = '6', VERIFIED_SEED = '5' } = process.env;
const options = { numRuns: Number(VERIFIED_HISTORIES), seed: Number(VERIFIED_SEED) };

type Checked = {
  readonly snapshot: { readonly evaluation: { readonly findings: readonly { readonly code: string }[] } };
};

const app = useApp();
let neighbours: Neighbours;
let check: (archive: Buffer) => Checked;

beforeAll(async () => {
  ({ check } = await import(VERIFIER));
  app.clock.now = new Date('2027-01-10T04:00:00.000Z');
  neighbours = await neighboursOf(app);
}, 60_000);

it('whatever an enterprise records, the verifier finds the same', async () => {
  const histories: History[] = [...fc.sample(adversary, options), ...fc.sample(honest, { ...options, numRuns: 1 })];
  const seen = new Set<string>();
  for (const history of histories) {
    const { partyId, shown } = await liveThrough(app, neighbours, history, NO_ERRORS);
    await app.follow();
    const manager = await app.client({ subject: `manager-${partyId}`, partyId, loggedIn: true });
    for (const period of new Set(shown.map((one) => one.period))) {
      const { id } = await ok(manager.post('/v1/assessments', { period, method: 'comprehensive-recovery' }));
      const archive = await packed(app, id);
      try {
        const { snapshot } = check(archive);
        for (const { code } of snapshot.evaluation.findings) seen.add(code);
      } catch (error) {
        throw new Error(`${period} of ${JSON.stringify(history)}: ${(error as Error).message}`);
      }
    }
  }
  expect(seen.size, [...seen].join(' ')).toBeGreaterThan(8);
}, 36_000_000);
