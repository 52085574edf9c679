/** Forged packages of evidence: a file is changed, and everything is signed again with another key. */
import { unzipSync } from 'fflate';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { canonicalJson } from '../../../src/core/canonical.ts';
import { pack } from '../../../src/recovery/evidence/archive-adapter.ts';
import { sha256Of, withLowS } from '../../../src/recovery/evidence/snapshot.ts';

type Files = Record<string, Uint8Array>;

/** Returns the files of a package by their paths. */
const filesOf = (archive: Buffer): Files => unzipSync(archive);

/** Changes a file that holds JSON. */
// biome-ignore lint/suspicious/noExplicitAny: a forger changes members of any form
export function changeJson(files: Files, path: string, change: (value: any) => void): void {
  const value = JSON.parse(Buffer.from(files[path] ?? []).toString());
  change(value);
  files[path] = Buffer.from(canonicalJson(value));
}

/** Changes the lines of a file that holds JSON lines. */
// biome-ignore lint/suspicious/noExplicitAny: a forger changes members of any form
export function changeLines(files: Files, path: string, change: (lines: any[]) => void): void {
  const lines = Buffer.from(files[path] ?? [])
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  change(lines);
  files[path] = Buffer.from(lines.map((line) => `${canonicalJson(line)}\n`).join(''));
}

/** Packs changed files with matching hashes and a signature of another key. */
export async function forged(archive: Buffer, change: (files: Files) => void): Promise<Buffer> {
  const files = filesOf(archive);
  change(files);
  changeJson(files, 'snapshot.json', (snapshot) => {
    snapshot.records.sha256 = sha256Of(files['records.ndjson'] ?? new Uint8Array());
    // The first format has no fractions.
    if (snapshot.fractions) snapshot.fractions.sha256 = sha256Of(files['fractions.ndjson'] ?? new Uint8Array());
  });
  changeJson(files, 'manifest.json', (manifest) => {
    for (const one of manifest.files) {
      const content = files[one.path];
      if (content) Object.assign(one, { sha256: sha256Of(content), sizeBytes: content.length });
    }
  });
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const payload = canonicalJson({ manifestSha256: sha256Of(files['manifest.json'] ?? new Uint8Array()) });
  const signature = await new CompactSign(Buffer.from(payload))
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'leadloop-evidence+jws' })
    .sign(privateKey);
  files['manifest.jws'] = Buffer.from(withLowS(signature));
  files['key.json'] = Buffer.from(canonicalJson({ ...jwk, alg: 'ES256', kid, use: 'sig' }));
  const parts: Uint8Array[] = [];
  for await (const part of pack(packed(files))) parts.push(part);
  return Buffer.concat(parts);
}

const CURVE_ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/** Returns the other form of an ES256 signature. It takes no key to make it. */
export function otherForm(jws: string): string {
  const [header, payload, signature = ''] = jws.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const other = (CURVE_ORDER - BigInt(`0x${bytes.toString('hex', 32)}`)).toString(16).padStart(64, '0');
  return [header, payload, Buffer.from(bytes.toString('hex', 0, 32) + other, 'hex').toString('base64url')].join('.');
}

/** Packs the files of a package again, in an order, with a changed signature. */
export async function repacked(
  archive: Buffer,
  { order, sign }: { readonly order?: (paths: string[]) => string[]; readonly sign?: (jws: string) => string },
): Promise<Buffer> {
  const files = filesOf(archive);
  if (sign) files['manifest.jws'] = Buffer.from(sign(Buffer.from(files['manifest.jws'] ?? []).toString()));
  const paths = Object.keys(files);
  const parts: Uint8Array[] = [];
  for await (const part of pack(inOrder(files, order ? order(paths) : paths))) parts.push(part);
  return Buffer.concat(parts);
}

async function* inOrder(files: Files, paths: readonly string[]) {
  for (const path of paths) yield { path, content: once(files[path] as Uint8Array) };
}

async function* packed(files: Files) {
  // Paths of certificates come last, and all others in their order.
  const paths = Object.keys(files).toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  for (const path of paths) yield { path, content: once(files[path] as Uint8Array) };
}

const orderOf = (path: string): string => (path.startsWith('certificates/') ? `~${path}` : path);

async function* once(bytes: Uint8Array) {
  yield bytes;
}
