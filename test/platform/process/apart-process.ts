/** Rights that a process of its own has: `apart.int.test.ts` starts it and reads them. */
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';

function write(path: string): string {
  try {
    writeFileSync(path, 'written');
    return 'written';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? '';
  }
}

async function openConnection(): Promise<string> {
  try {
    const socket = connect(1, '127.0.0.1');
    return await new Promise((resolve) =>
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? '')),
    );
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? '';
  }
}

const names = Object.keys(process.env);
process.stdout.write(
  `${JSON.stringify({ writing: process.argv.slice(2).map(write), connecting: await openConnection(), names })}\n`,
);
