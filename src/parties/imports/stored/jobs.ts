/** Background work of imports: runs them on wake-ups, and sweeps for lost wake-ups. */
import type { ServiceDeps } from '../../../platform/deps.ts';
import type { Sweep } from '../../../platform/process/background.ts';
import type { Handlers } from '../../../platform/queue/queue.ts';
import { runImport, wakeIdleImports } from './service.ts';

type ImportJobDeps = ServiceDeps & { readonly wakeAll: (topic: string, keys: readonly string[]) => Promise<void> };

const SWEEP_MS = 5_000;

export const importHandlers = (deps: ImportJobDeps): Handlers => ({ import: (id) => runImport(deps, id) });

/** The pass returns 0: what it finds is done by handlers. */
export const importSweeps = (deps: ImportJobDeps): Sweep[] => [
  { name: 'imports', everyMs: SWEEP_MS, pass: () => wakeIdleImports(deps).then(() => 0) },
];
