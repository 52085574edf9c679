/** Small files of every accepted type, and uploads of them. */
import { createHash, randomUUID } from 'node:crypto';
import type { Client, TestApp } from '../app/fixture.ts';

export const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
export const png = (text: string) =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(text)]);
export const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
export const digestOf = (bytes: Buffer) => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

type Options = { readonly name?: string; readonly type?: string; readonly headers?: Readonly<Record<string, string>> };

/** Uploads bytes with the token of a client. */
export async function upload(
  { http }: Pick<TestApp, 'http'>,
  { token }: Pick<Client, 'token'>,
  bytes: Buffer,
  { name = '检测报告.pdf', type = 'application/pdf', headers = {} }: Options = {},
) {
  const answer = await http.inject({
    ...{ method: 'POST', url: `/v1/files?name=${encodeURIComponent(name)}`, payload: bytes },
    headers: {
      ...{ authorization: `Bearer ${token}`, 'content-type': type, 'idempotency-key': randomUUID() },
      ...headers,
    },
  });
  return { status: answer.statusCode, headers: answer.headers, json: answer.json() };
}

/** Downloads the content of a file. */
export async function download(
  { http }: Pick<TestApp, 'http'>,
  { token }: Pick<Client, 'token'>,
  id: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const answer = await http.inject({
    ...{ method: 'GET', url: `/v1/files/${id}/content` },
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload, text: answer.body };
}
