/** Memory of processes over time, and how much it has grown. */
import { readFile } from 'node:fs/promises';
import { familyOf, readChildren } from '../faults/family.ts';

/**
 * Bytes of memory of its own that each process holds, with all processes below it, such as the sessions of a database:
 * anonymous pages, without files and shared buffers, which the system fills on purpose.
 */
export async function readMemory(owners: ReadonlySet<number>): Promise<ReadonlyMap<number, number>> {
  const children = readChildren();
  const held = new Map<number, number>();
  for (const owner of owners) {
    const bytes = await Promise.all(familyOf(owner, children).map(anonymousBytesOf));
    // A process that has ended holds nothing, not even zero bytes.
    if (bytes[0] !== undefined)
      held.set(
        owner,
        bytes.reduce<number>((sum, one) => sum + (one ?? 0), 0),
      );
  }
  return held;
}

/** The anonymous pages of a process; undefined when it has ended meanwhile. */
async function anonymousBytesOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  return status === undefined ? undefined : Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1_024;
}

export type Sample = { readonly atSeconds: number; readonly bytes: number };

export type Growth = {
  readonly baseMegabytes: number;
  readonly highestMegabytes: number;
  readonly lastMegabytes: number;
  /** Growth of the highest window after the warm-up over the highest of the warm-up, in percent. */
  readonly percent: number;
};

/**
 * Compares the highest window after the warm-up with the highest of the warm-up. A window is worth its median, because
 * garbage waits some time for its collection. Heaps rise and fall over minutes too, so one window alone is no measure.
 *
 * @throws Error when the samples do not reach beyond the warm-up
 */
export function growthOf(
  samples: readonly Sample[],
  { warmUpSeconds, windowSeconds }: { readonly warmUpSeconds: number; readonly windowSeconds: number },
): Growth {
  const windows = Map.groupBy(samples, ({ atSeconds }) => Math.floor((atSeconds - warmUpSeconds) / windowSeconds));
  const medians = [...windows]
    .toSorted(([one], [other]) => one - other)
    .map(([window, found]) => ({ window, bytes: medianOf(found.map(({ bytes }) => bytes)) }));
  const bytesOf = (isIn: (window: number) => boolean) =>
    medians.filter(({ window }) => isIn(window)).map(({ bytes }) => bytes);
  const later = bytesOf((window) => window >= 0);
  const last = later.at(-1);
  if (last === undefined) throw new Error('the run ended before its warm-up');
  const base = Math.max(...bytesOf((window) => window < 0));
  const highest = Math.max(...later);
  const inMegabytes = (bytes: number) => Math.round(bytes / 1_000_000);
  return {
    ...{ baseMegabytes: inMegabytes(base), highestMegabytes: inMegabytes(highest), lastMegabytes: inMegabytes(last) },
    percent: Math.round((1_000 * (highest - base)) / base) / 10,
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
