/** `kumomori detect LAKE`: the lines of the logs themselves, whichever way the rules are asked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testedRules } from '../testing/detections/index.ts';
import { inFolder, runInFolder } from '../testing/index.ts';

type Line = Readonly<Record<string, unknown>>;

const IAM = fileURLToPath(new URL('../../../content/detections/aws/iam', import.meta.url));

/** Events of the tests of our IAM rules, each its own; one object as the service writes it, one as a person does. */
function logs(): Readonly<Record<string, string>> {
  const records = testedRules(IAM).events.map(({ record }, index) => ({
    ...record,
    eventID: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  }));
  const half = Math.floor(records.length / 2);
  return {
    'logs/a.json': JSON.stringify({ Records: records.slice(0, half) }),
    'logs/b.json': JSON.stringify({ Records: records.slice(half) }, null, 2),
  };
}

const rule = (title: string, detection: string): string =>
  `title: ${title}\nid: 6f1c1d2e-0000-4000-8000-00000000${String(title.length).padStart(4, '0')}\nlogsource: {product: aws, service: cloudtrail}\ndetection:\n  ${detection}\n  condition: s\nlevel: high\n`;

const rules = {
  'one/a.yml': rule('Keys', 's: { eventName: CreateAccessKey }'),
  'words/a.yml': rule('Words somewhere', 's: [\'"userName":"bob"\']'),
  'later/a.yml': `${rule('Base', 's: { eventName: [CreateAccessKey, CreateUser, AttachUserPolicy] }').replace('title', 'name: base\ntitle')}---
title: Many at once
id: 6f1c1d2e-0000-4000-8000-00000000aaaa
correlation: { type: event_count, rules: [base], group-by: [userIdentity.arn], timespan: 10m, condition: { gte: 3 } }
level: high
`,
};

async function linesOf(
  folder: string,
  what: string,
  ...argv: readonly string[]
): Promise<{ readonly lines: readonly Line[]; readonly stderr: string }> {
  const { exitCode, stdout, stderr } = await runInFolder(folder, ['detect', what, '--format', 'jsonl', ...argv]);
  assert.ok(exitCode < 2, stderr);
  const lines = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
  const bare = lines.map(({ file: _file, ...line }) => JSON.stringify(line)).toSorted();
  return { lines: bare.map((line) => JSON.parse(line) as Line), stderr };
}

test('a lake gives the lines that its logs give: as SQL, by actions, over all rows, with correlations and behavior', async () => {
  await inFolder({ ...logs(), ...rules }, async (folder) => {
    const ingest = await runInFolder(folder, ['lake', 'ingest', 'logs', '--lake', 'lake']);
    assert.equal(ingest.exitCode, 0, ingest.stderr);
    for (const [argv, way] of [
      [['--rules', 'one'], /1 rule asked as SQL, 0 over/],
      [['--rules', 'words'], /1 over all rows/],
      [['--rules', 'later'], /1 rule asked as SQL/],
      [['--rules', IAM], /over the rows with an action|over all rows/],
      [[], /all rows were read/],
    ] as const) {
      const [fromLogs, fromLake] = [await linesOf(folder, 'logs', ...argv), await linesOf(folder, 'lake', ...argv)];
      assert.ok(fromLogs.lines.length > 0, argv.join(' '));
      assert.deepEqual(fromLake.lines, fromLogs.lines, argv.join(' '));
      assert.match(fromLake.stderr, way);
    }
  });
});

test('days are left out by the time of the event; rows without a record are told', async () => {
  await inFolder({ ...logs(), ...rules }, async (folder) => {
    await runInFolder(folder, ['lake', 'ingest', 'logs', '--lake', 'lake', '--no-raw']);
    const [day, before] = ['2026-11-20', '2026-11-19'];
    const none = await linesOf(folder, 'lake', '--rules', 'one', '--until', before);
    assert.equal(none.lines.length, 0);
    const some = await linesOf(folder, 'lake', '--rules', 'one', '--since', day, '--until', day);
    assert.match(some.stderr, /events of the lake without a record/);
    const mixed = await runInFolder(folder, ['detect', 'lake', 'logs']);
    assert.equal(mixed.exitCode, 2);
    assert.match(mixed.stderr, /one after the other/);
    const files = await runInFolder(folder, ['detect', 'logs', '--until', day]);
    assert.equal(files.exitCode, 2);
  });
});
