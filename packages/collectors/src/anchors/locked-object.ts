/** An object nobody can remove before its time: PutObject with the retention of Object Lock. The only thing here that writes into a cloud. */
import { credentialsFor } from '../aws/index.ts';
import type { CloudOptions } from '../logs/index.ts';
import { awsFailure } from '../logs/index.ts';

export interface LockedObject {
  readonly bucket: string;
  readonly key: string;
  readonly body: string;
  readonly until: Date;
  /** `compliance`: until then nobody at all, `governance`: only who has a permission of its own. */
  readonly mode: 'compliance' | 'governance';
}

/** Throws RemoteErrors; a bucket without Object Lock refuses. */
export async function putLockedObject(
  { bucket, key, body, until, mode }: LockedObject,
  { region, profile, endpoint, signal }: CloudOptions & { readonly signal: AbortSignal },
): Promise<void> {
  const sdk = await import('@aws-sdk/client-s3');
  const { own } = await credentialsFor(profile === undefined ? {} : { profile });
  const client = new sdk.S3Client({
    ...{ region, credentials: own, maxAttempts: 6, followRegionRedirects: true },
    requestHandler: { requestTimeout: 60_000, connectionTimeout: 10_000 },
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
  });
  const command = new sdk.PutObjectCommand({
    ...{ Bucket: bucket, Key: key, Body: body, ContentType: 'application/json' },
    ...{ ObjectLockMode: mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE', ObjectLockRetainUntilDate: until },
  });
  try {
    await client.send(command, { abortSignal: signal });
  } catch (cause) {
    throw awsFailure(cause, `s3:PutObject and s3:PutObjectRetention on arn:aws:s3:::${bucket}/${key}`, signal);
  } finally {
    client.destroy();
  }
}
