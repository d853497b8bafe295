/** Where a request may go: what can be said of a URL before anything is asked of the network. */
import { isIP } from 'node:net';
import { parseCidr } from '@kumomori/model';
import type { AddressKind } from './addresses.ts';
import { isNamed, specialAddress } from './addresses.ts';

/** Set by the operator of the server, never by those who type URLs into it. */
export interface OutgoingPolicy {
  /** `http:` as well; secrets then travel in the clear. */
  readonly allowHttp: boolean;
  /**
   * Hosts inside of the own network that may be asked: `jira.example.com`, `*.example.com` (below it, not itself), addresses and CIDRs. A
   * name lets private and loopback addresses through; link-local and metadata addresses need a CIDR.
   */
  readonly allow: readonly string[];
  /** Certificates of own authorities, PEM, beside those that Node trusts. */
  readonly ca?: readonly string[];
}

/** Only the internet, only https. */
export const internetOnly: OutgoingPolicy = { allowHttp: false, allow: [] };

/** Why nothing is sent there. */
export type GuardReason = AddressKind | 'invalid-url' | 'scheme' | 'plain-http' | 'credentials' | 'disguised-host' | 'local-name';

export type UrlVerdict = { readonly kind: 'fine'; readonly url: URL } | { readonly kind: 'refused'; readonly reason: GuardReason };

const LONGEST = 4096;
/** Names that mean this machine or its network (RFC 6761, 6762, 8375; `internal` is set aside by ICANN), and of clouds their metadata. */
const LOCAL_NAMES = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|corp|home|home\.arpa|test|invalid|onion)$/;

const refused = (reason: GuardReason): UrlVerdict => ({ kind: 'refused', reason });

/**
 * Whether the URL may be asked as far as its text says; names are resolved later, when the connection is made. Addresses written in other
 * ways than usual (decimal, octal, hexadecimal, shortened, percent-encoded) are refused even where they mean an ordinary host.
 */
export function checkUrl(text: string, policy: OutgoingPolicy): UrlVerdict {
  // Browsers drop some of these in silence, and read a backslash as a slash.
  if (text.length > LONGEST || /[\s\p{Cc}\\]/u.test(text)) return refused('invalid-url');
  const url = URL.parse(text);
  if (!url) return refused('invalid-url');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('scheme');
  if (url.protocol === 'http:' && !policy.allowHttp) return refused('plain-http');
  if (url.username !== '' || url.password !== '') return refused('credentials');
  const host = hostOf(url);
  if (isIP(host) === 0) return isLocalName(host) && !isAllowedName(host, policy) ? refused('local-name') : { kind: 'fine', url };
  if (!isWrittenOut(text, host)) return refused('disguised-host');
  const reason = addressRefused(host, null, policy);
  return reason === null ? { kind: 'fine', url } : refused(reason);
}

/** Without the brackets of IPv6 and the dot at the end. */
export function hostOf({ hostname }: Pick<URL, 'hostname'>): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
}

/** The URL parser turns `0x7f.1` and `２１３０７０６４３３` into addresses: the text has to hold what came out. */
function isWrittenOut(text: string, host: string): boolean {
  const authority = /^[a-z]+:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  if (host.includes(':')) return /^\[[0-9a-f:.]+\](?::\d*)?$/i.test(authority);
  return authority === host || authority.startsWith(`${host}:`);
}

function isLocalName(host: string): boolean {
  return !host.includes('.') || LOCAL_NAMES.test(host);
}

function isAllowedName(host: string, { allow }: OutgoingPolicy): boolean {
  return allow.some((entry) => {
    const name = entry.toLowerCase().replace(/\.+$/, '');
    return name.startsWith('*.') ? host.endsWith(name.slice(1)) && host.length > name.length - 1 : host === name;
  });
}

/** Why this address, which `name` resolved to (null: it stands in the URL itself), may not be asked; null when it may. */
export function addressRefused(address: string, name: string | null, policy: OutgoingPolicy): AddressKind | null {
  const special = specialAddress(address);
  if (special === null) return null;
  if (special === 'no-address') return special;
  const cidrs = policy.allow.filter((entry) => parseCidr(entry) !== null);
  if (isNamed(address, cidrs)) return null;
  const isHome = special === 'private' || special === 'loopback';
  return isHome && name !== null && isAllowedName(name, policy) ? null : special;
}
