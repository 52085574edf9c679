/**
 * Addresses of partners. The register of partners must not open a way into the network of this service: to machines behind
 * the firewall, to the service itself, or to the metadata of a cloud.
 */
import { BlockList, isIP } from 'node:net';

/** Addresses that the configuration allows beyond https to public networks. */
export type AddressRules = {
  /** True when plain http is allowed. */
  readonly http: boolean;
  /** Internal addresses and networks (CIDR) of partners. */
  readonly networks: readonly string[];
};

export const PUBLIC_ONLY: AddressRules = { http: false, networks: [] };

/**
 * Networks that are not public (IANA special-purpose address registries, RFC 6890). Some of their addresses may be reached
 * from everywhere, but none belongs to a partner.
 */
const INTERNAL = blockListOf([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'],
]);

/**
 * The only IPv6 addresses that IANA has given to the internet. Whatever is outside leads elsewhere: to this machine, to its
 * network, through a translation to IPv4, or into a segment-routed network (5f00::/16).
 */
const GLOBAL_V6 = blockListOf(['2000::/3']);

/** Makes a list of addresses and networks such as `10.0.0.0/8`. */
function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return list;
}

/** Returns true when a connection to an IP address is allowed: it is public, or the configuration lists it. */
export function mayConnect(ip: string, { networks }: AddressRules): boolean {
  const address = embedded(ip);
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) === 0) return false;
  const isPublic = !INTERNAL.check(address, family) && (family === 'ipv4' || GLOBAL_V6.check(address, family));
  return isPublic || blockListOf(networks).check(address, family);
}

/** Returns the IPv4 address inside an IPv6 one (RFC 4291 §2.5.5.2), because both reach the same machine. */
function embedded(ip: string): string {
  const plain = ip.replace(/^\[|\]$/g, '').split('%')[0] ?? '';
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (dotted !== undefined) return dotted;
  const groups = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(plain);
  if (!groups) return plain;
  const [high, low] = [Number.parseInt(groups[1] ?? '', 16), Number.parseInt(groups[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Names of this machine (RFC 6761 §6.3), and those that its file of hosts gives it. */
const LOCAL_NAMES: ReadonlySet<string> = new Set([
  'localhost',
  'localhost.localdomain',
  'localhost6',
  'localhost6.localdomain6',
  'ip6-localhost',
  'ip6-loopback',
]);

/** Reasons why an address is refused. */
export type AddressFault = 'plain-http' | 'internal-network';

/**
 * Returns why messages may not be sent to an address; undefined when they may. A name is checked again at each
 * connection, by the addresses that it has then.
 */
export function faultOfAddress(baseUrl: string, rules: AddressRules): AddressFault | undefined {
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol !== 'https:' && !rules.http) return 'plain-http';
  // A name with a dot at its end is the same name (RFC 1034 §3.1).
  const host = hostname.replace(/^\[|\]$|\.+$/g, '');
  if (isIP(host) !== 0) return mayConnect(host, rules) ? undefined : 'internal-network';
  const isLocalName = LOCAL_NAMES.has(host) || host.endsWith('.localhost');
  return isLocalName && !mayConnect('127.0.0.1', rules) ? 'internal-network' : undefined;
}
