/** One digest file: what it lists, and what was signed. */
import { isRecord } from '@kumomori/model';
import type { KeyObject } from 'node:crypto';
import { createHash, verify } from 'node:crypto';

export interface ListedLog {
  readonly key: string;
  /** Lower-case hex of the SHA-256 of the inflated object. */
  readonly hash: string;
}

export interface Digest {
  /** Where it says it lies. */
  readonly bucket: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly previous: PreviousDigest | null;
  readonly logs: readonly ListedLog[];
  /** Hex SHA-256 of the inflated digest. */
  readonly contentHash: string;
  /** What CloudTrail signs. Source: CloudTrail user guide, "Custom implementations of log file integrity validation". */
  readonly signedText: string;
}

export interface PreviousDigest {
  readonly key: string;
  /** Null where the field is absent. */
  readonly hash: string | null;
  readonly signature: string | null;
}

/** Null for anything that is not a digest. `inflated` is the content after decompression. */
export function readDigest(inflated: Buffer): Digest | null {
  const record = recordOf(inflated);
  if (!record) return null;
  const text = (name: string): string | null => {
    const value = record[name];
    return typeof value === 'string' ? value : null;
  };
  const [bucket, key, end] = [text('digestS3Bucket'), text('digestS3Object'), text('digestEndTime')];
  const [start, fingerprint] = [text('digestStartTime'), text('digestPublicKeyFingerprint')];
  const logs = logsOf(record['logFiles']);
  if (bucket === null || key === null || end === null || start === null || fingerprint === null || logs === null) return null;
  const previousKey = text('previousDigestS3Object');
  const signature = text('previousDigestSignature');
  const contentHash = createHash('sha256').update(inflated).digest('hex');
  return {
    bucket,
    key,
    fingerprint: fingerprint.toLowerCase(),
    startTime: Date.parse(start),
    endTime: Date.parse(end),
    previous: previousKey === null ? null : { key: previousKey, hash: text('previousDigestHashValue')?.toLowerCase() ?? null, signature },
    logs,
    contentHash,
    signedText: [end, `${bucket}/${key}`, contentHash, signature ?? 'null'].join('\n'),
  };
}

/** SHA256withRSA over PKCS #1 v1.5; the signature is hex. */
export function isSignedBy(digest: Digest, signature: string, key: KeyObject): boolean {
  if (!/^(?:[0-9a-f]{2})+$/i.test(signature)) return false;
  return verify('RSA-SHA256', Buffer.from(digest.signedText, 'utf8'), key, Buffer.from(signature, 'hex'));
}

function logsOf(value: unknown): readonly ListedLog[] | null {
  if (!Array.isArray(value)) return null;
  const logs: ListedLog[] = [];
  for (const each of value as readonly unknown[]) {
    if (!isRecord(each) || typeof each['s3Object'] !== 'string' || typeof each['hashValue'] !== 'string') return null;
    logs.push({ key: each['s3Object'], hash: each['hashValue'].toLowerCase() });
  }
  return logs;
}

function recordOf(bytes: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
