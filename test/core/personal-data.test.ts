import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPhone } from '../../src/core/free-text.ts';
import { maskFields, maskName, PERSONAL_FIELDS, type PersonalReader } from '../../src/core/personal-data.ts';

it.each([
  ['张三', '张*'],
  ['欧阳 娜娜', '欧*'],
  ['𠮷野', '𠮷*'],
  [' John Smith', 'J*'],
  ['张三 13812341234', '张*'],
  ['', '*'],
])('the name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

it.each([
  ['13812341234', '138****1234'],
  ['138 1234-1234', '138****1234'],
  ['+86 138 1234 1234', '861****1234'],
  ['0771-1234567', '077****4567'],
  ['88123456', '****56'],
  ['110', '****'],
  ['', '****'],
])('the phone %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

it('only the table decides which callers see a field in clear', () => {
  const expected: Record<string, readonly PersonalReader[]> = {
    driver: ['manifest-parties', 'authority'],
    driverName: ['manifest-parties', 'own-organisation', 'authority'],
    driverPhone: ['manifest-parties', 'own-organisation', 'authority'],
    contactName: ['own-organisation', 'authority'],
    contactPhone: ['own-organisation', 'authority'],
    personName: ['own-organisation', 'authority'],
    personPhone: ['own-organisation', 'authority'],
    countedBy: ['own-organisation', 'authority'],
    actor: ['own-organisation', 'authority'],
    envelope: ['authority'],
  };
  const table = Object.entries(PERSONAL_FIELDS).map(([field, entry]) => [field, entry?.clearTo]);
  expect(Object.fromEntries(table)).toEqual(expected);
});

describe('maskFields', () => {
  const MANIFEST = { id: 'm1', transport: { driver: '张三', plates: ['桂A12345'] } };
  const PARTY = { id: 'p1', name: '演示', contactName: '李四', contactPhone: '13812341234' };

  it('shows an authority the names only when it has stated its purpose', () => {
    const view = { records: 'manifest', purposeStated: false } as const;
    const masked = maskFields({ items: [MANIFEST] }, view);
    expect(masked.value).toEqual({ items: [{ id: 'm1', transport: { driver: '张*', plates: ['桂A12345'] } }] });
    expect([[...masked.masked], [...masked.clear]]).toEqual([['driver'], []]);
    const clear = maskFields({ items: [MANIFEST] }, { ...view, purposeStated: true });
    expect(clear.value).toEqual({ items: [MANIFEST] });
    expect([[...clear.masked], [...clear.clear], [...clear.records]]).toEqual([[], ['driver'], ['m1']]);
  });

  it('shows the parties of a manifest its driver, and no names in other records', () => {
    expect(maskFields(MANIFEST, { records: 'manifest', partyId: 'p1', purposeStated: false }).value).toEqual(MANIFEST);
    for (const records of ['party', 'delivery', 'journal'] as const) {
      const { masked } = maskFields(MANIFEST, { records, partyId: 'p1', purposeStated: true });
      expect([...masked]).toEqual(['driver']);
    }
  });

  it('shows an organisation its own people, whatever the purpose', () => {
    const view = { records: 'party', purposeStated: true } as const;
    expect(maskFields(PARTY, { ...view, partyId: 'p1' }).value).toEqual(PARTY);
    const other = { ...PARTY, contactName: '李*', contactPhone: '138****1234' };
    expect(maskFields(PARTY, { ...view, partyId: 'p2' }).value).toEqual(other);
    const vehicle = { id: 'v1', partyId: 'p1', driverName: '张三', driverPhone: '13812341234' };
    expect(maskFields(vehicle, { ...view, partyId: 'p1' }).value).toEqual(vehicle);
    expect(maskFields(vehicle, { ...view, partyId: 'v1' }).masked).toEqual(new Set(['driverName', 'driverPhone']));
  });

  it('shows the name of an actor to the own organisation, and an id or a machine to every caller', () => {
    const acted = (subject: string) => ({ actor: { subject, partyId: 'p1', source: 'local' } });
    const view = { records: 'manifest', purposeStated: false } as const;
    const seenBy = (partyId: string | undefined, subject: string) =>
      maskFields(acted(subject), { ...view, partyId }).value as ReturnType<typeof acted>;
    expect(seenBy(undefined, '张三').actor.subject).toBe('张*');
    expect(seenBy('p2', '张三').actor.subject).toBe('张*');
    expect(seenBy('p1', '张三').actor.subject).toBe('张三');
    for (const subject of ['01999999-0000-7000-8000-000000000001', 'exchange', 'operator', '44', 'partner:44']) {
      const { value, masked } = maskFields(acted(subject), view);
      expect([value, masked.size]).toEqual([acted(subject), 0]);
    }
    const entry = { subject: 'manifest:1', hash: 'x' };
    expect(maskFields(entry, view).value).toBe(entry);
    expect(maskFields({ actor: '王科长', state: 'active' }, view).value).toEqual({ actor: '王*', state: 'active' });
  });

  it('is a copy where it differs, and the same value where nothing is personal', () => {
    const before = structuredClone(MANIFEST);
    maskFields(MANIFEST, { records: 'journal', purposeStated: false });
    expect(MANIFEST).toEqual(before);
    const plain = { items: [{ id: 'b1', driver: null, massGrams: 1 }] };
    expect(maskFields(plain, { records: 'journal', purposeStated: false }).value).toBe(plain);
  });

  it('hides a name at any depth', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.array(fc.constantFrom('a', 'driver_', 'items'), { maxLength: 8 }),
        (rest, path) => {
          const deep = path.reduce<unknown>((inner, key) => ({ [key]: inner, more: [inner] }), { driver: '秘密姓名' });
          const shown = JSON.stringify(maskFields({ deep, rest }, { records: 'journal', purposeStated: false }).value);
          expect(shown).not.toContain('秘密姓名');
          expect(shown).toContain('秘*');
        },
      ),
    );
  });
});
