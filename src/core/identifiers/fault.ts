/**
 * A fault of an identifier, as a value: a whole record can be checked and all its faults reported at once.
 *
 * An `error` cannot be the identifier it claims to be. A `warning` is unusual, and real ones of that kind exist.
 */
export type Fault<Code extends string = string> = {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
};
