import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, type ManifestDocument } from '../../../src/manifests/rules/document.ts';
import { type Account, type Flow, flowsOf } from '../../../src/manifests/rules/flows.ts';
import { nextState, ownerOf, take } from '../../../src/manifests/rules/manifest.ts';
import type { DecisionLine, ManifestStep, StepInputs } from '../../../src/manifests/rules/step.ts';
import { draft, HALF, inputOf, inState, minute } from './documents.ts';

const summaryOf = (flows: Flow[]) =>
  flows.map(({ line, kind, from, to, massGrams, pieces }) => `${line} ${kind} ${from}>${to} ${massGrams} ${pieces}`);

const home = (document: ManifestDocument): ManifestDocument => ({ ...document, destinationProvince: '45' });

function decided(line: Partial<DecisionLine>): ManifestDocument {
  const lines = HALF.map((one) => (one.line === 1 ? { ...one, ...line } : one));
  const arrived = inState('arrived');
  const input = { ...inputOf('accept_partially', arrived), lines };
  return take('accept_partially', arrived, input, ownerOf('accept_partially'));
}

describe('the flows of a step', () => {
  it('take the load from stock at hand-over', () => {
    expect(summaryOf(flowsOf('hand_over', inState('handed_over'), '45'))).toEqual([
      '1 dispatch stock>transit 1600000 100',
      '2 dispatch stock>transit 70000 10',
    ]);
    expect(flowsOf('hand_over', inState('handed_over'), '44')).toEqual([]);
  });

  it('bring what is accepted to the receiver, when both are of one province', () => {
    expect(summaryOf(flowsOf('accept_partially', home(decided({})), '45'))).toEqual([
      '1 arrival transit>received 1600000 100',
    ]);
  });

  it('write off what is missing and write up what is too much, mass and pieces each for itself', () => {
    expect(
      summaryOf(flowsOf('accept_partially', decided({ acceptedGrams: 1_599_000, acceptedPieces: 101 }), '45')),
    ).toEqual([
      '1 weighing_difference transit>adjustment 1000 0',
      '1 weighing_difference adjustment>transit 0 1',
      '1 departure transit>elsewhere 1599000 101',
    ]);
  });

  it('leave what is refused in transit until it has come back', () => {
    const closed = take(
      'close',
      inState('rejected'),
      {
        at: minute(99),
        lines: [
          { line: 1, returnedGrams: 1_590_000, returnedPieces: 100 },
          { line: 2, returnedGrams: 71_000, returnedPieces: 10 },
        ],
        remarks: null,
      },
      ownerOf('close'),
    );
    expect(flowsOf('reject', inState('rejected'), '45')).toEqual([]);
    expect(summaryOf(flowsOf('close', closed, '45'))).toEqual([
      '1 weighing_difference transit>adjustment 10000 0',
      '1 return transit>returned 1590000 100',
      '2 weighing_difference adjustment>transit 1000 0',
      '2 return transit>returned 71000 10',
    ]);
    expect(flowsOf('close', closed, '44')).toEqual([]);
  });
});

/** A step with an input that fits the document: any masses, any split between accepted and refused. */
const amount = fc.record({ grams: fc.nat(2_000_000), pieces: fc.nat(200) });
const choice = fc.record({
  pick: fc.nat(10),
  accepted: fc.tuple(amount, amount),
  refused: fc.tuple(amount, amount),
  returned: fc.tuple(amount, amount),
});
type Choice = typeof choice extends fc.Arbitrary<infer Value> ? Value : never;

const STEPS_OF_A_LOAD: ManifestStep[] = [
  'submit',
  'register_paper',
  'backfill',
  'number',
  'hand_over',
  'depart',
  'arrive',
  'dispute',
  'accept',
  'accept_partially',
  'reject',
  'close',
];

const NONE = { grams: 0, pieces: 0 };

function inputFor(step: ManifestStep, document: ManifestDocument, n: number, chosen: Choice): StepInputs[ManifestStep] {
  const at = minute(n);
  const [accepted, refused] = [step !== 'reject', step !== 'accept'];
  if (step === 'accept' || step === 'accept_partially' || step === 'reject') {
    const lines = document.lines.map(({ line }, i): DecisionLine => {
      const a = (accepted ? chosen.accepted[i] : undefined) ?? NONE;
      const r = (refused ? chosen.refused[i] : undefined) ?? NONE;
      // One gram more keeps the decision partial.
      const acceptedGrams = accepted ? a.grams + 1 : 0;
      const refusedGrams = refused ? r.grams + 1 : 0;
      const treatmentMethod = accepted ? 'R4' : null;
      return {
        line,
        acceptedGrams,
        acceptedPieces: a.pieces,
        refusedGrams,
        refusedPieces: r.pieces,
        treatmentMethod,
      };
    });
    return { ...inputOf('accept', document, at), lines };
  }
  if (step === 'close') {
    const lines = document.lines.flatMap(({ line, refusedGrams }, i) =>
      (refusedGrams ?? 0) > 0
        ? [{ line, returnedGrams: chosen.returned[i]?.grams ?? 0, returnedPieces: chosen.returned[i]?.pieces ?? 0 }]
        : [],
    );
    return { at, lines, remarks: null };
  }
  return inputOf(step, document, at);
}

type Taken = { step: ManifestStep; input: StepInputs[ManifestStep]; document: ManifestDocument; digest: string };

/** The load of other waste: it has no kind of battery, and is weighed only. */
const ofOtherWaste = (document: ManifestDocument): ManifestDocument => ({
  ...document,
  wasteCode: '321-029-48',
  lines: document.lines.map((line) => ({
    ...line,
    ...{ batteryKind: null, riskClass: null, condition: null, pieces: 0 },
  })),
});
const weighedOnly = ({ pick, ...amounts }: Choice): Choice => {
  const bare = ([a, b]: Choice['accepted']): Choice['accepted'] => [
    { ...a, pieces: 0 },
    { ...b, pieces: 0 },
  ];
  return { pick, accepted: bare(amounts.accepted), refused: bare(amounts.refused), returned: bare(amounts.returned) };
};

/** A random life of a manifest. */
function live(given: readonly Choice[], crossing: boolean, waste: Waste): Taken[] {
  const journal: Taken[] = [];
  const choices = waste === 'batteries' ? given : given.map(weighedOnly);
  let document: ManifestDocument = waste === 'batteries' ? draft : ofOtherWaste(draft);
  if (!crossing) document = home(document);
  choices.forEach((chosen, n) => {
    const possible = STEPS_OF_A_LOAD.filter(
      (step) =>
        nextState(document.state, step) !== undefined &&
        (step !== 'number' || document.number === null) &&
        (step !== 'hand_over' || document.number !== null || document.paper !== null),
    );
    const step = possible[chosen.pick % possible.length];
    if (step === undefined) return;
    const input = inputFor(step, document, n, chosen);
    document = take(step, document, input, ownerOf(step));
    journal.push({ step, input, document, digest: digestOf(document) });
  });
  return journal;
}

type Waste = 'batteries' | 'other';
const waste = fc.constantFrom<Waste>('batteries', 'other');
const lives = fc.tuple(fc.array(choice, { minLength: 8, maxLength: 14 }), fc.boolean(), waste);

describe('laws', () => {
  it('conserve mass and pieces in the books of both provinces, and overdraw no account of theirs', () => {
    fc.assert(
      fc.property(lives, ([choices, crossing, what]) => {
        const books = new Map<string, { massGrams: number; pieces: number }>();
        const post = (account: string, flow: Flow, sign: 1 | -1) => {
          const balance = books.get(account) ?? { massGrams: 0, pieces: 0 };
          balance.massGrams += sign * flow.massGrams;
          balance.pieces += sign * flow.pieces;
          books.set(account, balance);
        };
        const journal = live(choices, crossing, what);
        if (what === 'other')
          expect(journal.at(-1)?.document.lines.every(({ pieces }) => pieces === 0) ?? true).toBe(true);
        for (const { step, document } of journal) {
          for (const province of crossing ? ['45', '44'] : ['45']) {
            const name = (account: Account, line: number) =>
              account === 'elsewhere'
                ? 'elsewhere'
                : account === 'adjustment'
                  ? account
                  : `${province} ${account} ${line}`;
            for (const flow of flowsOf(step, document, province)) {
              post(name(flow.from, flow.line), flow, -1);
              post(name(flow.to, flow.line), flow, 1);
            }
          }
          for (const [account, { massGrams, pieces }] of books) {
            // Stock has mass from before this model, and boundary accounts may be negative, so both are left out.
            if (account === 'adjustment' || account === 'elsewhere' || account.includes('stock')) continue;
            expect(Math.min(massGrams, pieces), `${account} after ${step}`).toBeGreaterThanOrEqual(0);
          }
          expect([...books.values()].reduce((sum, { massGrams }) => sum + massGrams, 0)).toBe(0);
          expect([...books.values()].reduce((sum, { pieces }) => sum + pieces, 0)).toBe(0);
          expect(books.get('elsewhere') ?? { massGrams: 0, pieces: 0 }).toEqual({ massGrams: 0, pieces: 0 });
        }
        if (journal.at(-1)?.document.state === 'closed') {
          for (const [account, balance] of books) {
            if (account.includes('transit')) expect(balance, account).toEqual({ massGrams: 0, pieces: 0 });
          }
        }
      }),
    );
  });

  it('bring a second copy to the same digest at every version, from the journal alone', () => {
    let closed = 0;
    fc.assert(
      fc.property(lives, ([choices, crossing, what]) => {
        const journal = live(choices, crossing, what);
        const wire = JSON.parse(JSON.stringify(journal)) as Taken[];
        const shared = wire.filter(({ document }) => document.version > 0);
        let copy: ManifestDocument | undefined;
        for (const [at, { step, input, document, digest }] of shared.entries()) {
          copy = copy === undefined ? document : take(step, copy, input, ownerOf(step));
          expect(copy.version).toBe(at + 1);
          expect(digestOf(copy)).toBe(digest);
        }
        if (copy?.state === 'closed') closed += 1;
      }),
    );
    expect(closed).toBeGreaterThan(0);
  });
});
