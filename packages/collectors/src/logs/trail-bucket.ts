/** A trail's own bucket, for the proof that nothing in it was altered: keys, contents, signatures of digests, and the keys CloudTrail signs with. */
import type { S3Client } from '@aws-sdk/client-s3';
import { credentialsFor } from '../aws/index.ts';
import { awsFailure } from './aws-failure.ts';
import { openS3 } from './s3-store.ts';
import type { CloudOptions } from './types.ts';
import { RemoteError } from './types.ts';

/** Methods throw RemoteErrors. */
export interface TrailBucket {
  /** Keys below the prefix with the time they were written, milliseconds. */
  list(prefix: string): AsyncGenerator<{ readonly key: string; readonly modified: number }>;
  /** The object's bytes as they lie there. */
  open(key: string): Promise<AsyncIterable<Uint8Array>>;
  /** The signature in a digest's metadata; null where there is none. */
  signature(key: string): Promise<string | null>;
  close(): void;
}

const ATTEMPTS = 6;

/** Nothing is asked yet. */
export async function openTrailBucket(bucket: string, options: CloudOptions & { readonly signal: AbortSignal }): Promise<TrailBucket> {
  const { region, profile, endpoint, signal } = options;
  const sdk = await import('@aws-sdk/client-s3');
  const { own } = await credentialsFor(profile === undefined ? {} : { profile });
  const store = await openS3(bucket, options);
  const client: S3Client = new sdk.S3Client({
    ...{ region, credentials: own, maxAttempts: ATTEMPTS, retryMode: 'standard', followRegionRedirects: true },
    requestHandler: { requestTimeout: 60_000, connectionTimeout: 10_000 },
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
  });
  const failed = (cause: unknown, key: string): never => {
    throw awsFailure(cause, `s3:GetObject on arn:aws:s3:::${bucket}/${key}`, signal);
  };
  return {
    async *list(prefix) {
      for await (const entry of store.list(prefix, { isFlat: false, signal }))
        if (entry.kind === 'object') yield { key: entry.object.name, modified: Date.parse(entry.object.modified ?? '') || 0 };
    },
    async open(key) {
      const answer = await client
        .send(new sdk.GetObjectCommand({ Bucket: bucket, Key: key }), { abortSignal: signal })
        .catch((cause: unknown) => failed(cause, key));
      if (!answer.Body) throw new RemoteError('failed', 'an answer without a body');
      // In Node the body is a stream of it.
      return whole(answer.Body as AsyncIterable<Uint8Array>, (cause) => failed(cause, key));
    },
    async signature(key) {
      const answer = await client
        .send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key }), { abortSignal: signal })
        .catch((cause: unknown) => failed(cause, key));
      return answer.Metadata?.['signature']?.toLowerCase() ?? null;
    },
    close() {
      store.close();
      client.destroy();
    },
  };
}

async function* whole(body: AsyncIterable<Uint8Array>, failed: (cause: unknown) => never): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    failed(cause);
  }
}

/** An answer of ListPublicKeys, as the CLI would save it. */
export interface PublicKeyAnswer {
  readonly PublicKeyList: readonly { readonly Value: string; readonly Fingerprint: string }[];
}

/** Keys that CloudTrail signed with in a region within a time. Throws RemoteErrors. */
export async function trailPublicKeys(
  region: string,
  {
    since,
    until,
    profile,
    endpoint,
    signal,
  }: Omit<CloudOptions, 'region'> & { readonly since: Date; readonly until: Date; readonly signal: AbortSignal },
): Promise<PublicKeyAnswer> {
  const sdk = await import('@aws-sdk/client-cloudtrail');
  const { own } = await credentialsFor(profile === undefined ? {} : { profile });
  const client = new sdk.CloudTrailClient({ region, credentials: own, maxAttempts: ATTEMPTS, ...(endpoint !== undefined && { endpoint }) });
  const found: { readonly Value: string; readonly Fingerprint: string }[] = [];
  try {
    let token: string | undefined;
    do {
      const input = { StartTime: since, EndTime: until, ...(token !== undefined && { NextToken: token }) };
      const page = await client.send(new sdk.ListPublicKeysCommand(input), { abortSignal: signal });
      for (const { Value, Fingerprint } of page.PublicKeyList ?? [])
        if (Value && Fingerprint !== undefined) found.push({ Value: Buffer.from(Value).toString('base64'), Fingerprint });
      token = page.NextToken === token ? undefined : page.NextToken;
    } while (token !== undefined);
  } catch (cause) {
    throw awsFailure(cause, 'cloudtrail:ListPublicKeys', signal);
  } finally {
    client.destroy();
  }
  return { PublicKeyList: found };
}
