/** Visibility of warnings: about a load to all its parties, about an organisation to that organisation only. */
import { expect, it } from 'vitest';
import {
  insightOf,
  onePartyWarnings,
  shownWarnings,
  type Warning,
  warningsAbout,
} from '../../../src/manifests/rules/warning.ts';

const AT = '2026-10-14T03:00:00.000Z';
const warning = (code: Warning['code'], step: Warning['step']): Warning => ({ code, step, at: AT, facts: {} });
const plate = warning('vehicle-unregistered', 'depart');
const scale = warning('licence-scale-reached', 'accept');
const received = warning('storage-limit-reached', 'accept_partially');
const returned = warning('storage-limit-reached', 'close');
const ALL = [plate, scale, received, returned];
const named = { consignorId: 'c', receiverId: 'r' };

it.each([
  ['c', [plate, returned]],
  ['r', [plate, scale, received]],
  ['carrier', [plate]],
  [undefined, [plate]],
])('%s sees what is its own, and what is of the load', (partyId, expected) => {
  expect(shownWarnings(ALL, insightOf({ partyId }, named))).toEqual(expected);
});

it('one organisation at both ends sees all', () => {
  expect(shownWarnings(ALL, insightOf({ partyId: 'c' }, { consignorId: 'c', receiverId: 'c' }))).toEqual(ALL);
});

it('every warning is about one of those that a manifest concerns', () => {
  expect(warningsAbout(ALL, 'load')).toEqual([plate]);
  expect(warningsAbout(ALL, 'receiver')).toEqual([scale, received]);
  expect(warningsAbout(ALL, 'consignor')).toEqual([returned]);
});

it.each([
  ['c', 'c', 'c', 'submit', 1],
  ['c', 'c', 'c', 'register_paper', 1],
  ['c', 'c', 'c', 'hand_over', 0],
  ['c', 'd', 'c', 'submit', 0],
  ['c', 'c', 'd', 'submit', 0],
  ['d', 'c', 'c', 'submit', 0],
] as const)(
  'of %s, %s and %s at %s: %i warnings of one organisation',
  (consignorId, carrierId, receiverId, step, count) => {
    const found = onePartyWarnings({ consignorId, carrierId, receiverId }, { step, at: AT });
    expect(found).toEqual(count === 0 ? [] : [{ code: 'one-party', step, at: AT, facts: {} }]);
    expect(warningsAbout(found, 'load')).toEqual(found);
  },
);
