/** The client against a real server of the protocol on this machine. */
import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { test } from 'node:test';
import type { TaxiiOptions } from './taxii.ts';
import { IntelServerError } from './server.ts';
import { TaxiiClient } from './taxii.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

async function withServer<T>(answer: Answer, use: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => answer(request, response, new URL(request.url ?? '/', 'http://localhost')));
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function json(response: ServerResponse, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(200, { 'content-type': 'application/taxii+json;version=2.1', ...headers });
  response.end(JSON.stringify(value));
}

const COLLECTION = { id: '11111111-1111-4111-8111-111111111111', title: 'Orders', alias: 'orders', can_read: true, can_write: false };
const added = ['2026-11-20T09:00:00Z', '2026-11-21T09:00:00Z', '2026-11-22T09:00:00Z'];
const objects = added.map((time, index) => ({ time, object: { type: 'indicator', id: `indicator--${index}` } }));

/** Two objects a page; `added_after` is exclusive. */
const server: Answer = (request, response, url) => {
  if (request.headers.authorization !== 'Bearer good') return void response.writeHead(401).end();
  if (request.headers.accept !== 'application/taxii+json;version=2.1') return void response.writeHead(406).end();
  if (url.pathname === '/taxii2/') return json(response, { title: 'x', default: '/api/', api_roots: ['/api/'] });
  if (url.pathname === '/api/')
    return json(response, { title: 'x', versions: ['application/taxii+json;version=2.1'], max_content_length: 1000 });
  if (url.pathname === '/api/collections/')
    return json(response, { collections: [COLLECTION, { ...COLLECTION, id: 'closed', can_read: false }] });
  if (url.pathname !== `/api/collections/${COLLECTION.id}/objects/`) return void response.writeHead(404).end();
  const after = url.searchParams.get('added_after') ?? '';
  const open = objects.filter(({ time }) => time > after);
  const from = Number(url.searchParams.get('next') ?? 0);
  const page = open.slice(from, from + 2);
  const more = from + 2 < open.length ? { more: true, next: String(from + 2) } : { more: false };
  json(
    response,
    { ...more, objects: page.map(({ object }) => object) },
    page.length > 0 ? { 'x-taxii-date-added-last': page.at(-1)?.time ?? '' } : {},
  );
};

const client = (more: Partial<TaxiiOptions> = {}): TaxiiClient =>
  new TaxiiClient({ auth: { kind: 'bearer', token: 'good' }, wait: async () => {}, ...more });

async function idsOf(
  taxii: TaxiiClient,
  url: string,
  addedAfter: string | null = null,
): Promise<{ readonly ids: readonly string[]; readonly last: string | null }> {
  const ids: string[] = [];
  let last: string | null = null;
  for await (const page of taxii.objects({ url }, { addedAfter })) {
    ids.push(...page.objects.map((each) => (each as { id: string }).id));
    last = page.addedLast ?? last;
  }
  return { ids, last };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof IntelServerError) return error.code;
    throw error;
  }
  return 'none';
}

test('from discovery to all pages, and only what is new the next time', async () => {
  await withServer(server, async (origin) => {
    const found = await client().collections(`${origin}/taxii2/`);
    assert.deepEqual(
      found.map(({ id, alias, title }) => [id, alias, title]),
      [[COLLECTION.id, 'orders', 'Orders']],
    );
    const url = found[0]?.url ?? '';
    assert.deepEqual(await idsOf(client(), url), { ids: ['indicator--0', 'indicator--1', 'indicator--2'], last: added[2] });
    assert.deepEqual((await idsOf(client(), url, added[1])).ids, ['indicator--2']);
    assert.deepEqual(await idsOf(client(), url, added[2]), { ids: [], last: null });
    assert.equal((await client().collections(`${origin}/api/`)).length, 1);
  });
});

test('wrong credentials are told, and go in no header when there are none', async () => {
  await withServer(server, async (origin) => {
    assert.equal(
      await codeOf(client({ auth: { kind: 'basic', user: 'a', password: 'b' } }).collections(`${origin}/taxii2/`)),
      'unauthorized',
    );
  });
  await withServer(
    (request, response) => json(response, { collections: [], seen: request.headers.authorization ?? null }),
    async (origin) => {
      assert.deepEqual(await client({ auth: { kind: 'none' } }).collections(`${origin}/api/`), []);
    },
  );
});

test('a server that is busy is waited for as long as it says, and not for ever', async () => {
  let calls = 0;
  const waits: number[] = [];
  const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  await withServer(
    (request, response, url) => (++calls < 3 ? void response.writeHead(429, { 'retry-after': '7' }).end() : server(request, response, url)),
    async (origin) => assert.equal((await client({ wait }).collections(`${origin}/taxii2/`)).length, 1),
  );
  assert.deepEqual(waits, [7000, 7000]);
  await withServer(
    (_, response) => void response.writeHead(429, { 'retry-after': '86400' }).end(),
    async (origin) => assert.equal(await codeOf(client().collections(`${origin}/taxii2/`)), 'throttled'),
  );
});

test('answers that are no answers end the fetch with a name', async () => {
  const cases: readonly (readonly [string, Answer, Partial<TaxiiOptions>])[] = [
    ['malformed', (_, response) => void response.end('<html>'), {}],
    ['malformed', (_, response) => void response.end('[1]'), {}],
    ['too-large', (_, response) => void response.end(`{"a":"${'x'.repeat(5000)}"}`), { maxBytes: 1000 }],
    ['timeout', () => undefined, { timeoutMs: 50 }],
    ['refused', (_, response) => json(response, { api_roots: ['http://192.0.2.1/api/'] }), {}],
    ['refused', (_, response) => void response.writeHead(302, { location: 'http://192.0.2.1/' }).end(), {}],
    ['not-found', (_, response) => void response.writeHead(404).end(), {}],
  ];
  for (const [code, answer, more] of cases)
    await withServer(answer, async (origin) => assert.equal(await codeOf(client(more).collections(`${origin}/taxii2/`)), code));
});

test('pages that go in a circle end', async () => {
  await withServer(
    (_, response) => json(response, { more: true, next: 'again', objects: [] }),
    async (origin) => assert.equal(await codeOf(idsOf(client(), `${origin}/api/collections/x/`)), 'malformed'),
  );
});
