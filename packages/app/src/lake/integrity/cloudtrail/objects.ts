/** Where the objects of a trail are read from: a downloaded tree, or the bucket itself. */
import { isRecord } from '@kumomori/model';
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, gunzipSync } from 'node:zlib';

/** The objects of a trail by key. A key here is the path below the folder or prefix that was given. */
export interface TrailObjects {
  readonly keys: readonly string[];
  /** When the newest object was written, milliseconds: the tree is known to be at least as new. */
  readonly asOf: number;
  /** The object's bytes as they lie there. */
  read(key: string): Promise<Buffer>;
  /** Signature of a digest from its metadata; null where it is not known. */
  signature(key: string): Promise<string | null>;
  /** Hash of the inflated content. */
  hash(key: string): Promise<InflatedHash>;
}

export interface InflatedHash {
  /** Lower-case hex SHA-256 of the inflated content; null where it does not inflate. */
  readonly sha256: string | null;
  /** The compressed stream, or the document in it, ends before its end. */
  readonly isCut: boolean;
}

const HEAD = '.head.json';
/** No log file of CloudTrail comes near; what is larger is none. */
const MAX_INFLATED = 4 * 1024 ** 3;
const MAX_DIGEST = 256 * 1024 ** 2;

export function trailFolder(root: string): TrailObjects {
  const keys: string[] = [];
  const heads = new Set<string>();
  let asOf = 0;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const key = relative(root, path).split(sep).join('/');
    if (key.endsWith(HEAD)) heads.add(key);
    else if (key.endsWith('.json.gz')) {
      keys.push(key);
      asOf = Math.max(asOf, statSync(path).mtimeMs);
    }
  }
  const pathOf = (key: string): string => join(root, ...key.split('/'));
  return {
    keys: keys.sort(),
    asOf,
    read: async (key) => await readFile(pathOf(key)),
    signature: async (key) => (heads.has(`${key}${HEAD}`) ? signatureIn(await readFile(pathOf(`${key}${HEAD}`), 'utf8')) : null),
    hash: async (key) => await hashOf(pathOf(key)),
  };
}

/** What is inflated of a digest, or why not. */
export function inflateDigest(bytes: Buffer): Buffer | 'cut' | 'unreadable' {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_DIGEST });
  } catch (error) {
    return isUnexpectedEnd(error) ? 'cut' : 'unreadable';
  }
}

/** Metadata as HeadObject answers it. */
function signatureIn(text: string): string | null {
  try {
    const head: unknown = JSON.parse(text);
    const metadata: unknown = isRecord(head) ? (head['Metadata'] ?? head) : null;
    if (!isRecord(metadata)) return null;
    const value = metadata['signature'] ?? metadata['x-amz-meta-signature'];
    return typeof value === 'string' ? value.toLowerCase() : null;
  } catch {
    return null;
  }
}

/** A trail's bucket, as @kumomori/collectors opens it. */
export interface OpenBucket {
  open(key: string): Promise<AsyncIterable<Uint8Array>>;
  signature(key: string): Promise<string | null>;
}

/** The objects as they lie in the bucket itself, read once each. Throws what the bucket throws. */
export function trailBucket(bucket: OpenBucket, keys: readonly string[], asOf: number): TrailObjects {
  return {
    keys: keys.filter((key) => key.endsWith('.json.gz')).sort(),
    asOf,
    read: async (key) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of await bucket.open(key)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    signature: async (key) => await bucket.signature(key),
    hash: async (key) => await hashOfStream(Readable.from(await bucket.open(key))),
  };
}

async function hashOf(path: string): Promise<InflatedHash> {
  return await hashOfStream(createReadStream(path));
}

async function hashOfStream(stream: Readable): Promise<InflatedHash> {
  const hash = createHash('sha256');
  let size = 0;
  let last = '';
  try {
    await pipeline(stream, createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > MAX_INFLATED) throw new Error('too large');
        hash.update(chunk);
        last = (last + chunk.subarray(-LAST).toString('latin1')).slice(-LAST);
      }
    });
  } catch (error) {
    // What cannot be fetched or read is not altered for that.
    if (size <= MAX_INFLATED && !isOfContent(error)) throw error;
    return { sha256: null, isCut: isUnexpectedEnd(error) };
  }
  return { sha256: hash.digest('hex'), isCut: !last.trimEnd().endsWith('}') };
}

const LAST = 64;

function isOfContent(error: unknown): boolean {
  return isRecord(error) && typeof error['code'] === 'string' && error['code'].startsWith('Z_');
}

function isUnexpectedEnd(error: unknown): boolean {
  return isRecord(error) && error['code'] === 'Z_BUF_ERROR';
}
