/** Acceptances from before a licence was kept with them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accepted, arrived, at, deps, scene, submitted, take, useManifests } from './api.ts';
import { addLicence } from './province.ts';

useManifests();

const STATEMENTS = readFileSync(new URL('../../migrations/0012_register.sql', import.meta.url), 'utf8').split(
  '--> statement-breakpoint',
);
const assign = STATEMENTS.find((statement) => statement.trim().startsWith('update manifests')) ?? '';

describe('the migration', () => {
  it('counts what was accepted against the licence that the manifest names, and nothing else', async () => {
    const id = await arrived();
    const { body } = await take(scene.receiver, id, 'accept', accepted(1_000_000, 60));
    const waiting = await submitted();
    // Of the same number, and not in force on the day of the decision.
    const { rows } = await deps.db.$client.query<{ number: string }>('select number from licences where id = $1', [
      body.acceptedLicenceId,
    ]);
    const number = rows[0]?.number ?? '';
    await addLicence(deps, scene.receiver, 'recycling', { number, validFrom: '2020-01-01', validTo: '2026-01-01' });
    await addLicence(deps, scene.receiver, 'transport', { number, validFrom: '2026-02-01' });
    expect(body.decidedAt).toBe(at(30));
    await deps.db.$client.query('update manifests set accepted_licence_id = null');
    await deps.db.$client.query(assign);
    const { rows: after } = await deps.db.$client.query(
      'select id, accepted_licence_id as licence from manifests where id in ($1, $2)',
      [id, waiting],
    );
    expect(new Map(after.map((row) => [row.id, row.licence]))).toEqual(
      new Map([
        [id, body.acceptedLicenceId],
        [waiting, null],
      ]),
    );
  });
});
