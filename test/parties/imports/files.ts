/** Files for imports and exports, sent and received for an authority. */
import { randomUUID } from 'node:crypto';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { toCsvLine } from '../../../src/platform/table/index.ts';
import type { TestApp } from '../../app/fixture.ts';

type Options = { kind?: string; query?: string; type?: string; key?: string; language?: string; token?: string };

export async function sendTo(to: TestApp, file: string | Buffer, options: Options = {}) {
  const { kind = 'parties', query = '', type = 'text/csv', key = randomUUID(), language = 'en', token } = options;
  const answer = await to.http.inject({
    method: 'POST',
    url: `/v1/imports/${kind}${query}`,
    payload: file,
    headers: {
      authorization: `Bearer ${token ?? to.authority.token}`,
      'content-type': type,
      'idempotency-key': key,
      'accept-language': language,
    },
  });
  return { status: answer.statusCode, headers: answer.headers, json: answer.json() };
}

export const csv = (...rows: string[][]) => rows.map(toCsvLine).join('');
export const HEADER = ['uscc', 'usccMissingReason', 'name', 'divisionCode', 'contactName'];
export const row = (serial: number, changes: Partial<Record<string, string>> = {}) => {
  const cells = {
    uscc: composeUscc('91', '450100', serial),
    name: `演示单位${serial}`,
    divisionCode: '450100',
    ...changes,
  };
  return HEADER.map((field) => (cells as Record<string, string>)[field] ?? '');
};

export const outcomes = (json: { rows: { line: number; outcome: string }[] }) =>
  json.rows.map(({ line, outcome }) => [line, outcome]);
export const faults = (json: { faults: { line: number; name: string; rule: string }[] }) =>
  json.faults.map(({ line, name, rule }) => [line, name, rule]);
