/** What messages of queues say, and event hubs, which forget nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HubHandlers, HubReceiver } from './event-hub-queue.ts';
import { openEventHub } from './event-hub-queue.ts';
import { readNotice } from './notices.ts';

const said = (body: unknown, attributes: Readonly<Record<string, string>> = {}): string => {
  const notice = readNotice({ body: typeof body === 'string' ? body : JSON.stringify(body), attributes });
  if (notice.kind === 'records') return `records ${notice.text.slice(0, 40)}`;
  if (notice.kind !== 'objects') return notice.kind;
  return notice.objects.map(({ cloud, account, bucket, name, version }) => [cloud, account, bucket, name, version].join('|')).join(' ');
};

const cases: readonly (readonly [string, unknown, Readonly<Record<string, string>>, string])[] = [
  [
    'S3, with a key as forms write it',
    {
      Records: [
        {
          eventSource: 'aws:s3',
          eventName: 'ObjectCreated:Put',
          s3: { bucket: { name: 'orders-logs' }, object: { key: 'a+b%2Bc.gz', eTag: 'e1', size: 5 } },
        },
      ],
    },
    {},
    's3||orders-logs|a b+c.gz|e1',
  ],
  ['a test of S3', { Service: 'Amazon S3', Event: 's3:TestEvent' }, {}, 'nothing'],
  [
    'a topic that wants to be confirmed',
    { Type: 'SubscriptionConfirmation', TopicArn: 'arn:aws:sns:::x', Message: 'You have …' },
    {},
    'nothing',
  ],
  [
    'EventBridge, with a key as it is',
    { source: 'aws.s3', 'detail-type': 'Object Created', detail: { bucket: { name: 'orders-logs' }, object: { key: 'a+b', etag: 'e1' } } },
    {},
    's3||orders-logs|a+b|e1',
  ],
  ['EventBridge, a deletion', { source: 'aws.s3', 'detail-type': 'Object Deleted', detail: {} }, {}, 'nothing'],
  [
    'a call of CloudTrail through EventBridge',
    { source: 'aws.ec2', 'detail-type': 'AWS API Call via CloudTrail', detail: { eventVersion: '1.11' } },
    {},
    'records {"eventVersion":"1.11"}',
  ],
  [
    'Event Grid',
    [
      {
        eventType: 'Microsoft.Storage.BlobCreated',
        data: { url: 'https://orders.blob.core.windows.net/insights/a%20b.json', eTag: '0x8D', contentLength: 5 },
      },
    ],
    {},
    'azure|orders|insights|a b.json|0x8D',
  ],
  [
    'Cloud Storage',
    '',
    { eventType: 'OBJECT_FINALIZE', bucketId: 'orders-logs', objectId: 'a b', objectGeneration: '17' },
    'gcs||orders-logs|a b|17',
  ],
  ['Cloud Storage, a deletion', '', { eventType: 'OBJECT_DELETE', bucketId: 'orders-logs', objectId: 'a' }, 'nothing'],
  ['diagnostic settings of Azure', { records: [{ category: 'AuditLogs' }] }, {}, 'records {"records":[{"category":"AuditLogs"}]}'],
  ['an entry of a log sink', { insertId: 'a', protoPayload: {} }, {}, 'records {"insertId":"a","protoPayload":{}}'],
  ['an object without a name', { Records: [{ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: {} }] }, {}, 'poison'],
  ['a bucket that is an address', { s3Bucket: 'x/../y?', s3ObjectKey: ['a'] }, {}, 'poison'],
  ['nothing at all', '', {}, 'poison'],
  ['a number', '7', {}, 'poison'],
];

for (const [name, body, attributes, expected] of cases)
  test(`a message: ${name}`, () => {
    assert.equal(said(body, attributes), expected);
  });

test('envelopes in envelopes without end are poison, not a stack', () => {
  let body: string = JSON.stringify({ s3Bucket: 'orders-logs', s3ObjectKey: ['a'] });
  for (let depth = 0; depth < 6; depth += 1) body = JSON.stringify({ Type: 'Notification', TopicArn: 'arn:aws:sns:::x', Message: body });
  assert.equal(said(body), 'poison');
});

test('an event hub goes on behind what was done with, and not behind what was only received', async () => {
  const kept: Record<string, number>[] = [{ '0': 4 }];
  const started: Readonly<Record<string, number>>[] = [];
  let handlers: HubHandlers | null = null;
  const receiver: HubReceiver = {
    start(places, given) {
      started.push({ ...places });
      handlers = given;
    },
    stop: async () => {},
  };
  const places = { read: () => kept.at(-1) ?? {}, write: (next: Readonly<Record<string, number>>) => void kept.push({ ...next }) };
  const hub = openEventHub('eventhub://orders.servicebus.windows.net/logs', { receiver, places });
  const signal = new AbortController().signal;
  assert.deepEqual(await hub.receive({ waitMs: 1, signal }), []);
  assert.deepEqual(started, [{ '0': 4 }]);
  const given: HubHandlers | null = handlers;
  assert.ok(given !== null);
  const events = (given as HubHandlers).events;
  await events([
    { partition: '0', sequence: 5, body: { records: [{ a: 1 }] } },
    { partition: '1', sequence: 9, body: Buffer.from('{"records":[]}') },
  ]);
  const messages = await hub.receive({ waitMs: 1000, signal });
  assert.deepEqual(
    messages.map(({ id, body }) => [id, body]),
    [
      ['0/5', '{"records":[{"a":1}]}'],
      ['1/9', '{"records":[]}'],
    ],
  );
  assert.deepEqual(kept, [{ '0': 4 }]);
  await hub.done(messages);
  assert.deepEqual(kept.at(-1), { '0': 5, '1': 9 });
  (given as HubHandlers).failed(Object.assign(new Error('no rights'), { code: 'UnauthorizedError' }));
  await assert.rejects(hub.receive({ waitMs: 1000, signal }), { kind: 'refused' });
  await hub.close();
});
