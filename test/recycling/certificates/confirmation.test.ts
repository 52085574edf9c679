import { describe, expect, it } from 'vitest';
import {
  type Certified,
  DIFFERENCES,
  judgeStatement,
  refuseOutOfOrder,
  type Statement,
} from '../../../src/recycling/certificates/confirmation.ts';
import { codeOf } from '../../batches/examples.ts';

const HASH = 'a'.repeat(64);
const AT = new Date('2026-10-05T00:00:00.000Z');
const RECORD: Certified = {
  ...{ kind: 'assay', id: 'assay', partyId: 'recycler', laboratoryId: 'laboratory', certificateFileId: null },
  ...{ certificateNumber: '1', certificateSha256: HASH, ppm: 600_000, moisturePpm: 20_000 },
  ...{ sampledAt: AT, recordedAt: AT },
};
const STATEMENT: Statement = {
  ...{ answer: 'issued', certificateNumber: '1', certificateSha256: HASH, ppm: 600_000, moisturePpm: 20_000 },
  replacesId: null,
};

describe('a statement on a certificate', () => {
  it('confirms a record that it equals in every member', () => {
    expect(judgeStatement(STATEMENT, RECORD)).toEqual({ outcome: 'confirmed', differences: [] });
  });

  const OTHERS = { ppm: 599_999, moisturePpm: null, certificateNumber: '2', certificateSha256: 'b'.repeat(64) };
  it.each(DIFFERENCES)('contradicts a record that differs in %s', (member) => {
    const statement = { ...STATEMENT, [member]: OTHERS[member] };
    expect(judgeStatement(statement, RECORD)).toEqual({ outcome: 'contradicted', differences: [member] });
  });

  it('adds what a record does not state', () => {
    const bare = { ...RECORD, certificateNumber: null, certificateSha256: null };
    expect(judgeStatement(STATEMENT, bare).outcome).toBe('confirmed');
  });

  it('needs the hash when the file is stored', () => {
    const stored = { ...RECORD, certificateFileId: 'file' };
    expect(codeOf(() => judgeStatement({ ...STATEMENT, certificateSha256: null }, stored))).toBe(
      'certificate-hash-missing',
    );
    expect(judgeStatement(STATEMENT, stored).outcome).toBe('confirmed');
  });

  it('takes moisture that is left out as none', () => {
    const wet = { ...RECORD, moisturePpm: 0 };
    expect(judgeStatement({ ...STATEMENT, moisturePpm: null }, wet).outcome).toBe('confirmed');
  });

  it.each([
    ['not_issued', 'disowned'],
    ['withdrawn', 'withdrawn'],
  ] as const)('of %s leads to %s, whatever else it states', (answer, outcome) => {
    expect(judgeStatement({ ...STATEMENT, answer, ppm: 1 }, RECORD)).toEqual({ outcome, differences: [] });
  });
});

describe('the order of statements', () => {
  const next = (changes: Partial<Statement>, valid?: { id: string }) =>
    codeOf(() => refuseOutOfOrder({ ...STATEMENT, ...changes }, valid));

  it('needs nothing for a first one, and the valid one for a later one', () => {
    expect(() => refuseOutOfOrder(STATEMENT, undefined)).not.toThrow();
    expect(() => refuseOutOfOrder({ ...STATEMENT, replacesId: 'first' }, { id: 'first' })).not.toThrow();
  });

  it('refuses a second first one, a wrong name, and the withdrawal of nothing', () => {
    expect(next({}, { id: 'first' })).toBe('certificate-confirmed-already');
    expect(next({ replacesId: 'other' }, { id: 'first' })).toBe('certificate-confirmation-not-valid');
    expect(next({ replacesId: 'other' })).toBe('certificate-confirmation-not-valid');
    expect(next({ answer: 'withdrawn' })).toBe('certificate-confirmation-not-valid');
  });
});
