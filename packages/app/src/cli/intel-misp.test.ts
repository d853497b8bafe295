/** `intel fetch misp` against a feed on this machine. */
import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { inFolder, runInFolder } from '../testing/index.ts';

const uuid = (number: number): string => `0000000${number}-0000-4000-8000-000000000000`;
const misp = (number: number, timestamp: number, ...values: readonly string[]): object => ({
  Event: {
    ...{ uuid: uuid(number), info: `Orders ${number}`, Orgc: { name: 'Example' }, timestamp: String(timestamp) },
    Attribute: values.map((value, index) => ({
      ...{ uuid: `0000000${number}-0000-4000-8000-00000000000${index + 1}`, type: 'ip-dst', value },
      ...{ to_ids: true, timestamp: String(timestamp) },
    })),
  },
});

type Files = Record<string, unknown>;

async function withFeed<T>(files: Files, use: (url: string, asked: string[]) => Promise<T>): Promise<T> {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const name = (request.url ?? '').replace('/feed/', '');
    asked.push(name);
    const body = files[name];
    if (request.headers.authorization !== 'orders-key') return void response.writeHead(403).end();
    if (body === undefined) return void response.writeHead(404).end();
    if (typeof body === 'string') return void response.writeHead(302, { location: body }).end();
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  try {
    return await use(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/feed/`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const options = { variables: { KUMOMORI_MISP_KEY: 'orders-key' } };
const entry = (timestamp: number): object => ({ info: 'Orders', timestamp, Orgc: { name: 'Example' } });

test('a feed is read once, then only the events that changed', async () => {
  const files: Files = {
    'manifest.json': { [uuid(1)]: entry(100), [uuid(2)]: entry(200), '../../etc/passwd': entry(300) },
    [`${uuid(1)}.json`]: misp(1, 100, '203.0.113.5'),
    [`${uuid(2)}.json`]: misp(2, 200, '203.0.113.6', '203.0.113.7'),
  };
  await withFeed(files, async (url, asked) => {
    await inFolder({}, async (folder) => {
      const fetchIt = ['intel', 'fetch', 'misp', url, '--store', 'store', '--trust'];
      const refused = await runInFolder(folder, fetchIt);
      assert.deepEqual([refused.exitCode, refused.stderr.includes('HTTP status 403')], [2, true]);
      assert.match((await runInFolder(folder, fetchIt, options)).stdout, /^2 events read, 0 known already\n3 added/);
      assert.deepEqual(asked.splice(0), ['manifest.json', 'manifest.json', `${uuid(1)}.json`, `${uuid(2)}.json`]);
      files['manifest.json'] = { [uuid(1)]: entry(100), [uuid(2)]: entry(250) };
      files[`${uuid(2)}.json`] = misp(2, 250, '203.0.113.8', '203.0.113.7');
      const japanese = await runInFolder(folder, [...fetchIt, '--lang', 'ja'], options);
      assert.match(japanese.stdout, /^1 件のイベントを読み込み、1 件は取得済み\n/);
      assert.deepEqual(asked.splice(0), ['manifest.json', `${uuid(2)}.json`]);
      const list = await runInFolder(folder, ['intel', 'list', '--store', 'store']);
      for (const value of ['203.0.113.5', '203.0.113.7', '203.0.113.8']) assert.ok(list.stdout.includes(value), value);
      assert.ok(!list.stdout.includes('203.0.113.6'));
      const since = await runInFolder(folder, [...fetchIt, '--changed-after', '1970-01-01T00:03:20Z', '--format', 'json'], options);
      const counts = JSON.parse(since.stdout) as Record<string, unknown>;
      assert.deepEqual([counts['events'], counts['known'], counts['unchanged']], [1, 1, 2]);
    });
  });
});

test('an event that is missing, no event or elsewhere is told and tried again, the others are kept', async () => {
  const files: Files = {
    'manifest.json': { [uuid(1)]: entry(1), [uuid(2)]: entry(2), [uuid(3)]: entry(3), [uuid(4)]: entry(4) },
    [`${uuid(1)}.json`]: misp(1, 1, '203.0.113.5'),
    [`${uuid(2)}.json`]: { hello: 'orders' },
    [`${uuid(3)}.json`]: 'http://192.0.2.1/latest/meta-data/',
  };
  await withFeed(files, async (url, asked) => {
    await inFolder({}, async (folder) => {
      const fetchIt = ['intel', 'fetch', 'misp', `${url}manifest.json`, '--store', 'store'];
      const { stdout, exitCode } = await runInFolder(folder, fetchIt, options);
      assert.equal(exitCode, 0);
      assert.match(stdout, /^1 event read, 0 known already, 3 could not be read\n1 added/);
      assert.match(stdout, /0000002-.*\.json: .*no indicators/);
      assert.match(stdout, /0000003-.*HTTP status 302/);
      asked.length = 0;
      files[`${uuid(4)}.json`] = misp(4, 4, '203.0.113.9');
      assert.match((await runInFolder(folder, fetchIt, options)).stdout, /^1 event read, 1 known already, 2 could not be read\n1 added/);
      assert.ok(!asked.includes(`${uuid(1)}.json`));
    });
  });
});

test('what is no feed is said', async () => {
  await withFeed({ 'manifest.json': { hello: 'orders' } }, async (url) => {
    await inFolder({}, async (folder) => {
      const wrong = await runInFolder(folder, ['intel', 'fetch', 'misp', url, '--store', 'store'], options);
      assert.deepEqual([wrong.exitCode, wrong.stderr.includes('no manifest of a MISP feed')], [2, true]);
      const file = await runInFolder(folder, ['intel', 'fetch', 'misp', 'file:///feed', '--store', 'store'], options);
      assert.deepEqual([file.exitCode, file.stderr.includes('is no web address')], [2, true]);
    });
  });
});
