import { expect, it } from 'vitest';
import type { ManifestLaw } from '../../../src/manifests/law/manifest-law.ts';
import {
  nameWarnings,
  refuseForeignBeginning,
  refuseForeignNumber,
  refuseFutureClaim,
  refuseNotAdmitted,
} from '../../../src/manifests/replaying/claim.ts';
import type { ApplyStep } from '../../../src/manifests/rules/command.ts';
import { digestOf, type ManifestDocument } from '../../../src/manifests/rules/document.ts';
import { inputOf, inState } from '../rules/documents.ts';

const law = { skewSeconds: () => 300 } as unknown as ManifestLaw;
const document = inState('submitted');
const { originProvince, destinationProvince: there } = document;

/** The first message of a load to another province. */
function first(change: (document: ManifestDocument) => object = (same) => same): ApplyStep {
  const changed = { ...document, ...change(document) } as ManifestDocument;
  const { id: manifestId, version } = changed;
  const actor = { subject: 'p', source: `partner:${originProvince}`, roles: [], scopes: [] } as const;
  const input = inputOf('submit', changed, document.submittedAt ?? '');
  return { manifestId, version, step: 'submit', input, document: changed, digest: digestOf(changed), actor, law };
}

const at = (ms: number): Date => new Date(Date.parse(first().input.at) - ms);

it('takes an instant within the tolerance, and no later one', () => {
  expect(() => refuseFutureClaim(first(), at(300_000))).not.toThrow();
  expect(() => refuseFutureClaim(first(), at(300_001))).toThrow('instant-in-future');
});

it('takes numbers of the divisions of the origin alone', () => {
  const numbered = (number: string) => ({ step: 'number', input: { at: '', number } }) as const;
  expect(() => refuseForeignNumber(numbered(`2026${originProvince}01000001`), document)).not.toThrow();
  expect(() => refuseForeignNumber(numbered('20269901000001'), document)).toThrow('manifest-number-foreign');
});

it('takes a new manifest between organisations of its provinces', () => {
  expect(() => refuseForeignBeginning(first(), there)).not.toThrow();
  expect(() => refuseForeignBeginning(first(), originProvince)).toThrow('manifest-not-for-us');
});

it.each<[string, (one: ManifestDocument) => object]>([
  ['consignor', ({ consignor }) => ({ consignor: { ...consignor, provinceCode: '46' } })],
  ['site of the consignor', ({ consignorSite }) => ({ consignorSite: { ...consignorSite, divisionCode: '460100' } })],
  ['receiver', ({ receiver }) => ({ receiver: { ...receiver, provinceCode: '46' } })],
  ['site of the receiver', ({ receiverSite }) => ({ receiverSite: { ...receiverSite, divisionCode: '460100' } })],
])('refuses a %s of a third province', (_, change) => {
  expect(() => refuseForeignBeginning(first(change), there)).toThrow('manifest-place-elsewhere');
});

it.each([
  { number: `2026${originProvince}01000001` },
  { state: 'handed_over' },
  { handedOverAt: '2099-01-01T00:00:00.000Z' },
  { closedAt: '2099-01-01T00:00:00.000Z' },
  { significantDifference: false },
])('refuses a first version with %o', (invented) => {
  expect(() =>
    refuseForeignBeginning(
      first(() => invented),
      there,
    ),
  ).toThrow('manifest-document-contradicts');
});

it('takes admitted organisations, by their state at the step', () => {
  const status = { id: 'x', name: 'x', changes: [] };
  expect(() => refuseNotAdmitted(first(), [{ ...status, state: 'suspended' }])).not.toThrow();
  expect(() => refuseNotAdmitted(first(), [{ ...status, state: 'registered' }])).toThrow('party-not-active');
});

it('warns of another name of an organisation of this province, not of another spelling', () => {
  const { consignor, carrier, receiver } = first().document;
  const named = { consignor, carrier, receiver: { ...receiver, name: `${receiver.name} ` } };
  expect(nameWarnings(first(), named, there)).toEqual([]);
  const other = { ...named, receiver: { ...receiver, name: '其他' } };
  expect(nameWarnings(first(), other, there)).toMatchObject([{ facts: { registered: '其他', role: 'receiver' } }]);
});
