/** `--follow` of files, folders and standard input. */
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { inFolder, recordingEnvironment, trailObject, trailRecord } from '../testing/index.ts';
import { runCli } from './index.ts';

interface Match {
  readonly title: string;
  readonly eventId: string;
}

const call = (number: number, eventName: string): string =>
  `${JSON.stringify(trailRecord(number, { eventName, eventSource: 'cloudtrail.amazonaws.com', readOnly: false, requestParameters: { name: 'orders' } }))}\n`;

interface Live {
  readonly folder: string;
  /** The ids of the events of all matches so far, as soon as there are so many. */
  matched(count: number): Promise<readonly string[]>;
}

async function following(
  argv: readonly string[],
  use: (live: Live) => Promise<void>,
  stdin?: () => AsyncIterable<Uint8Array>,
): Promise<{ exitCode: number; stderr: string }> {
  return await inFolder({}, async (folder) => {
    let interrupt = (): void => {};
    const { environment, text } = recordingEnvironment(folder, {
      onInterrupt(callback) {
        interrupt = callback;
        return () => {};
      },
      ...(stdin && { stdin }),
    });
    const matches = (): readonly Match[] =>
      text.stdout.split('\n').flatMap((line): readonly Match[] => (line === '' ? [] : [JSON.parse(line)]));
    const running = runCli(['detect', ...argv, '--follow', '--interval', '1', '--format', 'jsonl', '--no-behavior'], environment);
    try {
      await use({
        folder,
        async matched(count) {
          for (let tries = 0; tries < 1500 && matches().length < count; tries += 1) await setTimeout(10);
          return matches().map(({ eventId }) => eventId.slice(-3));
        },
      });
    } finally {
      interrupt();
    }
    return { exitCode: await running, stderr: text.stderr };
  });
}

test('a file that grows, is rotated and cut short loses no line and says none twice', async () => {
  const { exitCode, stderr } = await following(['trail.log'], async ({ folder, matched }) => {
    const file = join(folder, 'trail.log');
    writeFileSync(file, call(1, 'StopLogging'));
    assert.deepEqual(await matched(1), ['001']);
    // Half a line is no record yet.
    const line = call(2, 'DeleteTrail');
    appendFileSync(file, line.slice(0, 50));
    await setTimeout(1100);
    appendFileSync(file, line.slice(50));
    assert.deepEqual(await matched(2), ['001', '002']);
    appendFileSync(file, call(3, 'StopLogging'));
    renameSync(file, join(folder, 'trail.log.1'));
    writeFileSync(file, call(4, 'StopLogging'));
    assert.deepEqual(await matched(4), ['001', '002', '003', '004']);
    truncateSync(file);
    await setTimeout(1100);
    appendFileSync(file, call(5, 'DeleteTrail'));
    assert.deepEqual(await matched(5), ['001', '002', '003', '004', '005']);
  });
  assert.equal(exitCode, 1);
  assert.match(stderr, /^5 events in \d objects: 5 matches$/m);
});

test('files that appear in a folder are read, compressed ones when they are whole', async () => {
  await following(['logs'], async ({ folder, matched }) => {
    mkdirSync(join(folder, 'logs/2026'), { recursive: true });
    writeFileSync(join(folder, 'logs/a.log'), call(1, 'StopLogging'));
    const whole = trailObject([trailRecord(2, { eventName: 'DeleteTrail', eventSource: 'cloudtrail.amazonaws.com', readOnly: false })]);
    writeFileSync(join(folder, 'logs/2026/b.json.gz'), whole.subarray(0, 100));
    assert.deepEqual(await matched(1), ['001']);
    writeFileSync(join(folder, 'logs/2026/b.json.gz'), whole);
    assert.deepEqual((await matched(2)).toSorted(), ['001', '002']);
  });
});

test('standard input is judged line by line, and its end is the end', async () => {
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
  async function* lines(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(call(1, 'StopLogging'));
    await isOver;
    yield Buffer.from(call(2, 'DeleteTrail').trimEnd());
  }
  const { stderr } = await following(
    ['-'],
    async ({ matched }) => {
      assert.deepEqual(await matched(1), ['001']);
      end();
      assert.deepEqual(await matched(2), ['001', '002']);
    },
    lines,
  );
  assert.match(stderr, /2 events in 2 objects/);
});

test('what cannot be written line by line is said', async () => {
  await inFolder({}, async (folder) => {
    const { environment, text } = recordingEnvironment(folder);
    assert.equal(await runCli(['detect', 'logs', '--follow', '--format', 'json'], environment), 2);
    assert.match(text.stderr, /--follow writes to standard output, as table, jsonl or csv/);
    assert.equal(await runCli(['detect', 'sqs://orders-trail'], environment), 2);
    assert.match(text.stderr, /orders-trail is a queue: it is read with --follow/);
  });
});
