/** Values in normal form: what is equal in the world is equal as text. Everything here is linear in its input. */
import { addressNumber, addressText, rangeOf, rangeText } from './addresses.ts';
import type { Observable, ObservableKind } from './types.ts';

/** Longer values are none: URLs of logs are cut there too. */
export const MAX_VALUE = 8192;
const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/;
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
/** Ids of access keys (AKIA…, ASIA…): docs.aws.amazon.com/IAM, "Unique identifiers", read 2026-11-22. */
const ACCESS_KEY = /^A[KS]IA[A-Z0-9]{12,124}$/;
const MAIL = /^[^\s@<>"'(),;:]{1,64}@([^\s@<>"'(),;:]{1,253})$/;

/** The value in normal form; null where the text is no such thing. */
export function normalValue(kind: ObservableKind, text: string): string | null {
  if (text.length > MAX_VALUE) return null;
  const value = text.trim();
  if (value === '') return null;
  switch (kind) {
    case 'address':
      return normalAddress(value);
    case 'range': {
      const range = rangeOf(value);
      return range && rangeText(range);
    }
    case 'domain':
    case 'host':
      return normalDomain(value);
    case 'url':
      return normalUrl(value);
    case 'hash': {
      const hash = value.toLowerCase();
      return HASH.test(hash) ? hash : null;
    }
    case 'email': {
      const mail = value.toLowerCase();
      const domain = MAIL.exec(mail)?.[1];
      return domain !== undefined && normalDomain(domain) !== null ? mail : null;
    }
    case 'user-agent':
    case 'account':
    case 'credential':
      return value;
  }
}

function normalAddress(text: string): string | null {
  const found = addressNumber(text);
  return found && addressText(found.family, found.number);
}

/** Lower case, no dot at the end, no `*.` in front; names of other scripts in their ASCII form. One label alone is no domain. */
export function normalDomain(text: string): string | null {
  let name = text.toLowerCase();
  if (name.startsWith('*.')) name = name.slice(2);
  if (name.endsWith('.')) name = name.slice(0, -1);
  if (name.length > 253 || !name.includes('.')) return null;
  if (/[^\u0021-\u007e]/.test(name)) {
    name = asciiName(name);
    if (name === '') return null;
  }
  const labels = name.split('.');
  const last = labels.at(-1) ?? '';
  // An address is no name: the last label has a letter.
  return labels.every((label) => LABEL.test(label)) && /[a-z]/.test(last) ? name : null;
}

function asciiName(name: string): string {
  if (/[\s/\\?#@:%]/.test(name)) return '';
  return URL.canParse(`http://${name}/`) ? new URL(`http://${name}/`).hostname : '';
}

/**
 * Scheme and host in lower case, no name and password, no port that goes without saying, no fragment, `/` for no path, percent-escapes of
 * plain letters undone and the others in capitals. Null for what has no scheme and host.
 */
export function normalUrl(text: string): string | null {
  const match = /^([a-z][a-z0-9+.-]{1,20}):\/\/([^/?#\s]+)([^#\s]*)/i.exec(text);
  if (!match) return null;
  const scheme = (match[1] ?? '').toLowerCase();
  const authority = (match[2] ?? '').slice((match[2] ?? '').lastIndexOf('@') + 1);
  const host = hostOf(authority);
  if (host === null) return null;
  const port = /:(\d{1,5})$/.exec(authority)?.[1];
  const isUsual = port === undefined || PORTS[scheme] === Number(port);
  const name = host.includes(':') ? `[${host}]` : host;
  const rest = match[3] ?? '';
  return `${scheme}://${name}${isUsual ? '' : `:${Number(port)}`}${plainEscapes(rest.startsWith('/') ? rest : `/${rest}`)}`;
}

const PORTS: Readonly<Record<string, number | undefined>> = { http: 80, https: 443, ftp: 21, ws: 80, wss: 443 };

/** Host of an authority without port; an address or a name in normal form. */
function hostOf(authority: string): string | null {
  const bracket = /^\[([0-9a-fA-F:.]{2,45})\](?::\d{1,5})?$/.exec(authority)?.[1];
  if (bracket !== undefined) return normalAddress(bracket);
  const bare = authority.replace(/:\d{0,5}$/, '');
  return normalAddress(bare) ?? normalDomain(bare) ?? (/^[a-z0-9_-]{1,63}$/i.test(bare) ? bare.toLowerCase() : null);
}

/** The host of a URL in normal form: a name or an address; null where there is none. */
export function urlHost(url: string): string | null {
  const match = /^[a-z][a-z0-9+.-]{1,20}:\/\/([^/?#\s]+)/i.exec(url);
  const authority = match?.[1];
  return authority === undefined ? null : hostOf(authority.slice(authority.lastIndexOf('@') + 1));
}

function plainEscapes(text: string): string {
  if (!text.includes('%')) return text;
  return text.replaceAll(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const letter = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(letter) ? letter : whole.toUpperCase();
  });
}

/** Undoes what people write so that nobody clicks: hxxp, [.], (dot), [:], [at]; and quotes and brackets around it. */
export function refang(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n>"\'`,;'.includes(text.charAt(end - 1))) end--;
  return text
    .slice(0, end)
    .trim()
    .replace(/^[<"'`([]+(?=[\w*[(])/, '')
    .replaceAll(/[[({]\s?(?:\.|dot|DOT)\s?[\])}]|\\\./g, '.')
    .replaceAll(/[[({]\s?(?:@|at|AT)\s?[\])}]/g, '@')
    .replaceAll(/[[({]:\/\/[\])}]/g, '://')
    .replaceAll(/[[({]:[\])}]/g, ':')
    .replace(/^(?:hxxp|h\*\*p|meow|hXXp)(s?)(?=:|\[)/i, 'http$1')
    .replace(/^fxp(s?):/i, 'ftp$1:');
}

/** What a text of a plain list is, defanged forms too; null where it is nothing that we know. */
export function observableOf(text: string): Observable | null {
  if (text.length > MAX_VALUE) return null;
  const value = refang(text);
  const isBlock = /^[0-9a-f:.]+(?:\/\d{1,3}|\s*-\s*[0-9a-f:.]+)$/i.test(value);
  const tries: readonly ObservableKind[] = [...(isBlock ? (['range'] as const) : []), 'address', 'url', 'hash', 'email'];
  for (const kind of tries) {
    const normal = normalValue(kind, value);
    if (normal !== null) return narrowed({ kind, value: normal });
  }
  if (ACCESS_KEY.test(value)) return { kind: 'credential', value };
  const domain = normalDomain(value);
  if (domain !== null) return { kind: 'domain', value: domain };
  const slash = value.indexOf('/');
  const withPath = slash > 0 && !/\s/.test(value) && value.slice(0, slash).includes('.') ? normalUrl(`http://${value}`) : null;
  return withPath === null ? null : { kind: 'url', value: withPath };
}

/** A range of one address is the address. */
export function narrowed(observable: Observable): Observable {
  if (observable.kind !== 'range') return observable;
  const range = rangeOf(observable.value);
  return range && range.first === range.last ? { kind: 'address', value: addressText(range.family, range.first) } : observable;
}
