import { describe, expect, it } from 'vitest';
import {
  type Delivery,
  refuseConfirmation,
  type UseConfirmation,
  validConfirmations,
} from '../../../src/recycling/uses/use.ts';
import { codeOf } from '../../batches/examples.ts';

const DELIVERY: Delivery = {
  ...{ id: 'delivery', kind: 'use', partyId: 'recycler', receiverId: 'receiver', batchId: 'batch' },
  ...{ massGrams: 100_000, leftOn: '2026-10-12', leftAt: new Date('2026-10-12T04:00:00Z') },
};
const FIRST: UseConfirmation = {
  ...{ id: 'first', dispositionId: 'delivery', partyId: 'recycler', confirmedById: 'recycler', number: '1' },
  ...{ use: 'raw-material', useFate: 'material', massGrams: 60_000, confirmedOn: '2026-11-05', fileId: 'file' },
  ...{ replacesId: null, recordedAt: new Date('2026-11-05T00:00:00Z') },
};
const confirm = (changes: Partial<UseConfirmation>, earlier: readonly UseConfirmation[] = [], delivery = DELIVERY) => {
  const refused = () => refuseConfirmation({ ...FIRST, id: 'next', number: '2', ...changes }, delivery, earlier);
  try {
    refused();
    return null;
  } catch {
    return codeOf(refused);
  }
};

describe('a confirmation of use', () => {
  it('covers parts, up to what was delivered', () => {
    expect(confirm({ massGrams: 100_000 })).toBeNull();
    expect(confirm({ massGrams: 40_000 }, [FIRST])).toBeNull();
    expect(confirm({ massGrams: 40_001 }, [FIRST])).toBe('confirmation-exceeds-delivery');
    expect(confirm({ massGrams: 1 }, [], { ...DELIVERY, massGrams: 0 })).toBe('confirmation-exceeds-delivery');
  });

  it('counts once', () => {
    expect(confirm({ number: '1', massGrams: 1 }, [FIRST])).toBe('confirmation-exists');
  });

  it('is of a use or a sale, not before it', () => {
    expect(confirm({}, [], { ...DELIVERY, kind: 'disposal' })).toBe('confirmation-not-for-kind');
    expect(confirm({}, [], { ...DELIVERY, kind: 'sale' })).toBeNull();
    expect(confirm({ confirmedOn: '2026-10-11' })).toBe('confirmation-early');
    expect(confirm({ confirmedOn: '2026-10-12' })).toBeNull();
  });

  it('states of a sale what the scale of the buyer shows, whatever the enterprise stated', () => {
    const sale = { ...DELIVERY, kind: 'sale' };
    const stated = { ...FIRST, massGrams: 100_000 };
    expect(confirm({ confirmedById: 'receiver', massGrams: 101_000 }, [stated], sale)).toBeNull();
    expect(confirm({ massGrams: 1 }, [stated], sale)).toBe('confirmation-exceeds-delivery');
    const received = { ...stated, confirmedById: 'receiver' };
    expect(confirm({ massGrams: 100_000 }, [received], sale)).toBeNull();
  });

  it('has a file, unless the receiver records it', () => {
    expect(confirm({ fileId: null })).toBe('confirmation-unproved');
    expect(confirm({ fileId: null, confirmedById: 'receiver' })).toBeNull();
  });

  it('is corrected, or withdrawn, by its author under its number, once', () => {
    const correction = { number: '1', replacesId: 'first' };
    expect(confirm({ ...correction, massGrams: 100_000 }, [FIRST])).toBeNull();
    expect(confirm({ ...correction, massGrams: 0 }, [FIRST])).toBeNull();
    for (const other of [{ number: '2' }, { confirmedById: 'receiver' }, { replacesId: 'unknown' }]) {
      expect(confirm({ ...correction, ...other }, [FIRST])).toBe('confirmation-not-its-correction');
    }
    const corrected = { ...FIRST, id: 'second', massGrams: 10_000, replacesId: 'first' };
    expect(validConfirmations([FIRST, corrected])).toEqual([corrected]);
    expect(confirm({ ...correction }, [FIRST, corrected])).toBe('confirmation-not-its-correction');
    expect(confirm({ massGrams: 90_000 }, [FIRST, corrected])).toBeNull();
  });
});
