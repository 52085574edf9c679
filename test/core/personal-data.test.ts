import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPhone } from '../../src/core/free-text.ts';
import { maskName, PERSONAL_FIELDS, type PersonalReader, veil } from '../../src/core/personal-data.ts';

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

it('the table says who sees each field in clear, and nothing else does', () => {
  const told: Record<string, readonly PersonalReader[]> = {
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
  expect(Object.fromEntries(table)).toEqual(told);
});

describe('a veiled value', () => {
  const MANIFEST = { id: 'm1', transport: { driver: '张三', plates: ['桂A12345'] } };
  const PARTY = { id: 'p1', name: '演示', contactName: '李四', contactPhone: '13812341234' };

  it('shows an authority the names only when it has said what for', () => {
    const view = { records: 'manifest', purposeTold: false } as const;
    const masked = veil({ items: [MANIFEST] }, view);
    expect(masked.value).toEqual({ items: [{ id: 'm1', transport: { driver: '张*', plates: ['桂A12345'] } }] });
    expect([[...masked.masked], [...masked.clear]]).toEqual([['driver'], []]);
    const clear = veil({ items: [MANIFEST] }, { ...view, purposeTold: true });
    expect(clear.value).toEqual({ items: [MANIFEST] });
    expect([[...clear.masked], [...clear.clear], [...clear.records]]).toEqual([[], ['driver'], ['m1']]);
  });

  it('shows the parties of a manifest its driver, and in other records nobody', () => {
    expect(veil(MANIFEST, { records: 'manifest', partyId: 'p1', purposeTold: false }).value).toEqual(MANIFEST);
    for (const records of ['party', 'delivery', 'journal'] as const) {
      const { masked } = veil(MANIFEST, { records, partyId: 'p1', purposeTold: true });
      expect([...masked]).toEqual(['driver']);
    }
  });

  it('shows an organisation its own people, whatever the purpose', () => {
    const view = { records: 'party', purposeTold: true } as const;
    expect(veil(PARTY, { ...view, partyId: 'p1' }).value).toEqual(PARTY);
    const other = { ...PARTY, contactName: '李*', contactPhone: '138****1234' };
    expect(veil(PARTY, { ...view, partyId: 'p2' }).value).toEqual(other);
    const vehicle = { id: 'v1', partyId: 'p1', driverName: '张三', driverPhone: '13812341234' };
    expect(veil(vehicle, { ...view, partyId: 'p1' }).value).toEqual(vehicle);
    expect(veil(vehicle, { ...view, partyId: 'v1' }).masked).toEqual(new Set(['driverName', 'driverPhone']));
  });

  it('shows who acted to the own organisation, and an id or a machine to everybody', () => {
    const acted = (subject: string) => ({ actor: { subject, partyId: 'p1', source: 'local' } });
    const view = { records: 'manifest', purposeTold: false } as const;
    const seenBy = (partyId: string | undefined, subject: string) =>
      veil(acted(subject), { ...view, partyId }).value as ReturnType<typeof acted>;
    expect(seenBy(undefined, '张三').actor.subject).toBe('张*');
    expect(seenBy('p2', '张三').actor.subject).toBe('张*');
    expect(seenBy('p1', '张三').actor.subject).toBe('张三');
    for (const subject of ['01999999-0000-7000-8000-000000000001', 'exchange', 'operator', '44', 'partner:44']) {
      const { value, masked } = veil(acted(subject), view);
      expect([value, masked.size]).toEqual([acted(subject), 0]);
    }
    const entry = { subject: 'manifest:1', hash: 'x' };
    expect(veil(entry, view).value).toBe(entry);
    expect(veil({ actor: '王科长', state: 'active' }, view).value).toEqual({ actor: '王*', state: 'active' });
  });

  it('is a copy where it differs, and the same value where nothing is personal', () => {
    const before = structuredClone(MANIFEST);
    veil(MANIFEST, { records: 'journal', purposeTold: false });
    expect(MANIFEST).toEqual(before);
    const plain = { items: [{ id: 'b1', driver: null, massGrams: 1 }] };
    expect(veil(plain, { records: 'journal', purposeTold: false }).value).toBe(plain);
  });

  it('hides a name however deep it stands', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.array(fc.constantFrom('a', 'driver_', 'items'), { maxLength: 8 }),
        (rest, path) => {
          const deep = path.reduce<unknown>((inner, key) => ({ [key]: inner, more: [inner] }), { driver: '秘密姓名' });
          const shown = JSON.stringify(veil({ deep, rest }, { records: 'journal', purposeTold: false }).value);
          expect(shown).not.toContain('秘密姓名');
          expect(shown).toContain('秘*');
        },
      ),
    );
  });
});
