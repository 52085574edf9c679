/** Shows the figures, for people or for programs. */
import { availableParallelism } from 'node:os';
import type { Figure } from './measure.ts';

export function print(figures: readonly Figure[], json: boolean): void {
  const machine = { cores: availableParallelism(), node: process.version };
  process.stdout.write(json ? `${JSON.stringify({ machine, figures })}\n` : table(machine, figures));
}

function table(machine: { cores: number; node: string }, figures: readonly Figure[]): string {
  const rows = figures.map(({ name, clients, recordsPerSecond, p50Ms, p99Ms, errors, ratio }) => [
    name,
    String(clients),
    Math.round(recordsPerSecond).toLocaleString('en'),
    p50Ms.toFixed(1),
    p99Ms.toFixed(1),
    String(errors),
    ratio === undefined ? '' : ratio.toFixed(2),
  ]);
  const head = ['', 'clients', 'records/s', 'p50 ms', 'p99 ms', 'errors', 'ratio'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [
    `${machine.cores} cores, Node ${machine.node}; generator, service and servers share them`,
    line(head),
    ...rows.map(line),
    '',
  ].join('\n');
}
