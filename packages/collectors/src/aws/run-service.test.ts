import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { CallPlace, CallRecord, CoverageGap, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { CallBudget } from '../budget.ts';
import type { CollectEnvironment } from '../collecting.ts';
import { runService } from './run-service.ts';
import { defineService } from './service.ts';

/** Keys in pages, and one question about each. */
const kms = defineService({
  id: 'kms',
  load: async () => await import('@aws-sdk/client-kms'),
  client: 'KMSClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListKeys',
      each: {
        items: 'Keys',
        calls: [
          { operation: 'GetKeyPolicy', input: keyOf, absent: ['NotFoundException'], redact: ['Policy'] },
          { operation: 'GetKeyRotationStatus', input: keyOf },
        ],
      },
    },
  ],
});

function keyOf(item: Parameters<typeof textOf>[0]): JsonObject | null {
  const KeyId = textOf(item, 'KeyId');
  return KeyId === undefined ? null : { KeyId };
}

type Answer = (body: JsonObject, response: ServerResponse, count: number) => void;

const json =
  (value: object, status = 200): Answer =>
  (_body, response) =>
    void response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(value));

const pages: Answer = (body, response, count) =>
  json(body['Marker'] === undefined ? { Keys: [{ KeyId: 'key-1' }], Truncated: true, NextMarker: 'more' } : { Keys: [{ KeyId: 'key-2' }] })(
    body,
    response,
    count,
  );

const sound: Readonly<Record<string, Answer>> = {
  ListKeys: pages,
  GetKeyPolicy: json({ Policy: '{"Version":"2012-10-17"}' }),
  GetKeyRotationStatus: json({ KeyRotationEnabled: true }),
};

interface Collected {
  readonly records: readonly { readonly place: CallPlace; readonly record: CallRecord }[];
  readonly gaps: readonly CoverageGap[];
  readonly asked: readonly string[];
  readonly budget: CallBudget;
}

async function collect(answers: Readonly<Record<string, Answer>>, given: Partial<CollectEnvironment> = {}): Promise<Collected> {
  const asked: string[] = [];
  const counts = new Map<string, number>();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      asked.push(operation);
      const count = (counts.get(operation) ?? 0) + 1;
      counts.set(operation, count);
      answers[operation]?.(JSON.parse(text) as JsonObject, response, count);
    });
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', () => resolve());
  await listening;
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const records: { place: CallPlace; record: CallRecord }[] = [];
  const budget = new CallBudget({ perSecond: 1000 });
  const env: CollectEnvironment = {
    sink: {
      record: async (place, record) => void records.push({ place, record }),
      recorded: () => null,
    },
    budget,
    redact: (response, paths) =>
      paths.includes('Policy') && 'Policy' in response ? { ...response, Policy: { $redacted: 'abc' } } : response,
    now: () => new Date('2026-11-22T00:00:00Z'),
    signal: new AbortController().signal,
    onProgress: () => {},
    ...given,
  };
  try {
    const gaps = await runService(kms, 'eu-west-1', {
      connection: {
        account: '123456789012',
        partition: 'aws',
        credentials: async () => ({ accessKeyId: 'testing', secretAccessKey: 'testing' }),
        endpoint: `http://127.0.0.1:${port}`,
      },
      env,
    });
    return { records, gaps, asked, budget: env.budget };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function answersTo(collected: Collected, operation: string): readonly CallRecord[] {
  return collected.records.filter(({ place }) => place.operation === operation).map(({ record }) => record);
}

test('every page and every detail is recorded as it was asked and answered, secrets replaced', async () => {
  const collected = await collect(sound);
  assert.deepEqual(collected.gaps, []);
  assert.deepEqual(
    answersTo(collected, 'ListKeys').map(({ request }) => request),
    [{}, { Marker: 'more' }],
  );
  assert.deepEqual(
    answersTo(collected, 'GetKeyPolicy').map(({ request, response }) => [request, response]),
    [
      [{ KeyId: 'key-1' }, { Policy: { $redacted: 'abc' } }],
      [{ KeyId: 'key-2' }, { Policy: { $redacted: 'abc' } }],
    ],
  );
  assert.deepEqual(collected.records[0]?.place, {
    provider: 'aws',
    account: '123456789012',
    region: 'eu-west-1',
    service: 'kms',
    operation: 'ListKeys',
  });
});

test('a refusal is one gap with the permission that is missing, and the rest is collected', async () => {
  const refused = json({ __type: 'AccessDeniedException', message: 'not authorized to perform: kms:GetKeyRotationStatus' }, 400);
  const collected = await collect({ ...sound, GetKeyRotationStatus: refused });
  assert.deepEqual(collected.gaps, [
    {
      scope: 'aws:123456789012:eu-west-1:kms',
      operation: 'GetKeyRotationStatus',
      reason: 'AccessDeniedException',
      permission: 'kms:GetKeyRotationStatus',
    },
  ]);
  assert.equal(answersTo(collected, 'GetKeyRotationStatus')[0]?.error?.code, 'AccessDeniedException');
  assert.equal(answersTo(collected, 'GetKeyPolicy').length, 2);
});

test('what the service says does not exist is an answer, no gap', async () => {
  const collected = await collect({ ...sound, GetKeyPolicy: json({ __type: 'NotFoundException', message: 'no policy' }, 400) });
  assert.deepEqual(collected.gaps, []);
  assert.equal(answersTo(collected, 'GetKeyPolicy')[0]?.error?.code, 'NotFoundException');
});

test('throttling slows down and loses nothing', async () => {
  const throttled: Answer = (body, response, count) =>
    count <= 2
      ? json({ __type: 'ThrottlingException', message: 'Rate exceeded' }, 400)(body, response, count)
      : pages(body, response, count);
  const collected = await collect({ ...sound, ListKeys: throttled });
  assert.deepEqual(collected.gaps, []);
  assert.equal(answersTo(collected, 'ListKeys').length, 2);
  assert.equal(collected.budget.counts.get('aws:kms:ListKeys'), 4, 'retries are calls too');
});

test('a connection that breaks is tried again', async () => {
  const broken: Answer = (body, response, count) => (count === 1 ? void response.destroy() : pages(body, response, count));
  const collected = await collect({ ...sound, ListKeys: broken });
  assert.deepEqual(collected.gaps, []);
  assert.equal(answersTo(collected, 'ListKeys').length, 2);
});

test('a page that fails keeps the pages before it', async () => {
  const half: Answer = (body, response, count) =>
    body['Marker'] === undefined
      ? pages(body, response, count)
      : json({ __type: 'AccessDeniedException', message: 'no' }, 400)(body, response, count);
  const collected = await collect({ ...sound, ListKeys: half });
  assert.deepEqual(
    collected.gaps.map(({ operation, permission }) => [operation, permission]),
    [['ListKeys', 'kms:ListKeys']],
  );
  assert.deepEqual(
    answersTo(collected, 'GetKeyPolicy').map(({ request }) => request),
    [{ KeyId: 'key-1' }],
  );
});

test('an answer that is no JSON is a gap after two tries', async () => {
  const page: Answer = (_body, response) => void response.writeHead(500, { 'content-type': 'text/html' }).end('<html>');
  const collected = await collect({ ...sound, GetKeyPolicy: page });
  assert.deepEqual(
    collected.gaps.map(({ operation, reason }) => [operation, reason]),
    [['GetKeyPolicy', 'Http500']],
  );
  assert.equal(answersTo(collected, 'GetKeyRotationStatus').length, 2);
});

test('when the calls that are allowed are spent, what is left is a gap', async () => {
  const collected = await collect(sound, { budget: new CallBudget({ perSecond: 1000, maxCalls: 2 }) });
  assert.equal(collected.asked.length, 2);
  assert.ok(collected.gaps.some(({ reason }) => reason === 'BudgetSpent'));
  assert.equal(answersTo(collected, 'ListKeys').at(-1)?.error?.code, 'BudgetSpent', 'the listing does not look whole');
});

test('what an unfinished collection has is not asked again', async () => {
  const known: CallRecord = { request: {}, at: '2026-11-21T00:00:00Z', response: { Keys: [{ KeyId: 'key-9' }] } };
  const sink = {
    record: async () => {},
    recorded: ({ operation }: CallPlace) => (operation === 'ListKeys' ? known : null),
  };
  const collected = await collect(sound, { sink });
  assert.deepEqual([...collected.asked].sort(), ['GetKeyPolicy', 'GetKeyRotationStatus']);
});

test('the user stops it', async () => {
  const stop = new AbortController();
  stop.abort();
  await assert.rejects(collect(sound, { signal: stop.signal }), { name: 'AbortError' });
});
