/** Starts the embedded PostgreSQL in the folder of its argument, prints its address, and keeps running. */
import { startEmbeddedPostgres } from '../../../src/platform/embedded-postgres/embedded-postgres.ts';
import { run } from '../../../src/platform/process/lifecycle.ts';

await run(async () => {
  const [folder = ''] = process.argv.slice(2);
  const { url, pid } = await startEmbeddedPostgres({ folder });
  process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
  setInterval(() => undefined, 60_000);
});
