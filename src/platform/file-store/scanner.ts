/** Looks for malicious content in a received file: by a command on this machine, or by a service that takes the bytes. */
import { spawn } from 'node:child_process';
import { openAsBlob } from 'node:fs';
import { z } from 'zod';
import type { Verdict } from './file-store.ts';
import type { Incoming } from './incoming.ts';
import { FileStoreOutage } from './outage.ts';

export type ScannerSettings = {
  /** An http or https address, or a command to which the path of the file is added. */
  readonly scanner: string;
  readonly timeoutMs: number;
};

export type Scan = (incoming: Pick<Incoming, 'path'>) => Promise<Verdict>;

const CLEAN = { infected: false } as const;

/** Maximum of what is kept of the name of a threat. */
const THREAT_LENGTH = 200;

/** Returns the scan that is configured; without a scanner, every file is clean. */
export function scanWith(settings: ScannerSettings | undefined): Scan {
  if (settings === undefined) return async () => CLEAN;
  return /^https?:/.test(settings.scanner) ? scanByService(settings) : scanByCommand(settings);
}

/** The command ends with 0 for a clean file and with 1 for an infected one, as `clamdscan` does. */
const scanByCommand =
  ({ scanner, timeoutMs }: ScannerSettings): Scan =>
  ({ path }) => {
    const [program = '', ...options] = scanner.split(/\s+/);
    return new Promise<Verdict>((resolve, reject) => {
      const child = spawn(program, [...options, path], { stdio: ['ignore', 'pipe', 'ignore'], timeout: timeoutMs });
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(0, 4_096);
      });
      child.once('error', (error) => reject(outage('cannot be started', error)));
      child.once('close', (code, signal) => {
        if (code === 0) return resolve(CLEAN);
        if (code === 1) return resolve({ infected: true, threat: threatIn(said.replaceAll(path, '')) });
        reject(outage(`ended with ${code ?? signal}`));
      });
    });
  };

const Answer = z.object({ infected: z.boolean(), threat: z.string().optional() });

/** The service takes the bytes by POST and answers `{"infected": false}`, or `true` with a `threat`. */
const scanByService =
  ({ scanner, timeoutMs }: ScannerSettings): Scan =>
  async ({ path }) => {
    try {
      const answer = await fetch(scanner, {
        ...{ method: 'POST', body: await openAsBlob(path), redirect: 'error' },
        headers: { 'content-type': 'application/octet-stream' },
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const { infected, threat = '' } = Answer.parse(await answer.json());
      return infected ? { infected, threat: threatIn(threat) } : CLEAN;
    } catch (error) {
      throw outage('does not answer', error);
    }
  };

/** One line of printable text. */
const threatIn = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]+/gu, ' ')
    .trim()
    .replace(/^[:\s]+/, '')
    .slice(0, THREAT_LENGTH) || 'unnamed';

const outage = (about: string, cause?: unknown) =>
  new FileStoreOutage('scanner', `the scanner of files ${about}`, cause);
