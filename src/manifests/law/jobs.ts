/** Background work of deadlines: computes what a new calendar makes known, and records what today makes near or overdue. */
import type { ServiceDeps } from '../../platform/deps.ts';
import type { Sweep } from '../../platform/process/background.ts';
import { noticeDeadlines } from './notice-service.ts';
import { type LawDeps, manifestLaw } from './queries.ts';
import { computeUnknown } from './term-service.ts';

const SWEEP_MS = 60_000;

export const manifestSweeps = (deps: ServiceDeps & LawDeps): Sweep[] => [
  { name: 'manifest-terms', everyMs: SWEEP_MS, pass: async () => computeUnknown(deps, await manifestLaw(deps)) },
  {
    name: 'manifest-deadlines',
    everyMs: SWEEP_MS,
    pass: async () => noticeDeadlines(deps, (await manifestLaw(deps)).deadlineNotice),
  },
];
