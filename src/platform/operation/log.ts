/** The log: JSON lines without credentials and personal data; on a terminal, lines to read. */
import { isatty } from 'node:tty';
import { type DestinationStream, destination, type Level, type Logger, pino } from 'pino';
import { build as readableLines } from 'pino-pretty';

/** Names whose values are removed, one or two levels deep. */
const SECRETS = [
  'authorization',
  'cookie',
  'token',
  'accessToken',
  'password',
  'phone',
  'contactPhone',
  'driverPhone',
  'signature',
  'privateKey',
];

const REDACTED = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

export type Log = Logger;

export type LogOptions = {
  readonly level: Level | 'silent';
  /** Name of the process: `api`, `worker` and so on. */
  readonly name: string;
  /** Standard output by default. */
  readonly to?: DestinationStream;
};

/** Opens the log of a process. Lines have the level by name and the time as ISO 8601 in UTC. */
export function createLog({ level, name, to = toStandardOutput() }: LogOptions): Log {
  return pino(
    {
      level,
      name,
      redact: { paths: [...REDACTED, 'req.headers["set-cookie"]'], censor: '[hidden]' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    to,
  );
}

type Described = { type: string; message: string; code?: string; stack?: string; cause?: Described };

/** Causes of an error that are written, at most. */
const CAUSES_MAX = 5;

/**
 * Describes an error by what identifies it. Other members are left out: a database driver hangs its whole client on an
 * error, with the key by which its statements can be cancelled.
 */
function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    type: name,
    message,
    ...('code' in error && error.code !== undefined && { code: String(error.code) }),
    ...(stack !== undefined && { stack }),
    ...(cause !== undefined && depth < CAUSES_MAX && { cause: describeError(cause, depth + 1) }),
  };
}

function toStandardOutput(): DestinationStream {
  return destinationOf(1);
}

/** Log on standard error, for processes whose standard output is read by people or programs. */
export function toStandardError(): DestinationStream {
  return destinationOf(2);
}

function destinationOf(fd: 1 | 2): DestinationStream {
  if (!isatty(fd)) return destination({ dest: fd, sync: true });
  return readableLines({ destination: fd, sync: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' });
}
