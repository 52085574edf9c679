/** Partners: the other authorities that exchange messages with this service, and their signing keys. */

/** A province with a service such as this one, or the national system. */
export const PARTNER_KINDS = ['province', 'national'] as const;
type PartnerKind = (typeof PARTNER_KINDS)[number];

/** The code of the national system. The code of a province is the two digits of GB/T 2260. */
export const NATIONAL = 'national';

/** A public key on P-256 (RFC 7518 §6.2.1). */
export type PublicJwk = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };

/** A key of a partner. It may sign from `notBefore` on and before `notAfter`; both are ISO instants. */
export type PartnerKey = {
  readonly kid: string;
  readonly jwk: PublicJwk;
  readonly notBefore: string;
  /** Null while no end is set. */
  readonly notAfter: string | null;
};

export type Partner = {
  readonly code: string;
  readonly name: string;
  readonly kind: PartnerKind;
  /** Address of its service, without a slash at its end. */
  readonly baseUrl: string;
  readonly keys: readonly PartnerKey[];
  /** True for a stand-in to try things with. Numbers that it issues have no legal effect. */
  readonly sandbox: boolean;
  /** True while a sandbox does not run. Nothing is sent to it, and it issues no numbers. */
  readonly stopped: boolean;
  readonly registeredAt: Date;
};

/** Checks that a key may sign at an instant. An expired key still proves signatures made while it was valid. */
export function maySign({ notBefore, notAfter }: PartnerKey, at: Date): boolean {
  return at >= new Date(notBefore) && (notAfter === null || at < new Date(notAfter));
}

/** Returns the source that the journal names for the acts of a partner. */
export function sourceOf({ code, kind }: Pick<Partner, 'code' | 'kind'>): 'national' | `partner:${string}` {
  return kind === 'national' ? 'national' : `partner:${code}`;
}
