/** Sends due deliveries to province 44, as a worker process does. Tests kill it meanwhile. */
import { pino } from 'pino';
import { deliverTo } from '../../src/exchange/deliveries/sending-service.ts';
import { ensureKey } from '../../src/platform/auth/index.ts';
import { openDatabase } from '../../src/platform/database/db.ts';
import { newId } from '../../src/platform/ids.ts';
import { keepLawCache } from '../../src/platform/law/index.ts';

const [url = '', keyFile = ''] = process.argv.slice(2);
const db = openDatabase({ url });
await deliverTo(
  {
    db,
    law: keepLawCache({ db, clock: () => new Date() }),
    clock: () => new Date(),
    newId,
    log: pino({ level: 'silent' }),
    province: '45',
    exchangeKey: await ensureKey(keyFile),
    wake: async () => undefined,
    wakeAll: async () => undefined,
    exchange: {
      timeoutMs: 30_000,
      sweepMs: 1_000,
      retryMaxMs: 20,
      partners: { http: true, networks: ['127.0.0.0/8', '::1'] },
    },
  },
  '44',
);
