/** Limits of the exchange with other systems, as the configuration sets them. */
export type ExchangeLimits = {
  readonly timeoutMs: number;
  readonly sweepMs: number;
  readonly retryMaxMs: number;
  /** Addresses of partners beyond https to public networks; none without it. */
  readonly partners?: { readonly http: boolean; readonly networks: readonly string[] };
  /** Envelopes, and their kilobytes, a minute from one address that no partner has signed; no limit without it. */
  readonly unsigned?: { readonly envelopes: number; readonly kilobytes: number };
};
