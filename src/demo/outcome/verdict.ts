/** Verdict on the month: all faults of its outcome, in plain words. */
import type { Plan } from '../plan/plan.ts';
import type { Outcome } from './outcome.ts';

/** The played loads, with the manifest of each. */
export type Played = Pick<Plan, 'loads'> & { readonly manifests: ReadonlyMap<string, string> };

/** Returns every fault; an empty list when there is no fault. */
export function faultsOf(outcome: Outcome, played: Played): string[] {
  const { provinces, agreement, exchange, recovery, flowDifferences } = outcome;
  return [
    ...provinces.flatMap(({ code, sumOfAccountsGrams, negativeAccounts, deviatingAccounts }) => [
      ...(sumOfAccountsGrams === 0
        ? []
        : [`The accounts of province ${code} add up to ${sumOfAccountsGrams} g, not 0.`]),
      ...(negativeAccounts === 0 ? [] : [`${negativeAccounts} accounts of province ${code} are below zero.`]),
      ...(deviatingAccounts === 0
        ? []
        : [`${deviatingAccounts} balances of province ${code} are not their movements.`]),
    ]),
    ...elsewhereFault(outcome),
    ...agreement.disagreements.map(({ id, number, copies }) => `Manifest ${number ?? id} is not agreed: ${copies}.`),
    ...statesFaults(outcome, played),
    ...(exchange.parked === 0 ? [] : [`${exchange.parked} messages are parked.`]),
    ...(exchange.sent === exchange.acknowledged
      ? []
      : [`${exchange.sent} messages were sent and ${exchange.acknowledged} acknowledged.`]),
    ...recovery
      .filter(({ rates, status }) => rates === null || status === 'blocked')
      .map(
        ({ enterprise, findings }) =>
          `${enterprise} has no valid recovery rate: ${findings.map((f) => f.code).join(', ')}.`,
      ),
    ...flowDifferences.map((one) => `${one}.`),
  ];
}

/**
 * Compares the boundary accounts: mass that one province sent elsewhere must equal what the other received from
 * elsewhere.
 */
function elsewhereFault({ provinces }: Outcome): string[] {
  if (provinces.length < 2) return [];
  const away = provinces.reduce(
    (sum, { boundaries }) => sum + (boundaries.find(({ name }) => name === 'elsewhere')?.massGrams ?? 0),
    0,
  );
  return away === 0 ? [] : [`${away} g have left one province and not come to the other.`];
}

/** Checks that every planned load has a manifest in its planned final state. */
function statesFaults({ agreement }: Outcome, { loads, manifests }: Played): string[] {
  const byId = new Map(agreement.manifests.map((one) => [one.id, one]));
  return loads.flatMap(({ key, ends }) => {
    const found = byId.get(manifests.get(key) ?? '');
    if (!found) return [`The manifest of ${key} is missing.`];
    return found.state === ends ? [] : [`Manifest ${found.number ?? found.id} is ${found.state}, not ${ends}.`];
  });
}

export function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
