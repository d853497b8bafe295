/** A server that speaks as much of S3 as readers of logs use: ListObjectsV2 and GetObject, with faults where a test wants them. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FakeSqs } from './fake-sqs.ts';
import { serve } from './serve.ts';
import type { Served } from './serve.ts';

/** `throttle` and `reset`: the first time only. `reset` breaks off in the middle of the body, `silent` never answers. */
export type S3Fault = 'forbidden' | 'missing' | 'throttle' | 'reset' | 'silent';

export interface FakeS3 extends Served {
  readonly bucket: string;
  /** Of the next answers. */
  readonly objects: Map<string, Uint8Array>;
  readonly faults: Map<string, S3Fault>;
  /** `list PREFIX`, `get KEY`, in the order they came. */
  readonly asked: string[];
}

/** One bucket; pages of `pageSize` keys. */
export async function startFakeS3(
  bucket: string,
  {
    objects = {},
    faults = {},
    pageSize = 2,
    queue,
    region,
  }: {
    objects?: Readonly<Record<string, Uint8Array>>;
    faults?: Readonly<Record<string, S3Fault>>;
    pageSize?: number;
    /** Answers at the same address. */
    queue?: Pick<FakeSqs, 'answer'>;
    /** Requests that are signed for another one are sent there. */
    region?: string;
  } = {},
): Promise<FakeS3> {
  const state = { bucket, objects: new Map(Object.entries(objects)), faults: new Map(Object.entries(faults)), asked: [] as string[] };
  const served = await serve((request, response) => {
    if (queue?.answer(request, response) !== true) answer(request, response, { ...state, pageSize, region });
  });
  return { ...state, ...served };
}

interface State extends Pick<FakeS3, 'bucket' | 'objects' | 'faults' | 'asked'> {
  readonly pageSize: number;
  readonly region: string | undefined;
}

function answer(request: IncomingMessage, response: ServerResponse, state: State): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, bucket = '', ...rest] = url.pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  if (bucket !== state.bucket) return refuse(response, 404, 'NoSuchBucket');
  if (state.region !== undefined && !(request.headers.authorization ?? '').includes(`/${state.region}/s3/`)) {
    response.setHeader('x-amz-bucket-region', state.region);
    return refuse(response, 301, 'PermanentRedirect');
  }
  if (key === '') return list(url.searchParams, response, state);
  state.asked.push(`get ${key}`);
  const fault = state.faults.get(key);
  const bytes = state.objects.get(key);
  if (fault === 'silent') return;
  if (fault === 'forbidden') return refuse(response, 403, 'AccessDenied');
  if (fault === 'missing' || bytes === undefined) return refuse(response, 404, 'NoSuchKey');
  state.faults.delete(key);
  if (fault === 'throttle') return refuse(response, 503, 'SlowDown');
  const etag = etagOf(bytes);
  const wanted = request.headers['if-match'];
  if (wanted !== undefined && wanted !== etag) return refuse(response, 412, 'PreconditionFailed');
  response.writeHead(200, { 'content-length': bytes.length, etag, 'content-type': 'application/octet-stream' });
  if (fault !== 'reset') return void response.end(bytes);
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => setTimeout(() => response.destroy(), 5));
}

function list(query: URLSearchParams, response: ServerResponse, { bucket, objects, pageSize, asked, faults }: State): void {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter');
  const after = query.get('continuation-token') ?? '';
  asked.push(`list ${prefix}`);
  if (faults.get(prefix) === 'forbidden') return refuse(response, 403, 'AccessDenied');
  const names = [...objects.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const at = delimiter === null ? -1 : key.indexOf(delimiter, prefix.length);
      return at === -1 ? { key, isFolder: false } : { key: key.slice(0, at + 1), isFolder: true };
    });
  const entries = [...new Map(names.map((each) => [each.key, each])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const left = entries.filter(({ key }) => key > after);
  const page = left.slice(0, pageSize);
  const last = page.at(-1)?.key ?? '';
  const rows = page.map(({ key, isFolder }) => {
    if (isFolder) return `<CommonPrefixes><Prefix>${encodeURIComponent(key)}</Prefix></CommonPrefixes>`;
    const bytes = objects.get(key) ?? new Uint8Array();
    return `<Contents><Key>${encodeURIComponent(key)}</Key><LastModified>2026-11-20T09:05:00.000Z</LastModified><ETag>${etagOf(bytes).replaceAll('"', '&quot;')}</ETag><Size>${bytes.length}</Size></Contents>`;
  });
  const isCut = left.length > page.length;
  const next = isCut ? `<NextContinuationToken>${last}</NextContinuationToken>` : '';
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><ListBucketResult><Name>${bucket}</Name><EncodingType>url</EncodingType><IsTruncated>${isCut}</IsTruncated>${rows.join('')}${next}</ListBucketResult>`,
  );
}

function etagOf(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
