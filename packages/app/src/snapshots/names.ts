/** Names of the cloud ↔ names of files. What a cloud (or whoever writes a snapshot) calls things may be anything; a file name may not. */
import { createHash } from 'node:crypto';
import type { CallPlace, CloudProvider } from '@kumomori/model';
import { cloudProviders } from '@kumomori/model';

export const RAW = 'raw';
const ENDINGS = ['.jsonl.gz', '.jsonl'] as const;

/** Most file systems allow 255 bytes. */
const LONGEST = 180;
const KEPT = 100;
/** Names that Windows keeps for devices, whatever follows the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A file name for one part of a place: what is not plain is percent-encoded; longer names end in a hash, and only these cannot be read back. */
export function encodePart(name: string): string {
  if (name === '') return '%';
  let encoded = '';
  for (const char of name.toWellFormed()) encoded += /^[A-Za-z0-9_@.-]$/.test(char) ? char : hex(char);
  if (encoded.startsWith('.') || RESERVED.test(encoded)) encoded = hex(encoded.charAt(0)) + encoded.slice(1);
  if (encoded.endsWith('.')) encoded = encoded.slice(0, -1) + hex('.');
  if (encoded.length <= LONGEST) return encoded;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 32);
  return `${encoded.slice(0, KEPT).replace(/%[0-9A-F]?$/, '')}~${hash}`;
}

export function decodePart(part: string): string {
  if (part === '%') return '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function hex(char: string): string {
  return [...Buffer.from(char, 'utf8')].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** Relative to the folder, with forward slashes. */
export function pathOf({ provider, account, region, service, operation }: CallPlace): string {
  return `${[RAW, provider, account, region, service].map(encodePart).join('/')}/${encodePart(operation)}${ENDINGS[0]}`;
}

/** Null when no record can stand there. */
export function placeOf(path: string): CallPlace | null {
  const [raw, provider, account, region, service, file, ...rest] = path.split('/');
  const ending = ENDINGS.find((each) => file?.endsWith(each));
  if (raw !== RAW || rest.length > 0 || ending === undefined || !isProvider(provider)) return null;
  if (account === undefined || region === undefined || service === undefined || file === undefined) return null;
  const operation = decodePart(file.slice(0, -ending.length));
  return { provider, account: decodePart(account), region: decodePart(region), service: decodePart(service), operation };
}

export function isProvider(name: string | undefined): name is CloudProvider {
  return cloudProviders.some((each) => each === name);
}

/** Whether a path stays below `raw/` of the folder: what a manifest lists is not believed. */
export function isRawPath(path: string): boolean {
  const parts = path.split('/');
  return (
    parts.length > 1 && parts[0] === RAW && parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part))
  );
}
