/** Hash functions of texts and identifiers made from them; those of files are in files.ts. Random and keyed ones are decided at apply time. */
import { unknownValue } from '@kumomori/model';
import { define, fail, own, variadic } from './support.ts';
import type { FunctionSpec, FunctionTable } from './context.ts';
import { toBase64, toHex } from './hash-bits.ts';
import { md5 } from './hash-md5.ts';
import { sha1 } from './hash-sha1.ts';
import { sha256, sha512 } from './hash-sha2.ts';

export type Digest = (bytes: Uint8Array) => string;

export const digests = {
  md5: (bytes: Uint8Array) => toHex(md5(bytes)),
  sha1: (bytes: Uint8Array) => toHex(sha1(bytes)),
  sha256: (bytes: Uint8Array) => toHex(sha256(bytes)),
  sha512: (bytes: Uint8Array) => toHex(sha512(bytes)),
  base64sha256: (bytes: Uint8Array) => toBase64(sha256(bytes)),
  base64sha512: (bytes: Uint8Array) => toBase64(sha512(bytes)),
} satisfies Record<string, Digest>;

const encoder = new TextEncoder();

/** Hashes of texts above this many UTF-16 code units are not computed. */
const MAX_HASHED = 1_048_576;

export function digestText(text: string, digest: Digest): string | ReturnType<typeof unknownValue> {
  return text.length > MAX_HASHED ? unknownValue('limit', 'the text is too long to be hashed') : digest(encoder.encode(text));
}

/** For telling texts apart without keeping them: the SHA-256 in hexadecimal digits. */
export function fingerprintText(text: string): string {
  return digests.sha256(encoder.encode(text));
}

export const hashFunctions: FunctionTable = {
  ...Object.fromEntries(Object.entries(digests).map(([name, digest]) => [name, define(['string'], ([text]) => digestText(text, digest))])),
  uuidv5: define(['string', 'string'], ([namespace, name]) => {
    const space = own(NAMESPACES, namespace) ?? namespace.replaceAll('-', '').toLowerCase();
    return /^[0-9a-f]{32}$/.test(space) ? uuidFromName(space, name) : fail('the namespace is not a UUID, nor dns, url, oid or x500');
  }),
  uuid: decidedLater('a random identifier'),
  bcrypt: decidedLater('a hash with random salt', 1, 2),
  rsadecrypt: decidedLater('a decrypted text', 2, 2),
};

/** The namespaces of RFC 4122, appendix C. */
const NAMESPACES: Readonly<Record<string, string>> = {
  dns: '6ba7b8109dad11d180b400c04fd430c8',
  url: '6ba7b8119dad11d180b400c04fd430c8',
  oid: '6ba7b8129dad11d180b400c04fd430c8',
  x500: '6ba7b8149dad11d180b400c04fd430c8',
};

function uuidFromName(namespace: string, name: string): string {
  const space = Uint8Array.from(namespace.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const hash = sha1(Uint8Array.from([...space, ...encoder.encode(name)])).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return toHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function decidedLater(what: string, min = 0, max = 0): FunctionSpec {
  return variadic(min, max, (_, { range }) => unknownValue('computed', `${what} is decided at apply time`, range));
}
