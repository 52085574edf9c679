/**
 * A fault of an identifier, as a value, so that all faults of a record can be reported together.
 *
 * An `error` makes the identifier invalid. A `warning` is unusual, but real identifiers of that form exist.
 */
export type Fault<Code extends string = string> = {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
};
