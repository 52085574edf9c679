/** The certification in a report. */
import { expect, it } from 'vitest';
import { certificateBlocks, certificateSheets, peopleOf } from '../../../src/recovery/report/certificate.ts';

const taken = (step: string, round: number, takenBy: string) => ({
  ...{ step, round, takenBy },
  takenAt: '2026-11-03T17:00:00.000Z',
});

it('a report names the people of the round, and an open revision', () => {
  const steps = [taken('submit', 1, 'a'), taken('review', 1, 'b'), taken('certify', 1, 'c'), taken('submit', 2, 'd')];
  const people = peopleOf(steps, 1);
  expect(people.map(({ subject, day }) => [subject, day])).toEqual(['a', 'b', 'c'].map((one) => [one, '2026-11-04']));
  expect(peopleOf(steps, 2).map(({ step }) => step)).toEqual(['submit']);
  const certificate = { assessmentId: 'i', round: 1, people, contentSha256: 'f', keyId: 'k', journalIndex: 7 };
  const [block] = certificateBlocks({ ...certificate, isRevised: true }, 'zh');
  expect(block).toMatchObject({ title: '认定信息', facts: expect.arrayContaining([['签名密钥编号', 'k']]) });
  expect(JSON.stringify(block)).toContain('有待处理的修订');
  expect(JSON.stringify(certificateSheets({ ...certificate, isRevised: false }, 'zh'))).toContain('无待处理的修订');
  expect([certificateBlocks(null, 'zh'), certificateSheets(null, 'zh')]).toEqual([[], []]);
});
