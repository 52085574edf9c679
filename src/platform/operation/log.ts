/** The log: JSON lines without credentials and personal data. */
import { type DestinationStream, destination, type Level, type Logger, pino } from 'pino';

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

export function createLog({ level, name, to = toStandardOutput() }: LogOptions): Log {
  return pino({ level, name, redact: { paths: [...REDACTED, 'req.headers["set-cookie"]'], censor: '[hidden]' } }, to);
}

function toStandardOutput(): DestinationStream {
  return destination({ dest: 1, sync: true });
}

/** Log on standard error, for processes whose standard output is read by people or programs. */
export function toStandardError(): DestinationStream {
  return destination({ dest: 2, sync: true });
}
