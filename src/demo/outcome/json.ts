/** The outcome as `--json` prints it. */
import { MONTH } from '../plan/moment.ts';
import type { Outcome } from './outcome.ts';
import { countBy } from './verdict.ts';

export function toJson({ provinces, agreement, exchange, recovery, flows }: Outcome, seconds: number): object {
  const { manifests, crossProvince, agreedEverywhere, disagreements } = agreement;
  return {
    provinces: provinces.map(({ code, journalEntries, sumOfAccountsGrams, negativeAccounts, manifests: held }) => ({
      code,
      journalEntries,
      sumOfAccountsGrams,
      negativeAccounts,
      manifests: held,
    })),
    manifests: {
      total: manifests.length,
      crossProvince,
      agreedEverywhere,
      disagreeing: disagreements.length,
      byState: Object.fromEntries(countBy(manifests.map(({ state }) => state))),
    },
    exchange,
    recovery: recovery.map(({ enterprise, rates, terms }) => ({
      enterprise,
      period: MONTH,
      leadRecovery: share(rates?.headline),
      productsOnly: share(rates?.productsOnly),
      conservative: share(rates?.conservative),
      unaccountedShare: share(rates?.unaccountedShare),
      recordsBehind: terms.reduce((sum, { records }) => sum + records, 0),
    })),
    flows,
    seconds: Math.round(seconds * 10) / 10,
  };
}

/** A share of one; null without a fraction. */
const share = (fraction: { readonly share: string } | null | undefined): number | null =>
  fraction ? Number(fraction.share) : null;
