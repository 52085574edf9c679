/** Chains of the journal in the evidence, and their files. */
import { expect, it } from 'vitest';
import { chainCollector, firstChainCollector } from '../../../src/recovery/evidence/chains.ts';

const RECORDS = [
  { subject: 'manifest:m', batchId: 'b', assayId: 'a', analysisIds: ['w', 's'] },
  { subject: 'batch:b', batchId: 'b', assayId: 'a' },
  { subject: 'disposition:d', batchId: 'c', assayId: null },
];

it('puts each chain into one file, and needs none of a use without confirmation', () => {
  const { add, chains } = chainCollector();
  for (const record of RECORDS) add(record);
  expect(chains()).toEqual([
    { path: 'analyses.ndjson', subjects: ['analysis:s', 'analysis:w'], required: true },
    { path: 'assays.ndjson', subjects: ['assay:a'], required: true },
    { path: 'batches.ndjson', subjects: ['batch:c'], required: true },
    { path: 'confirmations.ndjson', subjects: ['disposition:d'], required: false },
    { path: 'journal.ndjson', subjects: ['batch:b', 'manifest:m'], required: true },
  ]);
});

it('keeps the one file of the first format, with the batches of dispositions', () => {
  const { add, chains } = firstChainCollector();
  for (const record of RECORDS) add(record);
  const subjects = ['batch:b', 'batch:c', 'disposition:d', 'manifest:m'];
  expect(chains()).toEqual([{ path: 'journal.ndjson', subjects, required: false }]);
});
