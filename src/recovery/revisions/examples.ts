/** Examples of revisions, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

const EMITTED = `emission:${ids.emission}`;

export const DIFFERENCE = {
  terms: [{ term: 'loss_air', before: '0', after: '5000' }],
  rates: [
    {
      rate: 'unaccountedShare',
      before: { numerator: '29', denominator: '2929', percent: '0.99' },
      after: { numerator: '115', denominator: '11716', percent: '0.98' },
    },
  ],
  findings: { appeared: [], disappeared: [] },
  records: {
    counts: { added: 1, removed: 0, changed: 0 },
    listed: [
      {
        ...{ change: 'added' as const, id: EMITTED, kind: 'emission' as const, subject: EMITTED, before: null },
        after: { term: 'loss_air', massGrams: 5_000, leadGramsExact: '5000' },
      },
    ],
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  ...{ verdicts: [], law: [], lawKeys: [], methodVersions: null },
};

export const REVISION = {
  ...{ assessmentId: ids.assessment, number: 1, round: 1, state: 'open' as const },
  ...{ openedAt: '2026-11-04T02:00:00.000Z', dueOn: '2026-12-02', overdue: false },
  ...{ sinceIndex: 4_812, journalIndex: 4_911, difference: DIFFERENCE },
};
