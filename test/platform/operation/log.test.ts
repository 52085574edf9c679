import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLog } from '../../../src/platform/operation/log.ts';

function logging(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  const to = new Writable({
    write: (chunk: Buffer, _, done) => {
      text += chunk.toString();
      done();
    },
  });
  write(createLog({ level: 'info', name: 'test', to }));
  return text;
}

it('hides credentials and personal data, one and two levels deep', () => {
  const text = logging((log) =>
    log.info(
      {
        token: 'SECRET',
        headers: { authorization: 'SECRET', cookie: 'SECRET' },
        partner: { message: { signature: 'SECRET' } },
        driver: { phone: 'SECRET' },
        req: { headers: { authorization: 'SECRET', 'set-cookie': 'SECRET' } },
        subject: 'operator',
      },
      'answered',
    ),
  );
  expect(text).not.toContain('SECRET');
  expect(JSON.parse(text)).toMatchObject({ name: 'test', subject: 'operator', msg: 'answered', token: '[hidden]' });
});

it('leaves out what is below its level', () => {
  expect(logging((log) => log.debug('unimportant'))).toBe('');
});

it('names level and time so that people and collectors understand them', () => {
  const line = JSON.parse(logging((log) => log.warn('slow')));
  expect(line.level).toBe('warn');
  expect(new Date(line.time).toISOString()).toBe(line.time);
});

it('writes of an error what identifies it, and nothing that a driver has hung on it', () => {
  const cause = Object.assign(new Error('terminated'), { code: '57P01', client: { secretKey: 'SECRET' } });
  const text = logging((log) => log.error({ err: new RangeError('lost', { cause }) }, 'trouble'));
  expect(text).not.toContain('SECRET');
  expect(JSON.parse(text).err).toMatchObject({
    type: 'RangeError',
    message: 'lost',
    cause: { type: 'Error', message: 'terminated', code: '57P01' },
  });
});
