/** Who acts, as a plain value: part of every command and of every journal entry, never ambient state. */
export type Actor = {
  /** Subject of the token: a person, a machine or `system`. */
  readonly subject: string;
  /** The organisation in whose name the actor acts; absent for authorities and machinery. */
  readonly partyId?: string;
  /** Where the act came from: this province's own users, or another authority's signed message. */
  readonly source: 'local' | 'national' | `partner:${string}`;
  readonly scopes: readonly string[];
};
