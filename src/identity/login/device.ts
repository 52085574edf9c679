/**
 * Devices in which a person has logged in: the browser keeps a signed cookie for each login name. It is no proof of
 * identity; it only keeps the wrong passwords of strangers from locking this browser out.
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** Lifetime of the cookie from the last login, in seconds. */
export const DEVICE_SECONDS = 180 * 86_400;

export type DeviceCookie = { readonly name: string; readonly value: string };

const NONCE = /^[\w-]{22}$/;

/** Makes the cookie that marks a browser as one in which this login name has logged in. */
export function newDevice(login: string, encryptionKey: Buffer): DeviceCookie {
  const nonce = randomBytes(16).toString('base64url');
  return { name: cookieNameOf(login, encryptionKey), value: `${nonce}.${signed(login, nonce, encryptionKey)}` };
}

/**
 * Returns the name of the device, from the header with the cookies of a browser.
 * @returns undefined when the login name has not logged in there, or the cookie was not made here
 */
export function deviceOf(cookies: string | undefined, login: string, encryptionKey: Buffer): string | undefined {
  const name = `${cookieNameOf(login, encryptionKey)}=`;
  const pair = (cookies ?? '').split(';').find((one) => one.trim().startsWith(name));
  const [nonce = '', mac = ''] = pair?.trim().slice(name.length).split('.') ?? [];
  if (!NONCE.test(nonce)) return undefined;
  const [given, right] = [Buffer.from(mac), Buffer.from(signed(login, nonce, encryptionKey))];
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : undefined;
}

const cookieNameOf = (login: string, key: Buffer): string =>
  `leadloop_device_${mac(key, `name ${login}`).slice(0, 16)}`;
const signed = (login: string, nonce: string, key: Buffer): string => mac(key, `${nonce} ${login}`);

function mac(encryptionKey: Buffer, text: string): string {
  const key = Buffer.from(hkdfSync('sha256', encryptionKey, '', 'leadloop devices', 32));
  return createHmac('sha256', key).update(text).digest('base64url');
}
