/** `--follow` of a queue of notifications: what is acknowledged when, and what is not. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import {
  FakeSqs,
  inFolder,
  recordingEnvironment,
  runInFolder,
  signInToAws,
  startFakeS3,
  trailObject,
  trailRecord,
} from '../testing/index.ts';
import type { FakeS3 } from '../testing/index.ts';
import { runCli } from './index.ts';

const objectOf = (from: number, to: number): Uint8Array =>
  trailObject(Array.from({ length: to - from }, (_, index) => trailRecord(from + index)));
const stopLogging = trailObject([
  trailRecord(900, {
    eventName: 'StopLogging',
    eventSource: 'cloudtrail.amazonaws.com',
    readOnly: false,
    requestParameters: { name: 'orders' },
  }),
]);
const notice = (key: string, more: object = {}): object => ({
  Records: [{ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', s3: { bucket: { name: 'orders-logs' }, object: { key, ...more } } }],
});
const inSns = (body: object): object => ({
  ...{ Type: 'Notification', TopicArn: 'arn:aws:sns:ap-northeast-1:123456789012:orders', Message: JSON.stringify(body) },
});
const inBridge = (key: string): object => ({
  ...{ source: 'aws.s3', 'detail-type': 'Object Created', detail: { bucket: { name: 'orders-logs' }, object: { key } } },
});

interface Ingest {
  readonly objects: Readonly<Record<'read' | 'known' | 'bad', number>>;
  readonly events: number;
  readonly diagnostics: readonly { readonly file: string; readonly code: string }[];
}

describe('a queue that is followed', () => {
  before(signInToAws);

  interface Scene {
    readonly queue: FakeSqs;
    readonly bucket: FakeS3;
    /** Runs until `isEnough`, then interrupts it as Ctrl-C does. */
    run(argv: readonly string[], isEnough: (stdout: string) => boolean): Promise<{ exitCode: number; stdout: string; stderr: string }>;
    query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  }

  async function scene(use: (given: Scene) => Promise<void>): Promise<void> {
    const queue = new FakeSqs();
    const bucket = await startFakeS3('orders-logs', { queue });
    try {
      await inFolder({}, async (folder) => {
        const run: Scene['run'] = async (argv, isEnough) => {
          let interrupt = (): void => {};
          const { environment, text } = recordingEnvironment(folder, {
            variables: { KUMOMORI_RETRY_PAUSE_MS: '1' },
            onInterrupt(callback) {
              interrupt = callback;
              return () => {};
            },
          });
          const running = runCli([...argv, '--follow', '--interval', '1', '--endpoint-url', bucket.url], environment);
          for (let tries = 0; tries < 1000 && !isEnough(text.stdout); tries += 1) await setTimeout(10);
          interrupt();
          return { exitCode: await running, ...text };
        };
        const query: Scene['query'] = async (sql) => {
          const { stdout, stderr } = await runInFolder(folder, ['lake', 'query', sql, '--lake', 'lake', '--format', 'json']);
          assert.equal(stderr, '');
          return (JSON.parse(stdout) as { rows: readonly Readonly<Record<string, unknown>>[] }).rows;
        };
        await use({ queue, bucket, run, query });
      });
    } finally {
      bucket.stop();
    }
  }
  const ingest = ['lake', 'ingest', 'sqs://orders-trail', '--lake', 'lake', '--format', 'json'];
  const events = 'SELECT count(*)::INT AS n FROM events';

  test('objects of all forms of notifications come in once, and their messages are acknowledged when they are in the lake', async () => {
    await scene(async ({ queue, bucket, run, query }) => {
      for (const [index, name] of ['a+b.json.gz', 'c.json.gz', 'd.json.gz', 'e.json.gz'].entries())
        bucket.objects.set(name.replace('+', ' '), objectOf(index * 10, index * 10 + 10));
      queue.send('plain', notice('a+b.json.gz'));
      queue.send('again', notice('a+b.json.gz'));
      queue.send('sns', inSns(notice('c.json.gz')));
      queue.send('bridge', inBridge('d.json.gz'));
      queue.send('trail', inSns({ s3Bucket: 'orders-logs', s3ObjectKey: ['e.json.gz'] }));
      queue.send('test', { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'orders-logs' });
      queue.send('removed', { Records: [{ eventSource: 'aws:s3', eventName: 'ObjectRemoved:Delete', s3: {} }] });
      const { exitCode, stdout } = await run(ingest, () => queue.deleted.length === 7);
      const result = JSON.parse(stdout) as Ingest;
      assert.deepEqual([exitCode, result.objects, result.events], [0, { read: 4, known: 1, bad: 0 }, 40]);
      assert.deepEqual(queue.messages, []);
      assert.equal(bucket.asked.filter((each) => each === 'get a b.json.gz').length, 1);
      assert.deepEqual(await query(events), [{ n: 40 }]);
    });
  });

  test('poison, a damaged object and one that is refused stay in the queue, by name; the rest goes on', async () => {
    await scene(async ({ queue, bucket, run, query }) => {
      bucket.objects.set('good.json.gz', objectOf(0, 10));
      bucket.objects.set('bad.json.gz', Buffer.from('\u001F\u008B no gzip at all', 'latin1'));
      bucket.objects.set('secret.json.gz', objectOf(10, 20));
      bucket.faults.set('secret.json.gz', 'forbidden');
      queue.send('poison', '{"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put"}]}');
      queue.send('bad', notice('bad.json.gz'));
      queue.send('secret', notice('secret.json.gz'));
      queue.send('good', notice('good.json.gz'));
      const first = await run(ingest, () => queue.deleted.length === 1);
      assert.deepEqual(queue.deleted, ['good']);
      const { diagnostics } = JSON.parse(first.stdout) as Ingest;
      assert.deepEqual(diagnostics.map(({ file, code }) => `${code} ${file}`).toSorted(), [
        ...['log-left sqs://orders-trail/bad', 'log-left sqs://orders-trail/secret'],
        ...['log-poison sqs://orders-trail/poison', 'log-refused s3://orders-logs/secret.json.gz'],
      ]);
      assert.match(first.stderr, /sqs:\/\/orders-trail\/poison: the message says nothing that can be read/);
      bucket.faults.clear();
      queue.showAll();
      await run(ingest, () => queue.deleted.length === 2);
      assert.deepEqual(queue.deleted, ['good', 'secret']);
      assert.deepEqual(await query(events), [{ n: 20 }]);
    });
  });

  test('a message whose object came in before is acknowledged without fetching it: nothing is doubled after a kill', async () => {
    await scene(async ({ queue, bucket, run, query }) => {
      bucket.objects.set('a.json.gz', objectOf(0, 10));
      queue.send('first', notice('a.json.gz'));
      await run(ingest, () => queue.deleted.length === 1);
      // As if the process had been killed between the lake and the queue.
      queue.send('first', notice('a.json.gz'));
      const second = await run(ingest, () => queue.deleted.length === 2);
      assert.deepEqual((JSON.parse(second.stdout) as Ingest).objects, { read: 0, known: 1, bad: 0 });
      assert.deepEqual(await query(events), [{ n: 10 }]);
    });
  });

  test('what is stopped in the middle is not acknowledged, and comes in with the next run', async () => {
    await scene(async ({ queue, bucket, run, query }) => {
      bucket.objects.set('a.json.gz', objectOf(0, 10));
      bucket.objects.set('b.json.gz', objectOf(10, 20));
      bucket.faults.set('b.json.gz', 'silent');
      const both = {
        ...notice('a.json.gz'),
        Records: [notice('a.json.gz'), notice('b.json.gz')].flatMap((each) => Object.values(each).flat()),
      };
      queue.send('both', both);
      const first = await run(ingest, () => bucket.asked.includes('get b.json.gz'));
      assert.equal(first.exitCode, 0);
      assert.deepEqual([queue.deleted, queue.messages.length], [[], 1]);
      bucket.faults.clear();
      queue.showAll();
      await run(ingest, () => queue.deleted.length === 1);
      assert.deepEqual(await query(events), [{ n: 20 }]);
    });
  });

  test('detect tells matches as they come, and acknowledges what it has judged', async () => {
    await scene(async ({ queue, bucket, run }) => {
      bucket.objects.set('a.json.gz', stopLogging);
      queue.send('a', notice('a.json.gz'));
      queue.send('b', notice('a.json.gz'));
      const { exitCode, stdout, stderr } = await run(
        ['detect', 'sqs://orders-trail', '--format', 'jsonl', '--no-behavior'],
        () => queue.deleted.length === 2,
      );
      assert.equal(exitCode, 1);
      const [match, ...more] = stdout
        .trimEnd()
        .split('\n')
        .map((line): { title: string; incidentId: string | null } => JSON.parse(line));
      assert.equal(match?.title, 'Trail stopped');
      assert.notEqual(match.incidentId, null);
      assert.deepEqual(more, []);
      assert.match(stderr, /^1 event in 1 object: 1 match$/m);
    });
  });
});
