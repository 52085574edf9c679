import { describe, expect, it } from 'vitest';
import { loadConfig, loadDatabaseConfig, loadLocalConfig } from '../src/config.ts';

const GIVEN = { DATABASE_URL: 'postgres://u:secret@db:5432/leadloop', REDIS_URL: 'redis://redis:6379' };

describe('the configuration', () => {
  it('takes the defaults where nothing is set', () => {
    const config = loadConfig(GIVEN);
    expect(config).toMatchObject({
      province: '45',
      http: { host: '127.0.0.1', port: 8450, workerPort: 8451, metricsHost: '127.0.0.1' },
      db: { url: GIVEN.DATABASE_URL, poolMax: 6 },
      queue: { backend: 'redis', redisUrl: GIVEN.REDIS_URL },
      keysDir: '.leadloop/keys',
    });
    expect(loadLocalConfig({}).queue.backend).toBe('postgres');
  });

  it('counts an empty variable as not set', () => {
    expect(loadLocalConfig({ LEADLOOP_PORT: '', DATABASE_URL: '  ' })).toEqual(loadLocalConfig({}));
    expect(() => loadConfig({ ...GIVEN, REDIS_URL: '' })).toThrow('REDIS_URL must be set');
  });

  it('keeps the keys in the data folder by default', () => {
    expect(loadLocalConfig({ LEADLOOP_DATA_DIR: '/data/gd' }).keysDir).toBe('/data/gd/keys');
    expect(loadLocalConfig({ LEADLOOP_DATA_DIR: '/data/gd', LEADLOOP_KEYS_DIR: '/keys' }).keysDir).toBe('/keys');
  });

  it('reports all faults at once, each with its variable and valid values, and no value', () => {
    const env = { LEADLOOP_PORT: '99999', LEADLOOP_PROVINCE: 'Guangxi', DATABASE_URL: 'mysql://secret@db/x' };
    expect(() => loadConfig(env)).toThrow(
      expect.objectContaining({
        name: 'StartupError',
        message:
          'The configuration is not usable: LEADLOOP_PROVINCE must be a GB/T 2260 code of two digits, such as 45; ' +
          'LEADLOOP_PORT must be a whole number from 0 to 65535; ' +
          'DATABASE_URL must be set to the address of a database, such as postgres://user:password@host:5432/leadloop; ' +
          'REDIS_URL must be set to the address of a Redis, such as redis://host:6379.',
      }),
    );
  });

  it.each(['1.5', '-1', 'http', '0x', '1e9'])('refuses %s as a port', (port) => {
    expect(() => loadLocalConfig({ LEADLOOP_PORT: port })).toThrow('LEADLOOP_PORT must be');
  });

  it('offers queues on PostgreSQL to the local default only', () => {
    expect(loadLocalConfig({ LEADLOOP_QUEUE: 'redis' }).queue.backend).toBe('redis');
    expect(() => loadConfig({ ...GIVEN, LEADLOOP_QUEUE: 'postgres' })).toThrow('LEADLOOP_QUEUE must be redis or unset');
  });

  it('needs no Redis to migrate, and a database', () => {
    expect(loadDatabaseConfig({ DATABASE_URL: GIVEN.DATABASE_URL }).db.url).toBe(GIVEN.DATABASE_URL);
    expect(() => loadDatabaseConfig({})).toThrow('DATABASE_URL must be set');
  });

  it('needs the key of a bucket for files, and names what is missing', () => {
    const bucket = { LEADLOOP_FILES_BUCKET: 'https://storage.example.org/leadloop', LEADLOOP_FILES_KEY_ID: 'key' };
    expect(() => loadConfig({ ...GIVEN, ...bucket })).toThrow(
      'LEADLOOP_FILES_KEY_SECRET must be set when LEADLOOP_FILES_BUCKET is',
    );
    const { fileStore } = loadConfig({ ...GIVEN, ...bucket, LEADLOOP_FILES_KEY_SECRET: 'secret' });
    expect(fileStore).toMatchObject({ bucketUrl: bucket.LEADLOOP_FILES_BUCKET, keyId: 'key', keySecret: 'secret' });
    expect(() => loadConfig({ ...GIVEN, LEADLOOP_FILES_BUCKET: 's3://leadloop' })).toThrow(
      'LEADLOOP_FILES_BUCKET must be',
    );
    expect(loadLocalConfig({}).fileStore).toMatchObject({ region: 'us-east-1', timeoutSeconds: 30 });
  });

  it('cannot be changed', () => {
    const config = loadConfig(GIVEN);
    expect(Object.isFrozen(config) && Object.isFrozen(config.http)).toBe(true);
  });
});
