/** The cover that a step of a load to another province needs. */
import { expect, it } from 'vitest';
import { coverOn, loadOf, needsCover } from '../../../src/manifests/licensing/cover.ts';
import { STEP_NAMES } from '../../../src/manifests/rules/manifest.ts';
import { inState } from '../rules/documents.ts';
import { home, kept } from '../taking/decisions.ts';

const crossing = kept(inState('draft'));
const within = kept(home(inState('draft')));
const NEEDED = { approvalNeeded: () => true };
const NONE = { approvals: [], exemptions: [] };

it('is needed at the beginning and the hand-over of a load that leaves the province, and never within it', () => {
  expect(STEP_NAMES.filter((step) => needsCover(step, crossing))).toEqual([
    ...['submit', 'register_paper', 'backfill', 'hand_over'],
  ]);
  expect(STEP_NAMES.filter((step) => needsCover(step, within))).toEqual([]);
});

it('names the parties, the waste and the mass of all lines', () => {
  const { lines, receiver, wasteCode } = crossing.document;
  expect(loadOf(crossing)).toEqual({
    ...{ consignorId: 'consignor', receiverId: 'receiver', receiverUscc: receiver.uscc, wasteCode },
    ...{ originProvince: '45', destinationProvince: '44' },
    massGrams: lines.reduce((sum, { massGrams }) => sum + massGrams, 0),
  });
});

it('is refused without any, and is not wanted where the law of the day needs none', () => {
  expect(() => coverOn(crossing, '2026-09-10', NONE, NEEDED)).toThrow('transfer-not-approved');
  expect(coverOn(crossing, '2026-09-10', NONE, { approvalNeeded: () => false })).toBeNull();
  expect(coverOn(within, '2026-09-10', null, NEEDED)).toBeNull();
});
