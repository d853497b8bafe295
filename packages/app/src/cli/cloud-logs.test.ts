/** `detect` and `lake ingest` over buckets: what is fetched, what is not, and what is said of it. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { inFolder, runInFolder, signInToAws, startFakeS3, trailObject, trailRecord } from '../testing/index.ts';
import type { CliRun, FakeS3, S3Fault } from '../testing/index.ts';

const TREE = 'AWSLogs/123456789012/CloudTrail/ap-northeast-1';
const key = (day: string, name: string): string =>
  `${TREE}/${day.replaceAll('-', '/')}/123456789012_CloudTrail_ap-northeast-1_${day.replaceAll('-', '')}T0905Z_${name}.json.gz`;
const objectOf = (from: number, to: number): Uint8Array =>
  trailObject(Array.from({ length: to - from }, (_, index) => trailRecord(from + index)));
const stopped = trailObject([
  trailRecord(900, {
    eventName: 'StopLogging',
    eventSource: 'cloudtrail.amazonaws.com',
    readOnly: false,
    requestParameters: { name: 'orders' },
  }),
]);

const objects: Readonly<Record<string, Uint8Array>> = {
  [key('2026-11-18', 'aaa')]: objectOf(0, 10),
  [key('2026-11-20', 'bbb')]: objectOf(10, 20),
  [key('2026-11-20', 'ccc')]: stopped,
  [key('2026-11-21', 'ddd')]: objectOf(20, 30),
  'AWSLogs/123456789012/CloudTrail-Digest/ap-northeast-1/2026/11/20/digest.json.gz': objectOf(0, 1),
};

interface Ingest {
  readonly objects: Readonly<Record<'read' | 'known' | 'bad', number>>;
  readonly events: number;
  readonly diagnostics: readonly { readonly file: string; readonly code: string; readonly message: string }[];
}

describe('logs in a bucket', () => {
  before(signInToAws);

  async function withBucket(
    faults: Readonly<Record<string, S3Fault>>,
    use: (run: (...argv: string[]) => Promise<CliRun>, bucket: FakeS3) => Promise<void>,
  ): Promise<void> {
    const bucket = await startFakeS3('orders-logs', { objects, faults });
    try {
      await inFolder({}, (folder) =>
        use(
          (...argv) => runInFolder(folder, [...argv, '--endpoint-url', bucket.url], { variables: { KUMOMORI_RETRY_PAUSE_MS: '1' } }),
          bucket,
        ),
      );
    } finally {
      bucket.stop();
    }
  }
  const ingested = ({ stdout, stderr }: CliRun): Ingest => {
    assert.equal(stderr, '');
    return JSON.parse(stdout);
  };
  const ingest = ['lake', 'ingest', 's3://orders-logs/AWSLogs', '--lake', 'lake', '--format', 'json'];

  test('all pages are read, digests are not, and what is in the lake is not fetched again', async () => {
    await withBucket({}, async (run, bucket) => {
      const first = ingested(await run(...ingest));
      assert.deepEqual([first.objects, first.events, first.diagnostics], [{ read: 4, known: 0, bad: 0 }, 31, []]);
      assert.ok(!bucket.asked.some((each) => each.includes('Digest/') && each.startsWith('get')));
      bucket.objects.set(key('2026-11-21', 'eee'), objectOf(30, 35));
      // Written anew with another content.
      bucket.objects.set(key('2026-11-18', 'aaa'), objectOf(0, 12));
      bucket.asked.length = 0;
      const second = ingested(await run(...ingest));
      assert.deepEqual([second.objects, second.events], [{ read: 2, known: 3, bad: 0 }, 5]);
      assert.deepEqual(
        bucket.asked.filter((each) => each.startsWith('get')),
        [`get ${key('2026-11-18', 'aaa')}`, `get ${key('2026-11-21', 'eee')}`],
      );
    });
  });

  test('an object that is refused is named with the permission that lacks, others are read, and the next run goes on', async () => {
    const forbidden = key('2026-11-20', 'bbb');
    const faults: Record<string, S3Fault> = {
      [forbidden]: 'forbidden',
      [key('2026-11-18', 'aaa')]: 'throttle',
      [key('2026-11-21', 'ddd')]: 'reset',
    };
    await withBucket(faults, async (run, bucket) => {
      const first = ingested(await run(...ingest));
      assert.deepEqual([first.objects, first.events], [{ read: 3, known: 0, bad: 1 }, 21]);
      assert.deepEqual(
        first.diagnostics.map(({ file, code }) => [file, code]),
        [[`s3://orders-logs/${forbidden}`, 'log-refused']],
      );
      assert.match(first.diagnostics[0]?.message ?? '', /access is refused; needed: s3:GetObject on arn:aws:s3:::orders-logs\//);
      bucket.faults.clear();
      const second = ingested(await run(...ingest));
      assert.deepEqual([second.objects, second.events], [{ read: 1, known: 3, bad: 0 }, 10]);
    });
  });

  test('a damaged object is named, what stands before the damage is kept, and nothing else suffers', async () => {
    await withBucket({}, async (run, bucket) => {
      const whole = objectOf(30, 60);
      bucket.objects.set(key('2026-11-21', 'eee'), whole.subarray(0, whole.length - 20));
      const { stdout } = await run(...ingest);
      const result = JSON.parse(stdout) as Ingest & { readonly problems: readonly { readonly path: string; readonly message: string }[] };
      assert.deepEqual(
        result.problems.map(({ path }) => path),
        [`s3://orders-logs/${key('2026-11-21', 'eee')}`],
      );
      assert.ok(result.events >= 31);
    });
  });

  test('a day to begin with keeps older folders of dates from being listed', async () => {
    await withBucket({}, async (run, bucket) => {
      const { exitCode, stdout } = await run('detect', 's3://orders-logs/', '--since', '2026-11-20', '--format', 'json');
      assert.equal(exitCode, 1);
      const { summary, matches } = JSON.parse(stdout) as {
        summary: { events: number; objects: number };
        matches: { action: string }[];
      };
      assert.deepEqual([summary.objects, summary.events], [3, 21]);
      assert.ok(matches.some(({ action }) => action.includes('StopLogging')));
      assert.ok(!bucket.asked.some((each) => each.includes('/2026/11/18/')), bucket.asked.join('\n'));
    });
  });

  test('a bucket in another region is found', async () => {
    const bucket = await startFakeS3('orders-logs', { objects, region: 'eu-central-1' });
    try {
      await inFolder({}, async (folder) => {
        const argv = [
          'detect',
          's3://orders-logs/',
          '--region',
          'us-east-1',
          '--endpoint-url',
          bucket.url,
          '--format',
          'json',
          '--no-behavior',
        ];
        const { stdout, stderr } = await runInFolder(folder, argv);
        assert.equal(stderr, '');
        assert.equal((JSON.parse(stdout) as { summary: { events: number } }).summary.events, 31);
      });
    } finally {
      bucket.stop();
    }
  });

  test('a bucket that may not be listed, or is not there, ends the run with what is needed', async () => {
    await withBucket({ AWSLogs: 'forbidden' }, async (run) => {
      const refused = await run(...ingest);
      assert.equal(refused.exitCode, 2);
      assert.match(
        refused.stderr,
        /^kumomori: s3:\/\/orders-logs\/AWSLogs cannot be listed: access is refused; needed: s3:ListBucket on arn:aws:s3:::orders-logs/,
      );
      const absent = await run('detect', 's3://other-logs/');
      assert.match(absent.stderr, /s3:\/\/other-logs\/ cannot be listed: it is not there \(NoSuchBucket/);
      const unknown = await run('detect', 'ftp://orders-logs/', '--lang', 'ja');
      assert.match(unknown.stderr, /ftp:\/\/orders-logs\/ はログの場所として読めません/);
      const day = await run('detect', 's3://orders-logs/', '--since', 'yesterday');
      assert.match(day.stderr, /--since yesterday is no day/);
    });
  });
});
