/** `intel fetch taxii`, and matches that come out of threads. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { inFolder, runInFolder } from '../testing/index.ts';

const indicator = {
  ...{ type: 'indicator', spec_version: '2.1', id: 'indicator--00000001-0000-4000-8000-000000000000', name: 'sign', pattern_type: 'stix' },
  ...{ modified: '2026-11-01T00:00:00Z', pattern: "[ipv4-addr:value = '203.0.113.5']", valid_from: '2026-11-01T00:00:00Z' },
};
const event = (id: string, sourceIPAddress: string): object => ({
  ...{ eventVersion: '1.11', eventSource: 's3.amazonaws.com', eventName: 'ListBuckets', eventID: id, awsRegion: 'ap-northeast-1' },
  ...{ eventTime: '2026-11-20T09:00:00Z', recipientAccountId: '123456789012', eventType: 'AwsApiCall', sourceIPAddress },
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/alice', userName: 'alice' },
});

test('a collection is fetched with the credentials of the environment, the next time only what is new', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.headers.authorization !== `Basic ${Buffer.from('alice:orders').toString('base64')}`)
      return void response.writeHead(401).end();
    if (!url.pathname.endsWith('/objects/'))
      return void response.end(JSON.stringify({ collections: [{ id: 'c1', title: 'Orders', can_read: true }] }));
    asked.push(url.searchParams.get('added_after') ?? 'all');
    response.setHeader('x-taxii-date-added-last', '2026-11-21T00:00:00Z');
    response.end(JSON.stringify({ objects: url.searchParams.has('added_after') ? [] : [indicator] }));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api/`;
  try {
    const logs = {
      'logs/a.json': JSON.stringify({ Records: [event('e-1', '203.0.113.5')] }),
      'logs/b.json': JSON.stringify({ Records: [event('e-2', '203.0.113.6')] }),
    };
    await inFolder(logs, async (folder) => {
      const fetchIt = ['intel', 'fetch', 'taxii', url, '--collection', 'Orders', '--store', 'store', '--trust'];
      const refused = await runInFolder(folder, fetchIt);
      assert.deepEqual([refused.exitCode, refused.stderr.includes('HTTP status 401')], [2, true]);
      const options = { variables: { KUMOMORI_TAXII_USER: 'alice', KUMOMORI_TAXII_PASSWORD: 'orders' } };
      assert.match((await runInFolder(folder, fetchIt, options)).stdout, /1 object from 1 collection\n1 added/);
      assert.match((await runInFolder(folder, fetchIt, options)).stdout, /0 objects from 1 collection\n0 added/);
      assert.deepEqual(asked, ['all', '2026-11-21T00:00:00Z']);
      const found = await runInFolder(folder, [
        'detect',
        'logs',
        '--intel',
        'store',
        '--workers',
        '2',
        '--no-behavior',
        '--format',
        'jsonl',
      ]);
      const rows = found.stdout.split('\n').filter((line) => line.includes('"intel:'));
      assert.deepEqual(
        rows.map((line) => (JSON.parse(line) as { eventId: string }).eventId),
        ['e-1'],
      );
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
