/** Key files: one private JWK each, made on first use, readable by their owner only. */
import { hkdfSync } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { makeFolder } from '../process/folder.ts';
import { StartupError } from '../process/startup-error.ts';

export const ALGORITHM = 'ES256';

/** A key pair with its RFC 7638 thumbprint as `kid`. */
export type KeyPair = { readonly kid: string; readonly privateKey: CryptoKey; readonly publicJwk: JWK };

/** Reads the key of a file, or makes one when the file is missing. Several processes may do so at once: one key wins. */
export async function ensureKey(file: string): Promise<KeyPair> {
  const found = await readKey(file);
  if (found) return found;
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const draft = `${file}.${process.pid}.new`;
  try {
    await makeFolder(dirname(file), 0o700);
    await writeFile(draft, JSON.stringify({ ...jwk, kid: await calculateJwkThumbprint(jwk) }), { mode: 0o600 });
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await unlink(draft);
  } catch (error) {
    throw new StartupError({
      en: `The key file ${file} cannot be written: ${(error as Error).message}.`,
      zh: `密钥文件 ${file} 无法写入。系统提示：“${(error as Error).message}”`,
    });
  }
  const made = await readKey(file);
  if (!made)
    throw new StartupError({
      en: `The key file ${file} was made, but is missing now.`,
      zh: `密钥文件 ${file} 已创建，但现已不存在。`,
    });
  return made;
}

/** Derives a secret of 32 bytes from the key file, a different one for each purpose (HKDF, RFC 5869). */
export async function deriveSecret(file: string, purpose: string): Promise<Buffer> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new StartupError({
      en: `The key file ${file} cannot be read: ${error.message}.`,
      zh: `密钥文件 ${file} 无法读取。系统提示：“${error.message}”`,
    });
  });
  const { d = '' } = JSON.parse(text) as JWK;
  return Buffer.from(hkdfSync('sha256', Buffer.from(d, 'base64url'), '', `leadloop ${purpose}`, 32));
}

/** @throws StartupError when the file holds no usable ES256 private key */
export async function readKey(file: string): Promise<KeyPair | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new StartupError({
      en: `The key file ${file} cannot be read: ${error.message}.`,
      zh: `密钥文件 ${file} 无法读取。系统提示：“${error.message}”`,
    });
  });
  if (text === undefined) return undefined;
  try {
    const jwk = JSON.parse(text) as JWK;
    const privateKey = await importJWK(jwk, ALGORITHM);
    if (privateKey instanceof Uint8Array || privateKey.type !== 'private') throw new TypeError('not a private key');
    const { kty, crv, x, y } = jwk as Required<JWK>;
    const kid = await calculateJwkThumbprint(jwk);
    return { kid, privateKey, publicJwk: { kty, crv, x, y, kid, alg: ALGORITHM, use: 'sig' } };
  } catch (error) {
    throw new StartupError({
      en: `The key file ${file} does not hold an ES256 private JWK: ${(error as Error).message}.`,
      zh: `密钥文件 ${file} 中没有 ES256 私钥（JWK）。系统提示：“${(error as Error).message}”`,
    });
  }
}
