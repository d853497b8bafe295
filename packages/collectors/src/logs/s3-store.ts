/** S3: ListObjectsV2 and GetObject, in whatever region the bucket is. */
import type { S3Client } from '@aws-sdk/client-s3';
import { credentialsFor } from '../aws/index.ts';
import { awsFailure } from './aws-failure.ts';
import { downloadBody } from './download.ts';
import type { CloudOptions, DownloadOptions, ListOptions, RemoteEntry, RemoteObject, RemoteStore } from './types.ts';
import { RemoteError } from './types.ts';

const ATTEMPTS = 6;

/** Nothing is asked yet. */
export async function openS3(bucket: string, { region, profile, endpoint, pauseMs }: CloudOptions): Promise<RemoteStore> {
  const sdk = await import('@aws-sdk/client-s3');
  const { own } = await credentialsFor(profile === undefined ? {} : { profile });
  const client: S3Client = new sdk.S3Client({
    region,
    credentials: own,
    maxAttempts: ATTEMPTS,
    retryMode: 'standard',
    followRegionRedirects: true,
    requestHandler: { requestTimeout: 60_000, connectionTimeout: 10_000 },
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
  });
  return {
    address: `s3://${bucket}`,
    async *list(prefix: string, { isFlat, signal }: ListOptions): AsyncGenerator<RemoteEntry> {
      let token: string | undefined;
      do {
        const input = {
          ...{ Bucket: bucket, Prefix: prefix, EncodingType: 'url' as const },
          ...(isFlat && { Delimiter: '/' }),
          ...(token !== undefined && { ContinuationToken: token }),
        };
        const page = await client.send(new sdk.ListObjectsV2Command(input), { abortSignal: signal }).catch((cause: unknown) => {
          throw awsFailure(cause, `s3:ListBucket on arn:aws:s3:::${bucket}`, signal);
        });
        for (const { Prefix } of page.CommonPrefixes ?? []) if (Prefix !== undefined) yield { kind: 'folder', prefix: decoded(Prefix) };
        for (const { Key, Size, ETag, LastModified } of page.Contents ?? []) {
          // Names that end with a slash are made by consoles to stand for folders.
          if (Key === undefined || (Key.endsWith('/') && (Size ?? 0) === 0)) continue;
          const modified = LastModified?.toISOString() ?? null;
          yield { kind: 'object', object: { name: decoded(Key), sizeBytes: Size ?? 0, version: ETag ?? '', modified } };
        }
        const next = page.IsTruncated === true ? page.NextContinuationToken : undefined;
        token = next === token ? undefined : next;
      } while (token !== undefined);
    },
    download: ({ name, version }: RemoteObject, options: DownloadOptions) =>
      downloadBody(
        async (signal) => {
          try {
            const input = { Bucket: bucket, Key: name, ...(version !== '' && { IfMatch: version }) };
            const { Body, ContentLength, ETag } = await client.send(new sdk.GetObjectCommand(input), { abortSignal: signal });
            if (!Body) throw new RemoteError('failed', 'an answer without a body');
            // In Node the body is a stream of it.
            return { body: Body as AsyncIterable<Uint8Array>, length: ContentLength ?? null, version: ETag ?? '' };
          } catch (cause) {
            const failure = awsFailure(cause, `s3:GetObject on arn:aws:s3:::${bucket}/${name}`, options.signal);
            if (/PreconditionFailed/.test(failure.detail)) throw new RemoteError('changed', failure.detail, { cause });
            throw failure;
          }
        },
        { ...options, pauseMs },
      ),
    close: () => client.destroy(),
  };
}

/** Keys come percent-encoded, so that XML can carry all of them. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
