/** Values that are no sign of anything, whoever tells them: our own list, and lists in MISP's form. */
import type { Observable, WarningList } from '@kumomori/model';
import { compileRegex, normalDomain, rangeOf } from '@kumomori/model';
import { IntelTable, IntelTableBuilder } from './table.ts';

/** Sources: IANA special-purpose address registries; RFC 2606 and RFC 6761 (names); the operators' pages of public resolvers; read 2026-11-22. */
export const OWN_WARNING_LISTS: readonly WarningList[] = [
  {
    name: 'addresses that are nobody’s on the internet',
    type: 'cidr',
    values: [
      ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
      ...['192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
      ...['::/128', '::1/128', 'fc00::/7', 'fe80::/10', 'ff00::/8', '2001:db8::/32'],
    ],
  },
  {
    name: 'public DNS resolvers',
    type: 'cidr',
    values: [
      ...['1.1.1.1', '1.0.0.1', '8.8.8.8', '8.8.4.4', '9.9.9.9', '149.112.112.112', '208.67.222.222', '208.67.220.220'],
      ...['2606:4700:4700::1111', '2606:4700:4700::1001', '2001:4860:4860::8888', '2001:4860:4860::8844', '2620:fe::fe', '168.63.129.16'],
    ],
  },
  {
    name: 'names that are everybody’s',
    type: 'string',
    values: [
      ...[
        'example.com',
        'example.net',
        'example.org',
        'google.com',
        'www.google.com',
        'microsoft.com',
        'www.microsoft.com',
        'amazonaws.com',
      ],
      ...['amazon.com', 'apple.com', 'github.com', 'cloudflare.com', 'windows.net', 'azure.com', 'googleapis.com', 'windowsupdate.com'],
      ...[
        'office.com',
        'live.com',
        'akamaiedge.net',
        'cloudfront.net',
        'azureedge.net',
        'github.io',
        'raw.githubusercontent.com',
        'docker.io',
      ],
    ],
  },
  {
    name: 'hashes of nothing',
    type: 'string',
    values: [
      'd41d8cd98f00b204e9800998ecf8427e',
      'da39a3ee5e6b4b0d3255bfef95601890afd80709',
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    ],
  },
];

/** A function of observables: the name of the list it stands on, or null. A block is warned of when it lies in one of the list's wholly. */
export function warningOf(lists: readonly WarningList[]): (observable: Observable) => string | null {
  const builder = new IntelTableBuilder();
  const texts = new Map<string, string>();
  const tests: { readonly name: string; readonly holds: (value: string) => boolean }[] = [];
  for (const [owner, { name, type, values }] of lists.entries())
    for (const value of values) {
      if (type === 'cidr') builder.add('range', value, owner);
      else if (type === 'hostname') {
        const domain = normalDomain(value.startsWith('.') ? value.slice(1) : value);
        if (domain !== null) builder.add('domain', domain, owner);
      } else if (type === 'string') texts.set(value.toLowerCase(), name);
      else if (type === 'substring') tests.push({ name, holds: (text) => text.includes(value.toLowerCase()) });
      else {
        const regex = compileRegex(/^\/(.+)\/[a-z]*$/s.exec(value)?.[1] ?? value);
        if (regex.kind === 'regex') tests.push({ name, holds: (text) => regex.test(text) });
      }
    }
  const table = new IntelTable(builder.data());
  const owned = (found: ReadonlySet<number>): string | null => lists[Math.min(...found)]?.name ?? null;
  return ({ kind, value }) => {
    const found = new Set<number>();
    if (kind === 'address') table.address(value, found);
    else if (kind === 'domain' || kind === 'host') table.name(value, found);
    else if (kind === 'range') return rangeWarning(value, lists) ?? texts.get(value) ?? null;
    if (found.size > 0) return owned(found);
    const text = value.toLowerCase();
    return texts.get(text) ?? tests.find(({ holds }) => holds(text))?.name ?? null;
  };
}

function rangeWarning(value: string, lists: readonly WarningList[]): string | null {
  const range = rangeOf(value);
  if (!range) return null;
  for (const { name, type, values } of lists) {
    if (type !== 'cidr') continue;
    for (const each of values) {
      const outer = rangeOf(each);
      if (outer && outer.family === range.family && outer.first <= range.first && outer.last >= range.last) return name;
    }
  }
  return null;
}
