/** Reading the journal over HTTP, page after page from the beginning, as a national reader does. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, measureCalls } from './measure.ts';
import type { Province } from './province.ts';

const PAGE = 200;

/** Waits until every entry is sealed, then lets readers follow. */
export async function measureJournal(province: Province, readers: number, seconds: number): Promise<Figure> {
  const headers = { authorization: `Bearer ${await province.token()}` };
  const read = async (after: number) => {
    const answer = await fetch(`${province.url}/v1/journal?after=${after}&limit=${PAGE}`, { headers });
    if (!answer.ok) throw new Error(`GET /v1/journal answered ${answer.status}`);
    return (await answer.json()) as { items: { index: number }[] };
  };
  while ((await read(PAGE * 100)).items.length === 0) await sleep(100);
  const positions = Array.from({ length: readers }, () => 0);
  return measureCalls(`GET /v1/journal, ${PAGE} entries each`, { lanes: readers, seconds }, async (lane) => {
    const { items } = await read(positions[lane] ?? 0);
    positions[lane] = items.at(-1)?.index ?? 0;
    return items.length;
  });
}
