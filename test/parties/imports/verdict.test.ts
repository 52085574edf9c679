import { describe, expect, it } from 'vitest';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import type { ImportKind } from '../../../src/parties/imports/columns.ts';
import { type Nouns, RECORD_KINDS, type Rows } from '../../../src/parties/imports/record-kind.ts';
import { draftRows, judgeDrafts, type Owners, type Seen, type Verdict } from '../../../src/parties/imports/verdict.ts';
import { type Party, withCode } from '../../../src/parties/party.ts';

const AT = new Date('2026-10-05T00:00:00Z');
const uscc = (serial: number) => composeUscc('91', '450100', serial);
const partyRow = (changes: Partial<Rows['parties']> = {}): Rows['parties'] =>
  withCode({
    ...{ uscc: uscc(1), usccMissingReason: null, name: '演示', divisionCode: '450100', address: null },
    ...{ contactName: null, contactPhone: null, state: 'active', ...changes },
  });
const OWNER: Party = {
  ...{ id: 'own', uscc: uscc(9), usccMissingReason: null, name: '单位', provinceCode: '45', divisionCode: '450100' },
  ...{ address: null, state: 'active', registeredAt: AT, version: 1 },
};
const OWNERS: Owners = { byUscc: new Map([[uscc(9), OWNER]]), byId: new Map([['own', OWNER]]) };
const siteRow = (changes: Partial<Rows['sites']> = {}): Rows['sites'] => ({
  ...{ partyId: 'own', kind: 'generator', name: '点', divisionCode: '450100', address: null, latitude: null },
  ...{ longitude: null, storageLimitGrams: null, storageLimitDays: null, ...changes },
});
const FIELDS = new Set(['uscc', 'usccMissingReason', 'name', 'divisionCode', 'address', 'kind', 'partyId', 'id']);
const PLACES = {
  on: '2026-10-05',
  former: new Set<string>(),
  wastes: new Set(['900-052-31']),
  known: new Set(['450000', '450100']),
};

function judge<Kind extends ImportKind>(
  kind: Kind,
  rows: readonly Rows[Kind][],
  { registered = [], seen = new Map() }: { registered?: readonly Nouns[Kind][]; seen?: Seen } = {},
) {
  const candidates = rows.map((row, at) => ({ line: at + 2, row }));
  let serial = 0;
  const drafts = draftRows(kind, candidates, OWNERS, () => ({ id: `new${++serial}`, registeredAt: AT, version: 1 }));
  return judgeDrafts(kind, drafts, { registered, places: PLACES, seen, fields: FIELDS });
}
const shown = (verdicts: readonly Verdict[]) => verdicts.map(({ outcome, problem }) => problem?.code ?? outcome);
const record = (row: Rows['parties'], id = 'old') =>
  RECORD_KINDS.parties.draft(row, undefined, { id, registeredAt: AT, version: 1 });

describe('the row of an organisation', () => {
  it('is registered when it is new, and only once in a file, also across its parts', () => {
    const seen: Seen = new Map();
    const { verdicts, fresh } = judge('parties', [partyRow(), partyRow({ uscc: uscc(2) }), partyRow()], { seen });
    expect(shown(verdicts)).toEqual(['registered', 'registered', 'row-repeated']);
    expect(verdicts[2]?.problem?.facts.otherLine).toBe(2);
    expect(fresh.map(({ id, provinceCode }) => [id, provinceCode])).toEqual([
      ['new1', '45'],
      ['new2', '45'],
    ]);
    expect(shown(judge('parties', [partyRow()], { seen }).verdicts)).toEqual(['row-repeated']);
  });

  it('is unchanged with the same data, and refused with other data in a column of the file', () => {
    const registered = [record(partyRow())];
    expect(judge('parties', [partyRow({ contactName: '某人' })], { registered }).verdicts).toEqual([
      { line: 2, outcome: 'unchanged', id: 'old' },
    ]);
    const [differs] = judge('parties', [partyRow({ name: '别的', address: '路' })], { registered }).verdicts;
    expect([differs?.problem?.code, differs?.field, differs?.problem?.facts.fields]).toEqual([
      ...['row-differs', 'name', ['name', 'address']],
    ]);
    const [otherId] = judge('parties', [partyRow({ id: 'mine' })], { registered }).verdicts;
    expect([otherId?.problem?.code, otherId?.field]).toEqual(['row-differs', 'id']);
  });

  it('shows the differing columns in the language of the reader', () => {
    const [verdict] = judge('parties', [partyRow({ name: '别的', address: '路' })], {
      registered: [record(partyRow())],
    }).verdicts;
    expect(verdict?.problem?.text('zh').detail).toContain('以下内容不一致：名称、地址。');
    expect(verdict?.problem?.text('en').detail).toContain('These fields differ: name, address.');
  });

  it('without a code may be repeated under an id of its own', () => {
    const nameless = { uscc: null, usccMissingReason: '个体' };
    const rows = [partyRow(nameless), partyRow(nameless), partyRow({ ...nameless, id: 'mine' })];
    expect(shown(judge('parties', rows).verdicts)).toEqual(['registered', 'row-repeated', 'registered']);
  });

  it('is refused with an unknown division or a state that has a history', () => {
    const rows = [
      partyRow({ divisionCode: '459900' }),
      partyRow({ uscc: uscc(2), state: 'suspended' }),
      partyRow({ uscc: uscc(3), state: 'registered' }),
    ];
    expect(shown(judge('parties', rows).verdicts)).toEqual([
      ...['division-unknown', 'party-state-not-importable', 'registered'],
    ]);
  });
});

describe('the row of a site', () => {
  it.each<[string, Partial<Rows['sites']>, string]>([
    ['by id', {}, 'registered'],
    ['by code', { partyId: undefined, partyUscc: uscc(9) }, 'registered'],
    ['by both', { partyUscc: uscc(9) }, 'registered'],
    ['not at all', { partyId: undefined }, 'party-reference-wrong'],
    ['by an unknown id', { partyId: 'other' }, 'party-reference-missing'],
    ['by an unknown code', { partyId: undefined, partyUscc: uscc(8) }, 'party-reference-missing'],
  ])('that names its organisation %s: %j is %s', (_, changes, expected) => {
    expect(shown(judge('sites', [siteRow(changes)]).verdicts)).toEqual([expected]);
  });

  it('that names two organisations, or lies in another province, is refused', () => {
    const owners = { ...OWNERS, byUscc: new Map([[uscc(9), { ...OWNER, id: 'twin' }]]) };
    const stamp = () => ({ id: 'new', registeredAt: AT, version: 1 });
    const [two] = draftRows('sites', [{ line: 2, row: siteRow({ partyUscc: uscc(9) }) }], owners, stamp);
    expect(two).toMatchObject({ outcome: 'refused', field: 'partyId', problem: { code: 'party-reference-wrong' } });
    expect(shown(judge('sites', [siteRow({ divisionCode: '440100' })]).verdicts)).toEqual(['site-outside-home']);
  });
});
