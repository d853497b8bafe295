import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallPlace, CallRecord, Json } from '@kumomori/model';
import { earlierOf } from '../testing/index.ts';
import type { Recorded } from '../testing/index.ts';
import type { FakeRoutes, FakeRun } from './testing/fake-google.ts';
import { PROJECT, collectFromFake, oneProject } from './testing/fake-google.ts';

const BUCKETS = 'storage.googleapis.com/storage/v1/b';

function routes(...buckets: readonly string[]): FakeRoutes {
  return { ...oneProject, [BUCKETS]: { body: { items: buckets.map((name) => ({ name })) } } };
}

function recordsOf(run: FakeRun): readonly Recorded[] {
  return [...run.records].flatMap(([name, records]) => {
    const [, account = '', service = '', operation = ''] = /^(\S+) (.*):([^:]*)$/.exec(name) ?? [];
    const place: CallPlace = { provider: 'gcp', account, region: 'global', service, operation };
    return records.map((record) => ({ place, record }));
  });
}

const textOf = ({ request, response, error }: CallRecord): string => JSON.stringify([request, response, error]);

const said = (run: FakeRun): unknown =>
  Object.fromEntries(
    [...run.records].map(([name, records]) => [name, records.map(textOf).sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const event = (serviceName: string, methodName: string): Json => ({
  logName: `projects/${PROJECT}/logs/cloudaudit.googleapis.com%2Factivity`,
  protoPayload: { serviceName, methodName },
});

test('only the services that events tell of are asked again, and the whole is as if all had been', async () => {
  const before = await collectFromFake({ routes: routes('orders-bucket', 'old-bucket') });
  const after = routes('orders-bucket', 'new-bucket');
  const events = [event('storage.googleapis.com', 'storage.buckets.create'), event('storage.googleapis.com', 'storage.buckets.delete')];
  const again = await collectFromFake({ routes: after, earlier: earlierOf('gcp', recordsOf(before), events) });
  const full = await collectFromFake({ routes: after });
  assert.deepEqual(said(again), said(full));
  const hosts = new Set(again.requests.map((request) => request.split(/[ /]/)[1]));
  assert.deepEqual(hosts, new Set(['cloudasset.googleapis.com', 'cloudresourcemanager.googleapis.com', 'storage.googleapis.com']));
  assert.ok(again.requests.length * 5 < full.requests.length, `${again.requests.length} calls, ${full.requests.length} for everything`);
});
