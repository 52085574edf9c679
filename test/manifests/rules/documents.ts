/** Manifests for tests of rules: a draft with two lines, also in any later state. */
import type { ManifestDocument, ManifestState } from '../../../src/manifests/rules/document.ts';
import { draftDocument } from '../../../src/manifests/rules/document.ts';
import { ownerOf, take } from '../../../src/manifests/rules/manifest.ts';
import type { DecisionLine, ManifestStep, StepInputs } from '../../../src/manifests/rules/step.ts';

export const NUMBER = '20264501000001';

export const draft: ManifestDocument = draftDocument({
  id: '01990000-0000-7000-8000-000000000001',
  originProvince: '45',
  destinationProvince: '44',
  wasteCode: '900-052-31',
  consignor: { uscc: '914501000000000195', name: '演示收集', provinceCode: '45' },
  carrier: { uscc: '91450400000000027F', name: '演示运输', provinceCode: '45' },
  receiver: { uscc: '91440100000000043H', name: '演示再生铅', provinceCode: '44' },
  consignorSite: { name: '南宁网点', divisionCode: '450100', address: null },
  receiverSite: { name: '广州工厂', divisionCode: '440100', address: null },
  lines: [
    {
      batteryKind: 'starter',
      riskClass: 'I',
      condition: 'whole',
      packaging: 'pallet',
      packages: 2,
      massGrams: 1_600_000,
      pieces: 100,
    },
    {
      batteryKind: 'traction',
      riskClass: 'II',
      condition: 'broken',
      packaging: 'drum',
      packages: 1,
      massGrams: 70_000,
      pieces: 10,
    },
  ],
});

/** The n-th minute of a day: steps taken in the order of their minutes are in time. */
export const minute = (n: number): string => new Date(Date.UTC(2026, 8, 1, 0, n)).toISOString();

const split = (acceptedShare: 0 | 1, refusedShare: 0 | 1): DecisionLine[] =>
  draft.lines.map(({ line, massGrams, pieces }) => ({
    line,
    acceptedGrams: acceptedShare * massGrams,
    acceptedPieces: acceptedShare * pieces,
    refusedGrams: refusedShare * massGrams,
    refusedPieces: refusedShare * pieces,
    treatmentMethod: acceptedShare === 1 ? 'R4' : null,
  }));

/** Accepts the first line as it was sent and refuses the second. */
export const HALF: DecisionLine[] = [...split(1, 0).slice(0, 1), ...split(0, 1).slice(1)];

const judged = (at: string, lines: DecisionLine[]) => ({
  at,
  lines,
  significantDifference: false,
  differenceKinds: [],
  remarks: null,
});

/** Returns a valid input of a step for a document. */
export function inputOf<Step extends ManifestStep>(
  step: Step,
  document: ManifestDocument,
  at = minute(100),
): StepInputs[Step] {
  const inputs: StepInputs = {
    submit: { at, receiverLicence: '粤危废第1号', transportMode: 'hazardous' },
    register_paper: { at, number: '纸0001', reason: '系统故障', transferCompletedAt: null },
    backfill: { at, receiverLicence: '粤危废第1号', transportMode: 'hazardous', transferCompletedAt: minute(50) },
    number: { at, number: NUMBER },
    hand_over: { at },
    depart: {
      at,
      plates: ['桂A12345'],
      permitNumber: '450100000001',
      driver: null,
      from: '南宁',
      via: null,
      protections: [],
    },
    arrive: { at },
    accept: judged(at, split(1, 0)),
    accept_partially: { ...judged(at, HALF), remarks: '破损' },
    reject: { ...judged(at, split(0, 1)), remarks: '破损' },
    dispute: { at, differenceKinds: ['nature'], remarks: '需复核' },
    close: {
      at,
      lines: document.lines
        .filter(({ refusedGrams }) => (refusedGrams ?? 0) > 0)
        .map(({ line, massGrams, pieces }) => ({ line, returnedGrams: massGrams, returnedPieces: pieces })),
      remarks: null,
    },
    cancel: { at, reason: null },
  };
  return inputs[step];
}

const TRANSFER: ManifestStep[] = ['submit', 'number', 'hand_over', 'depart', 'arrive'];

const WAYS: Record<ManifestState, ManifestStep[]> = {
  draft: [],
  offline_paper: ['register_paper'],
  submitted: ['submit'],
  handed_over: TRANSFER.slice(0, 3),
  in_transit: TRANSFER.slice(0, 4),
  arrived: TRANSFER,
  disputed: [...TRANSFER, 'dispute'],
  accepted: [...TRANSFER, 'accept'],
  partially_accepted: [...TRANSFER, 'accept_partially'],
  rejected: [...TRANSFER, 'reject'],
  closed: [...TRANSFER, 'accept', 'close'],
  cancelled: ['cancel'],
};

/** Takes steps one after the other, each by the party that owns it. */
export function walk(steps: readonly ManifestStep[], from: ManifestDocument = draft): ManifestDocument {
  return steps.reduce(
    (document, step, n) => take(step, document, inputOf(step, document, minute(n)), ownerOf(step)),
    from,
  );
}

export const inState = (state: ManifestState): ManifestDocument => walk(WAYS[state]);
