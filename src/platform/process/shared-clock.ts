/**
 * A clock that several processes follow by a file. A demonstration plays a month in a minute with it; the processes of
 * production have no option for it.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { StartupError } from './startup-error.ts';

export type Clock = () => Date;

/** Both in milliseconds since 1970: the time that the clock was set to, and the time of the machine at that instant. */
const Setting = z.object({ at: z.int(), setAt: z.int() });
type Setting = z.infer<typeof Setting>;

/**
 * Follows the clock in a file; between two settings it runs as the machine does. Every call reads the file. Otherwise two
 * processes would see a setting at different instants, and a message signed after it would arrive from the future.
 * @throws StartupError without such a file
 */
export function followClock(file: string): Clock {
  const first = read(file);
  if (first === undefined) throw new StartupError({ en: `There is no clock in ${file}.`, zh: `${file} 中没有时钟。` });
  let setting = first;
  return () => {
    // The file goes when its demonstration ends, perhaps before this process.
    setting = read(file) ?? setting;
    return timeOf(setting);
  };
}

/** Reads a clock once; undefined without such a file. */
export function readClock(file: string): Date | undefined {
  const setting = read(file);
  return setting && timeOf(setting);
}

/** Sets the clock. Readers see the setting before or after it, never a part. */
export function setClock(file: string, at: Date): void {
  const draft = `${file}.new`;
  writeFileSync(draft, JSON.stringify({ at: at.getTime(), setAt: Date.now() } satisfies Setting));
  renameSync(draft, file);
}

const read = (file: string): Setting | undefined =>
  existsSync(file) ? Setting.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
const timeOf = ({ at, setAt }: Setting): Date => new Date(at + Date.now() - setAt);
