/** A trail in its bucket, with the signatures of its objects' metadata and the keys CloudTrail lists: nothing is downloaded to stay. */
import type { CloudOptions } from '@kumomori/collectors';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import type { PublicKeys, TrailCheck } from '../lake/index.ts';
import { nameOf, publicKeysIn, trailBucket, verifyTrail } from '../lake/index.ts';
import { failureText } from '../sources/index.ts';

export interface OnlineTrail {
  readonly bucket: string;
  readonly prefix: string;
  /** Milliseconds; null: no bound. */
  readonly period: { readonly since: number | null; readonly until: number | null };
  /** Null: those that CloudTrail lists. */
  readonly keys: PublicKeys | null;
  readonly cloud: CloudOptions;
  readonly messages: Messages;
  readonly signal: AbortSignal;
}

const DAY = 86_400_000;

/** Null where there is no digest. Throws AppErrors for what the cloud refuses: that is no sign of anything altered. */
export async function verifyOnline({ bucket, prefix, period, keys, cloud, messages, signal }: OnlineTrail): Promise<TrailCheck | null> {
  const { openTrailBucket, RemoteError } = await import('@kumomori/collectors');
  const opened = await openTrailBucket(bucket, { ...cloud, signal });
  try {
    const found: string[] = [];
    let asOf = 0;
    for await (const { key, modified } of opened.list(prefix)) {
      if (!isWithin(key, period)) continue;
      found.push(key);
      asOf = Math.max(asOf, modified);
    }
    const known = keys ?? (await listedKeys(found, cloud, signal));
    return await verifyTrail(trailBucket(opened, found, asOf), { keys: known, period });
  } catch (cause) {
    if (!(cause instanceof RemoteError)) throw cause;
    throw new AppError('target-unreadable', { message: `s3://${bucket}/${prefix}: ${failureText(cause, messages)}`, cause });
  } finally {
    opened.close();
  }
}

/** Digests and log files of the days that are asked for, and of one day around them. */
function isWithin(key: string, { since, until }: OnlineTrail['period']): boolean {
  const name = nameOf(key);
  if (!name) return false;
  return (since === null || name.time >= since - DAY) && (until === null || name.time <= until + DAY);
}

/** Each region signs with keys of its own. */
async function listedKeys(keys: readonly string[], cloud: CloudOptions, signal: AbortSignal): Promise<PublicKeys> {
  const { trailPublicKeys } = await import('@kumomori/collectors');
  const digests = keys.map((key) => nameOf(key)).filter((name) => name?.kind === 'digest');
  const found = new Map<string, NonNullable<ReturnType<PublicKeys['get']>>>();
  for (const [region, own] of Map.groupBy(digests, (name) => name.region)) {
    const times = own.map(({ time }) => time);
    const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
    const between = { since: new Date(first - DAY), until: new Date(last + DAY) };
    const answer = await trailPublicKeys(region, { ...cloud, ...between, signal });
    for (const [fingerprint, key] of publicKeysIn(JSON.stringify(answer)) ?? []) found.set(fingerprint, key);
  }
  return found;
}
