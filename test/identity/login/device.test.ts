import { describe, expect, it } from 'vitest';
import { deviceOf, newDevice } from '../../../src/identity/login/device.ts';

const KEY = Buffer.alloc(32, 1);
const { name, value } = newDevice('anna', KEY);
const header = (sent: string) => `other=1; ${name}=${sent}; last=2`;

describe('a known device', () => {
  it('is recognised by the cookie of the login name', () => {
    expect(deviceOf(header(value), 'anna', KEY)).toBe(value.split('.')[0]);
  });

  it('has a new name each time', () => {
    expect(newDevice('anna', KEY).value).not.toBe(value);
    expect(newDevice('anna', KEY).name).toBe(name);
  });

  it('is unknown for another login name, also under its cookie name', () => {
    expect(deviceOf(header(value), 'berta', KEY)).toBeUndefined();
    expect(deviceOf(`${newDevice('berta', KEY).name}=${value}`, 'berta', KEY)).toBeUndefined();
  });

  it('is unknown when the cookie is missing, changed, cut or of another key file', () => {
    const changed = `${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`;
    for (const sent of [
      '',
      'x',
      changed,
      value.slice(0, 22),
      `${value.slice(0, 22)}.`,
      newDevice('anna', Buffer.alloc(32, 2)).value,
    ]) {
      expect(deviceOf(header(sent), 'anna', KEY)).toBeUndefined();
    }
    expect(deviceOf(undefined, 'anna', KEY)).toBeUndefined();
    expect(deviceOf(header(value), 'anna', Buffer.alloc(32, 2))).toBeUndefined();
  });
});
