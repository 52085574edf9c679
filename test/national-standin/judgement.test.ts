import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { describeNational, NATIONAL_FILE } from '../../src/national-standin/description.ts';
import {
  type Document,
  digestOf,
  judge,
  numberOf,
  type ReportedStep,
  type StoredManifest,
  seriesOf,
} from '../../src/national-standin/judgement.ts';

const document: Document = {
  id: 'm',
  version: 1,
  state: 'submitted',
  number: null,
  originProvince: '45',
  destinationProvince: '44',
  consignorSite: { divisionCode: '450403' },
};

function reported(change: Partial<Document> = {}, rest: Partial<ReportedStep> = {}): ReportedStep {
  const changed = { ...document, ...change };
  return {
    sender: '45',
    manifestId: 'm',
    manifestVersion: changed.version,
    step: changed.version === 1 ? 'submit' : 'hand_over',
    document: changed,
    documentDigest: digestOf(changed),
    ...rest,
  };
}

const stored = (change: Partial<StoredManifest> = {}): StoredManifest => ({
  version: 2,
  number: '20264504000001',
  originProvince: '45',
  destinationProvince: '44',
  digestThen: undefined,
  ...change,
});

describe('the stand-in of the national system', () => {
  it.each([
    ['begins with a submission', reported(), undefined, 'applied'],
    [
      'takes a UUID in any letter case as one',
      reported({ id: 'AB-0c' }, { manifestId: 'ab-0C' }),
      undefined,
      'applied',
    ],
    ['refuses the document of another', reported({ id: 'ab' }), undefined, 'refused'],
    ['begins with a paper that is backfilled', reported({}, { step: 'backfill' }), undefined, 'applied'],
    ['begins with nothing else', reported({}, { step: 'cancel' }), undefined, 'refused'],
    ['waits for the beginning', reported({ version: 2 }), undefined, 'waiting'],
    ['takes the next version', reported({ version: 3 }), stored(), 'applied'],
    ['waits for a version between', reported({ version: 4 }), stored(), 'waiting'],
    [
      'knows a version it has',
      reported({ version: 2 }),
      stored({ digestThen: digestOf({ ...document, version: 2 }) }),
      'already',
    ],
    ['holds on to a version it has', reported({ version: 2 }), stored({ digestThen: 'x' }), 'conflict'],
    ['takes its own number', reported({ version: 3, number: '20264504000001' }), stored(), 'applied'],
    ['takes no other number', reported({ version: 3, number: '20264504000002' }), stored(), 'conflict'],
    ['takes no other destination', reported({ version: 3, destinationProvince: '43' }), stored(), 'refused'],
    ['refuses a wrong digest', reported({}, { documentDigest: digestOf({}) }), undefined, 'refused'],
    ['refuses another document', reported({}, { manifestId: 'n' }), undefined, 'refused'],
    ['refuses another version than the document has', reported({}, { manifestVersion: 2 }), undefined, 'refused'],
    ['refuses the origin at the destination', reported({ version: 3 }, { step: 'accept' }), stored(), 'refused'],
    [
      'takes the destination at the destination',
      reported({ version: 3 }, { step: 'accept', sender: '44' }),
      stored(),
      'applied',
    ],
    ['refuses the destination at the origin', reported({ version: 3 }, { sender: '44' }), stored(), 'refused'],
  ] as const)('%s', (_, message, before, outcome) => {
    expect(judge(message, before).outcome).toBe(outcome);
  });

  it('numbers by the year in China and the city of the consignor', () => {
    expect(seriesOf(document, '2026-12-31T15:59:59Z')).toEqual({ year: 2026, city: '4504' });
    expect(seriesOf(document, '2026-12-31T16:00:00Z')).toEqual({ year: 2027, city: '4504' });
    expect(numberOf({ year: 2026, city: '4504' }, 1)).toBe('20264504000001');
    expect(numberOf({ year: 2026, city: '4504' }, 999_999)).toBe('20264504999999');
    expect(() => numberOf({ year: 2026, city: '4504' }, 1_000_000)).toThrow(RangeError);
  });

  it('is described as it is; "node src/national-standin/description.ts" writes the description', async () => {
    expect(await readFile(NATIONAL_FILE, 'utf8')).toBe(await describeNational());
  });
});
