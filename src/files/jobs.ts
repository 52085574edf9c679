/** Background work of files: removes bytes whose file was never recorded. */
import type { ServiceDeps } from '../platform/deps.ts';
import type { FileStore } from '../platform/file-store/index.ts';
import type { Sweep } from '../platform/process/background.ts';
import { removeUnrecorded } from './service.ts';

const SWEEP_MS = 600_000;

export const fileSweeps = (deps: ServiceDeps & { readonly fileStore: FileStore }): Sweep[] => [
  { name: 'files', everyMs: SWEEP_MS, pass: () => removeUnrecorded(deps) },
];
