/**
 * Lets each process of the tests load its modules quickly, as the commands do. Every process that vitest starts preloads
 * this file with `--import`, and so do their children.
 */
import { resolveQuickly } from '../../src/platform/process/loading.ts';

resolveQuickly();
