/** Reasons why a PostgreSQL server did not start, read from its output. */

/** A server that ended while it was in use. The next start recovers everything committed. */
export const ENDED = 'PostgreSQL ended, and Leadloop with it; start again, nothing that was answered is lost.';

/**
 * Sentences for the operator by lines of the server's log. The log is English because the server runs with lc_messages
 * C.
 */
export function exitReason(lines: readonly string[], folder: string): string {
  const said = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  if (said(/No space left on device/)) {
    return `There is no disk space left for PostgreSQL in ${folder}; free some and start again.`;
  }
  if (said(/Permission denied|Operation not permitted|Read-only file system/)) {
    return `PostgreSQL may not write to ${folder}; give its owner write access or choose another data folder.`;
  }
  if (said(/database files are incompatible with server/)) {
    return `The data folder ${folder} belongs to another PostgreSQL version; choose another folder or restore a dump of it.`;
  }
  if (said(/could not map anonymous shared memory|could not resize shared memory|Cannot allocate memory/)) {
    return 'There is not enough memory for PostgreSQL; free some and start again.';
  }
  const last = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return `PostgreSQL in ${folder} did not start: ${last.trim()}`;
}

/** Returns true when another server uses the port, so that another port helps. */
export function saysPortTaken(lines: readonly string[]): boolean {
  return lines.some((line) =>
    /could not bind IPv4 address.*Address already in use|could not create any TCP/.test(line),
  );
}

/** Returns true when server processes of a killed run still use its memory. They end soon, so waiting helps. */
export function saysStillInUse(lines: readonly string[]): boolean {
  return lines.some((line) => /pre-existing shared memory block/.test(line));
}
