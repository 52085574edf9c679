/** November: the office reads figures, the journal and the exchange. */
import { eq } from 'drizzle-orm';
import { deliveries, numberClashes } from '../../../src/exchange/tables.ts';
import { newId } from '../../../src/platform/ids.ts';
import { idOf } from './register-chapter.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

export async function oversee(stage: Stage, story: Story): Promise<void> {
  await stage.exchange();
  await readFigures(stage, story);
  await watchExchange(stage, story);
  await look(stage, story);
}

async function readFigures({ office }: Stage, story: Story): Promise<void> {
  const { send } = story;
  await send(office, 'GET /v1/flows', { query: '?from=2026-10&to=2026-11&level=city' });
  await send(office, 'GET /v1/flows/records', { query: '?month=2026-10' });
  await send(office, 'GET /v1/books');
  await send(office, 'GET /v1/journal', { query: '?after=0&limit=200' });
  const subject = `batch:${idOf(story, 'batch')}`;
  await send(office, 'GET /v1/journal/subjects/{subject}', { params: { subject } });
  await send(office, 'GET /v1/codes/{kind}', { params: { kind: 'packaging' } });
  await send(office, 'POST /v1/calendar');
  await send(office, 'GET /v1/calendar', { query: '?year=2027' });
}

async function watchExchange({ app, office, exchange }: Stage, story: Story): Promise<void> {
  const { send } = story;
  await send(office, 'GET /v1/exchange/status');
  await send(office, 'GET /v1/exchange/manifests/{id}', { params: { id: idOf(story, 'manifest') } });
  const { items } = await send(office, 'GET /v1/exchange/deliveries');
  // The stand-in refuses nothing that an honest province sends.
  const problem = { code: 'licence-missing', title: 'No valid licence', detail: 'The receiver has no valid licence.' };
  const parked = { state: 'parked', outcome: 'refused', problem } as const;
  await app.database.db.update(deliveries).set(parked).where(eq(deliveries.id, items[0].id));
  const params = { id: items[0].id };
  await send(office, 'GET /v1/exchange/deliveries/{id}', { params });
  await send(office, 'POST /v1/exchange/deliveries/{id}/resend', { params });
  const clashId = newId();
  const stated = { manifestId: idOf(story, 'manifest'), number: '20264501999999', source: 'national' };
  const clash = {
    ...stated,
    id: clashId,
    reason: 'number_taken' as const,
    otherManifestId: newId(),
    noticedAt: app.deps.clock(),
  };
  await app.database.db.insert(numberClashes).values(clash);
  await send(office, 'GET /v1/exchange/number-clashes');
  await send(office, 'GET /v1/exchange/number-clashes/{id}', { params: { id: clashId } });
  await send(office, 'POST /v1/exchange/number-clashes/{id}/settle', { params: { id: clashId } });
  await exchange();
}

async function look({ office }: Stage, { send }: Story): Promise<void> {
  for (const path of ['/livez', '/readyz', '/problems']) await send(office, `GET ${path}`);
  await send(office, 'GET /problems/{code}', { params: { code: 'idempotency-key-invalid' } });
}
