/** Uncertainty of the comprehensive rate against a simulation that knows nothing of its derivatives (GUM supplement 1). */
import { expect, it } from 'vitest';
import { computeMass } from '../../../../src/recovery/methods/formulas/mass-figures.ts';
import { books, CHOICE, fed, LAW, lead, part, sodiumSulphate } from './books.ts';

const batteries = [fed(600, 65_000, 120_000), fed(400, 80_000, 100_000)];
const [received, rest] = [lead('received', 600, 580_000), lead('received', 400, 570_000)];
const [products, other] = [lead('products', 590), lead('other_feed', 30)];
const [plastics, pieces] = [
  part('plastics', 60, { assayId: 'shared', contentPpm: 970_000 }),
  part('plastics', 30, { assayId: 'shared', contentPpm: 970_000 }),
];
const slag = part('slag', 40);

/** Uniform numbers of one half-open unit, the same in every run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws every scale and assay once, and computes the rate as a person would with a calculator. */
function draw(random: () => number, sulphateTonnes: number): number {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const [gate, line] = [1 + normal() / 1_000, 1 + normal() / 1_000];
  const share = (value: number, spreadPpm: number) => value + (normal() * spreadPpm) / 1e6;
  const [batteryMass, restMass] = [600 * gate, 400 * gate];
  const batteryLead = batteryMass * share(0.58, 3_000) + restMass * share(0.57, 3_000);
  const otherLead = 30 * gate * share(1, 10_000);
  const productLead = 590 * line * share(1, 300);
  const dry = batteryMass * (1 - share(0.065, 10_000)) + restMass * (1 - share(0.08, 10_000));
  const sulphur = batteryMass * share(0.12, 10_000) + restMass * share(0.1, 10_000);
  const plastic = 90 * gate * share(0.97, 10_000);
  const sulphate = sulphateTonnes * gate * share(1, 10_000) * 0.6763;
  const slagMass = 40 * gate * share(1, 10_000);
  const output =
    (productLead / (batteryLead + otherLead)) * batteryLead +
    (plastic + Math.min(sulphate, sulphur * 0.9794) + (slagMass * batteryLead) / (batteryLead + otherLead));
  return output / dry;
}

it.each([
  ['below the sulphur that came in', 80],
  ['above it', 400],
])('spreads the comprehensive rate as the budget says, with sulphates %s', (_, tonnes) => {
  const given = books(batteries, [received, rest, products, other], [plastics, pieces, slag, sodiumSulphate(tonnes)]);
  const budget = computeMass('comprehensive-recovery', CHOICE, given, LAW).figures[0]?.budget;
  if (!budget) throw new Error('the rate has a budget');
  const random = randomOf(20_261_130);
  const drawn = Array.from({ length: 40_000 }, () => draw(random, tonnes));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const spread = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (drawn.length - 1));
  expect(Math.abs(spread / budget.standard - 1)).toBeLessThan(0.02);
  const inside = drawn.filter((value) => Math.abs(value - mean) <= budget.expanded).length / drawn.length;
  expect(inside).toBeGreaterThan(0.94);
  expect(inside).toBeLessThan(0.965);
});
