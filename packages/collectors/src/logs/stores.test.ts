/** Azure Blob Storage, Google Cloud Storage and Pub/Sub against servers that answer as they do. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RemoteStore } from './index.ts';
import { openStore, openSubscription, RemoteError } from './index.ts';

type Answer = (url: URL, response: ServerResponse, request: IncomingMessage) => void;

async function withServer<T>(answer: Answer, use: (endpoint: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => answer(new URL(request.url ?? '/', 'http://localhost'), response, request));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  try {
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const signal = new AbortController().signal;
const options = (endpoint: string): Parameters<typeof openStore>[1] => ({ region: 'us-east-1', endpoint, pauseMs: 1 });

async function listed(store: RemoteStore, prefix: string, isFlat = false): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const entry of store.list(prefix, { isFlat, signal }))
    found.push(entry.kind === 'folder' ? entry.prefix : `${entry.object.name} ${entry.object.sizeBytes} ${entry.object.version}`);
  return found;
}

async function fetched(store: RemoteStore, name: string, version = ''): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-store-'));
  try {
    const file = join(folder, 'object');
    await store.download({ name, version, sizeBytes: 0, modified: null }, { file, maxBytes: 1000, signal });
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const blob = (name: string, encoded = ''): string =>
  `<Blob><Name${encoded}>${name}</Name><Properties><Last-Modified>Fri, 20 Nov 2026 09:05:00 GMT</Last-Modified><Etag>0x8D</Etag><Content-Length>5</Content-Length></Properties></Blob>`;

test('blobs are listed page by page, with names that XML cannot hold, and fetched by their ETag', async () => {
  const asked: string[] = [];
  const answer: Answer = (url, response, request) => {
    asked.push(`${url.pathname} ${url.searchParams.get('prefix') ?? ''} ${request.headers['if-match'] ?? ''}`.trim());
    if (url.searchParams.get('comp') !== 'list') return void response.writeHead(200, { etag: '"0x8D"' }).end('hello');
    const isFirst = url.searchParams.get('marker') === null;
    const prefix = url.searchParams.get('delimiter') === '/' ? '<BlobPrefix><Name>logs/y=2026/</Name></BlobPrefix>' : '';
    const blobs = isFirst ? blob('logs/a &amp; b.json') : blob('logs%2Fc%01.json', ' Encoded="true"');
    response.end(
      `<?xml version="1.0"?><EnumerationResults><Blobs>${blobs}${prefix}</Blobs><NextMarker>${isFirst ? '2!x' : ''}</NextMarker></EnumerationResults>`,
    );
  };
  await withServer(answer, async (endpoint) => {
    const store = await openStore({ cloud: 'azure', account: 'orders', bucket: 'insights' }, options(endpoint));
    assert.deepEqual(await listed(store, 'logs/'), ['logs/a & b.json 5 0x8D', 'logs/c\u0001.json 5 0x8D']);
    assert.ok((await listed(store, 'logs/', true)).includes('logs/y=2026/'));
    assert.equal(await fetched(store, 'logs/a & b.json', '0x8D'), 'hello');
    assert.equal(asked.at(-1), '/insights/logs/a%20%26%20b.json  "0x8D"');
  });
});

test('objects of Cloud Storage are listed and fetched by their generation', async () => {
  const answer: Answer = (url, response) => {
    if (url.searchParams.get('alt') === 'media') {
      const generation = url.searchParams.get('generation') ?? '';
      return void response.writeHead(200, { 'x-goog-generation': generation }).end(`${url.pathname} ${generation}`);
    }
    const isFirst = url.searchParams.get('pageToken') === null;
    const items = [{ name: isFirst ? 'logs/a.json' : 'logs/b.json', size: '5', generation: '17', updated: '2026-11-20T09:05:00Z' }];
    response.end(JSON.stringify({ items, ...(isFirst && { nextPageToken: 'x' }), prefixes: ['logs/2026/'] }));
  };
  await withServer(answer, async (endpoint) => {
    const store = await openStore({ cloud: 'gcs', account: '', bucket: 'orders-logs' }, options(endpoint));
    const found = await listed(store, 'logs/');
    assert.deepEqual(
      found.filter((each) => each !== 'logs/2026/'),
      ['logs/a.json 5 17', 'logs/b.json 5 17'],
    );
    assert.equal(await fetched(store, 'logs/a.json', '17'), '/storage/v1/b/orders-logs/o/logs%2Fa.json 17');
  });
});

test('too many requests and a broken connection are tried again; a refusal names what is needed; too much is too much', async () => {
  let tries = 0;
  const answer: Answer = (url, response) => {
    tries += 1;
    if (url.pathname.endsWith('secret')) return void response.writeHead(403).end('{"error":{"status":"PERMISSION_DENIED","message":"no"}}');
    if (url.pathname.endsWith('large')) return void response.end('x'.repeat(2000));
    if (tries === 1) return void response.writeHead(429, { 'retry-after': '0' }).end();
    if (tries > 2) return void response.end('hello');
    response.writeHead(200, { 'content-length': '5' });
    response.write('he', () => setTimeout(() => response.destroy(), 5));
  };
  await withServer(answer, async (endpoint) => {
    const store = await openStore({ cloud: 'gcs', account: '', bucket: 'orders-logs' }, options(endpoint));
    assert.equal(await fetched(store, 'a'), 'hello');
    assert.equal(tries, 3);
    await assert.rejects(fetched(store, 'secret'), (error) => {
      assert.ok(error instanceof RemoteError);
      assert.deepEqual([error.kind, error.permission], ['refused', 'storage.objects.get on gs://orders-logs/secret']);
      return true;
    });
    await assert.rejects(fetched(store, 'large'), { kind: 'too-large' });
  });
});

test('messages of Pub/Sub are pulled, given more time, and acknowledged when they are done', async () => {
  const asked: string[] = [];
  let isFirst = true;
  const answer: Answer = (url, response, request) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      asked.push(`${url.pathname.split(':').at(-1) ?? ''} ${body}`);
      const message = {
        messageId: '7',
        data: Buffer.from('{"insertId":"a"}').toString('base64'),
        attributes: { 'logging.googleapis.com/timestamp': 'x' },
      };
      response.end(JSON.stringify(isFirst && url.pathname.endsWith(':pull') ? { receivedMessages: [{ ackId: 'ack-7', message }] } : {}));
      isFirst = false;
    });
  };
  await withServer(answer, async (endpoint) => {
    const queue = openSubscription({ project: 'orders', subscription: 'logs' }, options(endpoint));
    const [message] = await queue.receive({ waitMs: 1000, signal });
    assert.deepEqual([message?.id, message?.body], ['7', '{"insertId":"a"}']);
    assert.ok(message);
    await queue.done([message]);
    assert.deepEqual(asked, [
      'pull {"maxMessages":200}',
      'modifyAckDeadline {"ackIds":["ack-7"],"ackDeadlineSeconds":300}',
      'acknowledge {"ackIds":["ack-7"]}',
    ]);
    assert.deepEqual(await queue.receive({ waitMs: 50, signal }), []);
    await queue.close();
  });
});
