import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/manifests/rules/document.ts';
import { type AllowedStep, NOTHING_MORE, outcomeOf } from '../../../src/manifests/rules/outcome.ts';
import type { Warning } from '../../../src/manifests/rules/warning.ts';
import { AT, ID, KNOWN, kept, NOW } from '../taking/decisions.ts';
import { inState } from './documents.ts';

const actor = { subject: 'clerk', partyId: 'carrier', roles: [], source: 'local', scopes: [] } as const;
const warning = (plate: string): Warning => ({
  code: 'vehicle-unregistered',
  step: 'depart',
  at: AT,
  facts: { plate },
});
const document = inState('in_transit');
const depart = (change: Partial<AllowedStep> = {}): AllowedStep => {
  return { ...NOTHING_MORE, actor, step: 'depart', input: { at: AT }, document, ...change };
};
const before = kept(inState('handed_over'), { warnings: [warning('桂A1')], acceptedLicenceId: 'before' });

describe('the outcome of a step', () => {
  it('is the manifest with the new document, its digest and the instant of recording', () => {
    const { manifest, recordedAt } = outcomeOf(before, depart(), KNOWN);
    expect(manifest).toEqual({ ...before, document, digest: digestOf(document), updatedAt: NOW });
    expect(recordedAt).toBe(NOW);
  });

  it('carries the step itself, for the journal', () => {
    const { actor: by, step, input } = outcomeOf(before, depart(), KNOWN);
    expect({ actor: by, step, input }).toEqual({ actor, step: 'depart', input: { at: AT } });
  });

  it('adds new warnings after the old ones, and lists the new ones alone for the step', () => {
    const outcome = outcomeOf(before, depart({ warnings: [warning('桂A2')] }), KNOWN);
    expect(outcome.manifest.warnings).toEqual([warning('桂A1'), warning('桂A2')]);
    expect(outcome.warnings).toEqual([warning('桂A2')]);
  });

  it('sets the deadlines that the step starts or ends, and leaves the others', () => {
    const { manifest } = outcomeOf({ ...before, late: true }, depart({ deadlines: { backfillDueOn: 'day' } }), KNOWN);
    expect(manifest).toMatchObject({ late: true, backfillDueOn: 'day' });
  });

  it.each([
    [null, 'before'],
    ['after', 'after'],
  ])('with the accepted licence %s leaves %s on the manifest', (acceptedLicenceId, left) => {
    expect(outcomeOf(before, depart({ acceptedLicenceId }), KNOWN).manifest.acceptedLicenceId).toBe(left);
  });

  it('moves the load by the document after the step', () => {
    const handed = depart({ step: 'hand_over', document: inState('handed_over') });
    const { manifest, opened, movements } = outcomeOf(kept(inState('submitted')), handed, KNOWN);
    expect(opened.map(({ batch }) => batch.id)).toEqual([ID(31), ID(32)]);
    expect(movements.map(({ recordedAt }) => recordedAt)).toEqual([NOW, NOW]);
    expect(manifest.accounts.map(({ transitBatchId }) => transitBatchId)).toEqual([ID(31), ID(32)]);
  });
});
