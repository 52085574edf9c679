/** A reason why the process cannot start, in one sentence an operator can act on. Entry points print it and exit 1. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
