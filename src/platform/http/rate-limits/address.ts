/** Addresses as keys of rate limits: an IPv4 address, or the network of an IPv6 address. */
import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** Returns the address of a client, for IPv6 its network of 64 bits: one household has that many addresses. */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip;
  return networkOf(ip);
}

/** Returns the first 64 bits of an IPv6 address, written in full. */
export function networkOf(ip: string): string {
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? [];
  const front = head.split(':').filter(Boolean);
  const back = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array<string>(Math.max(0, zeros)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
