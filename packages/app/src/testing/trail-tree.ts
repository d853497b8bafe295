/** A CloudTrail tree with digests on disk, signed with a key of the test's own: what a trail's bucket holds, downloaded. */
import type { KeyObject } from 'node:crypto';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ACCOUNT = '123456789012';
const BUCKET = 'orders-trail';
const HOUR = 3_600_000;

export interface TrailTreeOptions {
  readonly hours: number;
  readonly logsPerHour: number;
  readonly region: string;
  /** Before `AWSLogs/` in every key. */
  readonly prefix: string;
  /** Start of the first digest. */
  readonly start: string;
}

const DEFAULTS: TrailTreeOptions = { hours: 5, logsPerHour: 3, region: 'ap-northeast-1', prefix: '', start: '2026-11-20T00:01:31Z' };

/** Made once: keys cost time. */
let cloudtrail: KeyPair | null = null;

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface WrittenDigest {
  readonly key: string;
  content: Record<string, unknown>;
  hash: string;
  signature: string;
}

/** The tree is written by `write`; before, tests may change what a trail would have written, after it the files. */
export class TrailTree {
  readonly root: string;
  readonly digests: WrittenDigest[] = [];
  /** Key → inflated content. */
  readonly logs = new Map<string, string>();
  readonly #options: TrailTreeOptions;
  readonly #key: KeyObject;
  readonly #publicKey: KeyObject;

  constructor(root: string, options: Partial<TrailTreeOptions> = {}) {
    this.root = root;
    this.#options = { ...DEFAULTS, ...options };
    cloudtrail ??= keyPair();
    this.#key = cloudtrail.privateKey;
    this.#publicKey = cloudtrail.publicKey;
  }

  /** Logs, digests and their metadata; all of the age a download has that was made hours after. */
  write(): void {
    const { hours, start } = this.#options;
    for (let hour = 0; hour < hours; hour += 1) this.addHour(Date.parse(start) + hour * HOUR);
    this.age(new Date(Date.parse(start) + (hours + 6) * HOUR));
  }

  addHour(from: number): void {
    const { logsPerHour, region, prefix } = this.#options;
    const logFiles = Array.from({ length: logsPerHour }, (_, index) => {
      const at = from + Math.floor((HOUR / logsPerHour) * (index + 0.5));
      const base = `${ACCOUNT}_CloudTrail_${region}_${stamp(at).slice(0, 13)}Z_${hashOf(`${region}${at}`).slice(0, 16)}.json.gz`;
      const key = `${prefix}AWSLogs/${ACCOUNT}/CloudTrail/${region}/${day(at)}/${base}`;
      const text = JSON.stringify({ Records: [{ eventID: `${at}`, eventName: 'ListBuckets', eventTime: new Date(at).toISOString() }] });
      this.logs.set(key, text);
      this.writeObject(key, text);
      return { s3Bucket: BUCKET, s3Object: key, hashValue: hashOf(text), hashAlgorithm: 'SHA-256' };
    });
    const end = from + HOUR;
    const base = `${ACCOUNT}_CloudTrail-Digest_${region}_orders_ap-northeast-1_${stamp(end)}Z.json.gz`;
    const key = `${prefix}AWSLogs/${ACCOUNT}/CloudTrail-Digest/${region}/${day(end)}/${base}`;
    const previous = this.digests.at(-1);
    this.digests.push(
      this.sealed(key, {
        awsAccountId: ACCOUNT,
        digestStartTime: seconds(from),
        digestEndTime: seconds(end),
        digestS3Bucket: BUCKET,
        digestS3Object: key,
        digestPublicKeyFingerprint: 'a1b2c3',
        digestSignatureAlgorithm: 'SHA256withRSA',
        previousDigestS3Bucket: previous ? BUCKET : null,
        previousDigestS3Object: previous?.key ?? null,
        previousDigestHashValue: previous?.hash ?? null,
        previousDigestHashAlgorithm: previous ? 'SHA-256' : null,
        previousDigestSignature: previous?.signature ?? null,
        logFiles,
      }),
    );
  }

  /** Writes a digest and its metadata, signed with `key`. */
  sealed(key: string, content: Record<string, unknown>, signer: KeyObject = this.#key): WrittenDigest {
    const text = JSON.stringify(content);
    const hash = hashOf(text);
    const previous = content['previousDigestSignature'];
    const signed = [content['digestEndTime'], `${BUCKET}/${key}`, hash, typeof previous === 'string' ? previous : 'null'].join('\n');
    const signature = sign('RSA-SHA256', Buffer.from(signed), signer).toString('hex');
    this.writeObject(key, text);
    this.writeFile(`${key}.head.json`, JSON.stringify({ Metadata: { signature, 'signature-algorithm': 'SHA256withRSA' } }));
    return { key, content, hash, signature };
  }

  writeObject(key: string, text: string): void {
    this.writeFile(key, gzipSync(text));
  }

  writeFile(key: string, bytes: Buffer | string): void {
    const path = this.pathOf(key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    if (this.#age) utimesSync(path, this.#age, this.#age);
  }

  remove(key: string): void {
    rmSync(this.pathOf(key));
    rmSync(`${this.pathOf(key)}.head.json`, { force: true });
  }

  pathOf(key: string): string {
    return join(this.root, key);
  }

  /** The time all files have from now on. */
  age(time: Date): void {
    this.#age = time;
    const keys = [...this.digests.map(({ key }) => key), ...this.logs.keys()];
    for (const key of keys) if (existsSync(this.pathOf(key))) utimesSync(this.pathOf(key), time, time);
  }

  #age: Date | null = null;

  /** The answer of ListPublicKeys. */
  publicKeys(): string {
    const value = this.#publicKey.export({ type: 'pkcs1', format: 'der' }).toString('base64');
    const validity = { ValidityStartTime: '2026-01-01T00:00:00Z', ValidityEndTime: '2027-01-01T00:00:00Z' };
    return JSON.stringify({ PublicKeyList: [{ Value: value, ...validity, Fingerprint: 'a1b2c3' }] });
  }
}

export function keyPair(): KeyPair {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function stamp(time: number): string {
  return new Date(time).toISOString().replaceAll(/[-:]|\.\d+Z/g, '');
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '/');
}

function seconds(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
