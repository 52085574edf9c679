/** Refuses requests that two servers could read differently. Node's parser silently takes one of the readings. */
import type { IncomingMessage } from 'node:http';
import { httpProblem } from '../problems.ts';

/** Headers of which Node keeps the first and drops the others; a proxy before us may have read another. */
const ONCE = /^(host|authorization|content-type|dpop)$/i;

/**
 * Refuses a request without a single meaning. It costs one look at the length of every header.
 * @throws Problem `http-unreadable` without a host, `header-repeated`, `host-contradictory`
 */
export function refuseAmbiguous(raw: IncomingMessage & { readonly originalUrl?: string | undefined }): void {
  const { rawHeaders, originalUrl } = raw;
  let seen = '';
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    // Compares the lengths first: most headers have another length than these four.
    if ((name.length !== 4 && name.length !== 12 && name.length !== 13) || !ONCE.test(name)) continue;
    const mark = ` ${name.toLowerCase()} `;
    if (seen.includes(mark)) throw httpProblem('header-repeated', { header: mark.trim() });
    seen += mark;
  }
  // Node itself would refuse it without a body.
  if (raw.headers.host === undefined && raw.httpVersion === '1.1') {
    throw httpProblem('http-unreadable', { reason: 'host-missing' });
  }
  if (originalUrl !== undefined && originalUrl !== raw.url) requireSameHost(originalUrl, raw.headers.host);
}

/**
 * Returns path and query of a request target. Clients of proxies send the whole address (RFC 9112, section 3.2.2),
 * which a server must accept.
 */
export function originForm(target: string): string {
  if (target.charCodeAt(0) === SLASH) return target;
  const [, , path] = ABSOLUTE.exec(target) ?? [];
  if (path === undefined) return target;
  return path.startsWith('/') ? path : `/${path}`;
}

const SLASH = 47;
const ABSOLUTE = /^https?:\/\/([^/?#]*)(.*)$/i;

function requireSameHost(address: string, header: string | undefined): void {
  const [, named = ''] = ABSOLUTE.exec(address) ?? [];
  if (named.toLowerCase() === header?.toLowerCase()) return;
  throw httpProblem('host-contradictory', { named: named.slice(0, 100), header: (header ?? '').slice(0, 100) });
}
