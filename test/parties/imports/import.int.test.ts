import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { newId } from '../../../src/platform/ids.ts';
import { TABLE_CONTENT_TYPES, toXlsx } from '../../../src/platform/table/index.ts';
import { useApp } from '../../app/fixture.ts';
import { csv, faults, HEADER, outcomes, row, sendTo } from './files.ts';

const app = useApp();
const send = (file: string | Buffer, options = {}) => sendTo(app, file, options);

const found = async (uscc: string) => (await app.authority.get(`/v1/parties?uscc=${uscc}`)).json.items;

describe('an import', () => {
  it('registers every row like a single request, with the same entry in the journal', async () => {
    const { status, json } = await send(csv(HEADER, row(1001, { contactName: '某人' }), row(1002)));
    expect([status, json.applied, json.counts]).toEqual([
      200,
      true,
      { rows: 2, registered: 2, unchanged: 0, refused: 0 },
    ]);
    const single = await app.authority.post('/v1/parties', {
      uscc: composeUscc('91', '450100', 1003),
      name: '演示单位1003',
      divisionCode: '450100',
    });
    const { rows } = await app.database.db.$client.query(
      `select kind, version, payload from journal_entries where subject = any($1)`,
      [[`party:${json.rows[1].id}`, `party:${single.json.id}`]],
    );
    expect(rows).toHaveLength(2);
    expect(Object.keys(rows[0].payload).toSorted()).toEqual(Object.keys(rows[1].payload).toSorted());
    expect([rows[0].kind, rows[0].version]).toEqual([rows[1].kind, rows[1].version]);
    const [party] = await found(composeUscc('91', '450100', 1001));
    expect(party).toMatchObject({ id: json.rows[0].id, name: '演示单位1001', provinceCode: '45' });
  });

  it('leaves rows unchanged that are registered with the same data, and refuses other data', async () => {
    await send(csv(HEADER, row(1011)));
    const { json } = await send(csv(HEADER, row(1011), row(1012)), { query: '?mode=rows' });
    expect(outcomes(json)).toEqual([
      [2, 'unchanged'],
      [3, 'registered'],
    ]);
    const changed = await send(csv(HEADER, row(1011, { name: '别的名称' })), { query: '?mode=rows' });
    expect(changed.json.faults).toEqual([
      {
        ...{ sheet: null, line: 2, column: 3, letters: 'C', name: 'name', field: 'name', rule: 'row-differs' },
        detail: `The record is already registered with the id ${json.rows[0].id}. These fields differ: name.`,
        remedy: expect.stringContaining('Change the row to the registered data'),
      },
    ]);
  });

  it('reports every fault of every row with line, column and remedy, in the words of a single request', async () => {
    const bad = row(1021, { uscc: '914501000000000196', divisionCode: '99' });
    const file = csv(HEADER, row(1022), bad, row(1022), row(1023, { uscc: '', name: '' }));
    const { status, json } = await send(file, { query: '?dryRun=true', language: 'zh' });
    expect([status, json.applied, json.counts]).toEqual([
      200,
      false,
      { rows: 4, registered: 1, unchanged: 0, refused: 3 },
    ]);
    expect(faults(json)).toEqual([
      [3, 'uscc', 'custom'],
      [3, 'divisionCode', 'invalid_format'],
      [4, null, 'row-repeated'],
      [5, 'name', 'invalid_type'],
    ]);
    const alone = await app.authority.post(
      '/v1/parties',
      { uscc: '914501000000000196', name: 'x', divisionCode: '99' },
      { 'accept-language': 'zh' },
    );
    const [alike] = alone.json.errors.map(({ detail }: { detail: string }) => detail);
    expect(alike).toMatch(/^“统一社会信用代码”（uscc）须为 18 位统一社会信用代码且校验码正确/);
    const remainder = alike.replace('“统一社会信用代码”（uscc）', '');
    expect(json.faults[0].detail).toBe(`“uscc”列${remainder}`);
    expect(json.faults[1].detail).toMatch(/^“divisionCode”列须为市（4 位）或县（6 位）行政区划代码/);
    expect(json.faults[2].detail).toBe('与第 2 行重复。');
    expect(await found(composeUscc('91', '450100', 1022))).toEqual([]);
  });

  it('in the mode all writes nothing if one row is wrong, and answers a problem with the whole report', async () => {
    const file = csv(HEADER, row(1031), row(1032, { divisionCode: '1' }));
    const key = randomUUID();
    const { status, json } = await send(file, { key });
    expect([status, json.code, json.refused, json.rows]).toEqual([422, 'import-refused', 1, 2]);
    expect(faults(json.report)).toEqual([[3, 'divisionCode', 'invalid_format']]);
    expect(json.report.rows).toEqual([
      { line: 2, outcome: 'registered', id: null },
      { line: 3, outcome: 'refused', id: null },
    ]);
    expect(await found(composeUscc('91', '450100', 1031))).toEqual([]);
    // A corrected file may use the key again.
    expect((await send(csv(HEADER, row(1031)), { key })).status).toBe(200);
  });

  it('in the mode rows registers the valid rows', async () => {
    const { status, json } = await send(csv(HEADER, row(1041), row(1042, { divisionCode: '1' })), {
      query: '?mode=rows',
    });
    expect([status, outcomes(json)]).toEqual([
      200,
      [
        [2, 'registered'],
        [3, 'refused'],
      ],
    ]);
    expect(await found(composeUscc('91', '450100', 1041))).toHaveLength(1);
  });

  it.each(['all', 'rows'])(
    'in %s mode answers the same for the same key, and refuses another file under it',
    async (mode) => {
      const key = randomUUID();
      const serial = mode === 'all' ? 1051 : 1061;
      const options = { key, query: `?mode=${mode}` };
      const first = await send(csv(HEADER, row(serial)), options);
      const again = await send(csv(HEADER, row(serial)), options);
      expect([again.json, again.headers['idempotency-replayed']]).toEqual([first.json, 'true']);
      expect((await send(csv(HEADER, row(serial + 1)), options)).json.code).toBe('idempotency-key-reused');
    },
  );

  it('sent many times at once registers every row once', async () => {
    const uscc = composeUscc('91', '450100', 1001);
    const names = Array.from({ length: 300 }, (_, at) => `场所${at}`);
    const file = csv(
      ['partyUscc', 'kind', 'name', 'divisionCode'],
      ...names.map((name) => [uscc, 'generator', name, '450100']),
    );
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(file, { kind: 'sites' })));
    const registered = answers.map(({ json }) => json.counts.registered).toSorted((a, b) => a - b);
    expect(registered).toEqual([0, 0, 0, 0, 300]);
  });

  it('makes up no history: new organisations are registered or active, known ones keep their state', async () => {
    const file = csv(
      [...HEADER, 'state'],
      [...row(1081), 'suspended'],
      [...row(1001, { contactName: '某人' }), 'suspended'],
    );
    const { json } = await send(file, { query: '?mode=rows' });
    expect(faults(json)).toEqual([[2, 'state', 'party-state-not-importable']]);
    expect(outcomes(json)).toEqual([
      [2, 'refused'],
      [3, 'unchanged'],
    ]);
    expect(await found(composeUscc('91', '450100', 1001))).toMatchObject([{ state: 'active' }]);
  });

  it('reads Chinese headers in any order, also in GB18030, and spreadsheets with days and text', async () => {
    const gb = Buffer.concat([
      Buffer.from('d0d0d5fec7f8bbaeb4fac2eb2cb5a5cebbc3fbb3c62c', 'hex'),
      Buffer.from('cdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb', 'hex'),
      Buffer.from(`\r\n450100,`),
      Buffer.from('d1ddcabe', 'hex'),
      Buffer.from(`,${composeUscc('91', '450100', 1071)}\r\n`),
    ]);
    const { json } = await send(gb);
    expect(outcomes(json)).toEqual([[2, 'registered']]);
    expect(await found(composeUscc('91', '450100', 1071))).toMatchObject([{ name: '演示' }]);
    const sheet = await toXlsx('许可证', [
      [
        '单位统一社会信用代码',
        '许可证编号',
        '许可方式',
        '废物代码',
        '有效期起',
        '有效期止（不含当日）',
        '发证机关',
        '核准经营规模（克）',
      ],
      [
        composeUscc('91', '450100', 1071),
        '00123',
        '利用',
        '900-052-31、384-004-31',
        '2026/1/5',
        '2031年1月5日',
        '主管',
        '1000',
      ],
    ]);
    const licence = await send(sheet, { kind: 'licences', type: TABLE_CONTENT_TYPES.xlsx });
    expect([licence.status, licence.json.faults]).toEqual([200, []]);
    const [{ id }] = await found(composeUscc('91', '450100', 1071));
    expect((await app.authority.get(`/v1/parties/${id}/licences`)).json.items).toMatchObject([
      {
        number: '00123',
        mode: 'recycling',
        wasteCodes: ['900-052-31', '384-004-31'],
        validFrom: '2026-01-05',
        validTo: '2031-01-05',
        annualLimitGrams: 1000,
      },
    ]);
  });

  it('of sites finds their organisations by code or id, and follows the rules of single requests', async () => {
    const [party] = await found(composeUscc('91', '450100', 1001));
    const file = csv(
      ['partyUscc', 'partyId', 'kind', 'name', 'divisionCode', 'latitude', 'longitude'],
      ['', party.id, 'recycler', '厂', '450100', '22.5', '108.25'],
      [composeUscc('91', '450100', 9999), '', 'recycler', '厂', '450100', '', ''],
      [party.uscc, newId(), 'recycler', '厂', '450100', '', ''],
      ['', '', 'recycler', '厂', '450100', '', ''],
      [party.uscc, '', 'recycler', '厂', '440100', '', ''],
      [party.uscc, '', '工厂', '厂', '450100', '1', ''],
    );
    const { json } = await send(file, { kind: 'sites', query: '?mode=rows' });
    expect(faults(json)).toEqual([
      [3, 'partyUscc', 'party-reference-missing'],
      [4, 'partyId', 'party-reference-missing'],
      [5, 'partyUscc', 'party-reference-wrong'],
      [6, 'divisionCode', 'site-outside-home'],
      [7, 'kind', 'invalid_value'],
    ]);
    expect(json.counts.registered).toBe(1);
  });
});

describe('an invalid table', () => {
  const xlsx = TABLE_CONTENT_TYPES.xlsx;
  it.each<[string, () => Promise<Buffer> | Buffer | string, string, number, string]>([
    ['random bytes', () => Buffer.from('8a1f9c770001fffe', 'hex'), xlsx, 400, 'table-unreadable'],
    ['random bytes as CSV', () => Buffer.from('8affff770001fffe', 'hex'), 'text/csv', 400, 'table-unreadable'],
    [
      'bytes of another encoding',
      () => Buffer.from('name,divisionCode\nf\xfcr \xe4\xe4,450100', 'latin1'),
      'text/csv',
      400,
      'table-unreadable',
    ],
    ['nothing', () => '', 'text/csv', 400, 'table-unreadable'],
    ['a wrong header', () => 'name,colour,name\n', 'text/csv', 400, 'table-header-wrong'],
    ['another sheet first', () => toXlsx('x', [['notes'], ['hello']]), xlsx, 400, 'table-header-wrong'],
    ['a huge cell', () => `name,divisionCode\n${'x'.repeat(10_000)},450100`, 'text/csv', 413, 'table-too-large'],
    ['too many rows', () => `name,divisionCode\n${'a,b\n'.repeat(20_001)}`, 'text/csv', 413, 'table-too-large'],
    ['17 MiB', () => Buffer.alloc(17 * 1024 * 1024, 97), 'text/csv', 413, 'body-too-large'],
    ['an encrypted workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), xlsx, 400, 'table-unreadable'],
    ['JSON', () => '{}', 'application/json', 415, 'content-type-unsupported'],
  ])('%s is refused', async (_, make, type, status, code) => {
    const { status: given, json } = await send(await make(), { type });
    expect([given, json.code]).toEqual([status, code]);
  });

  it('a number that may have lost digits, and a cell without a column, are faults of their row', async () => {
    const bytes = await (await import('write-excel-file/node'))
      .default(
        [
          ['uscc', 'name', 'divisionCode'].map((value) => ({ value, type: String })),
          [
            { value: 914501000000000000, type: Number },
            { value: 'a', type: String },
            { value: 450100, type: Number },
            { value: 'x', type: String },
          ],
        ],
        { sheet: 'a' },
      )
      .toBuffer();
    const { json } = await send(bytes, { type: xlsx, query: '?dryRun=true' });
    expect(faults(json).slice(0, 2)).toEqual([
      [2, 'uscc', 'cell-is-number'],
      [2, null, 'row-too-long'],
    ]);
  });

  it('another kind of file is refused with the accepted kinds', async () => {
    for (const type of ['text/plain', 'application/json', 'application/vnd.ms-excel']) {
      const { status, json } = await send('a', { type });
      expect([status, json.accepted]).toEqual([415, Object.values(TABLE_CONTENT_TYPES).join(' / ')]);
    }
  });

  it('an unknown kind, mode or parameter is refused', async () => {
    expect((await send('a', { kind: 'people' })).json.code).toBe('method-not-allowed');
    expect((await send('a', { query: '?mode=some' })).json.code).toBe('request-invalid');
    expect((await send('a', { query: '?colour=red' })).json.code).toBe('request-invalid');
  });
});
