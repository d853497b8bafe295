/** `lake verify` over CloudTrail's trees: every kind of tampering is found and named; a tree that is as CloudTrail wrote it is intact. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { inFolder, keyPair, runInFolder, TrailTree } from '../testing/index.ts';
import type { TrailTreeOptions } from '../testing/index.ts';

interface Report {
  readonly intact: boolean;
  readonly checked: { readonly objects: number; readonly digests: number };
  readonly problems: readonly { readonly object: string; readonly kind: string; readonly message: string }[];
  readonly signatures: string;
  readonly proven: readonly { readonly from: string; readonly until: string; readonly continues: string | null }[];
  readonly notProven: { readonly tooNew: readonly string[]; readonly noDigest: readonly string[] };
}

async function verified(
  change: (tree: TrailTree) => void,
  more: Partial<TrailTreeOptions> = {},
  argv: readonly string[] = [],
): Promise<Report & { exitCode: number }> {
  return await inFolder({}, async (folder) => {
    const tree = new TrailTree(`${folder}/logs`, more);
    tree.write();
    writeFileSync(`${folder}/keys.json`, tree.publicKeys());
    change(tree);
    const run = await runInFolder(folder, ['lake', 'verify', 'logs', '--public-keys', 'keys.json', '--format', 'json', ...argv]);
    assert.equal(run.stderr, '');
    return { ...(JSON.parse(run.stdout) as Report), exitCode: run.exitCode };
  });
}

/** Digests and logs in the order they were written. */
const digest = (tree: TrailTree, hour: number): string => tree.digests[hour]?.key ?? '';
const log = (tree: TrailTree, index: number): string => [...tree.logs.keys()][index] ?? '';

function swap(tree: TrailTree, a: string, b: string): void {
  for (const suffix of ['', '.head.json']) {
    const [one, two] = [`${tree.pathOf(a)}${suffix}`, `${tree.pathOf(b)}${suffix}`];
    try {
      renameSync(one, `${one}.tmp`);
      renameSync(two, one);
      renameSync(`${one}.tmp`, two);
    } catch {
      // Log files have no metadata beside them.
    }
  }
}

test('a tree as CloudTrail wrote it is intact, wherever in the bucket it was downloaded from', async () => {
  for (const prefix of ['', 'audit/']) {
    const report = await verified(() => {}, { prefix });
    assert.deepEqual(report.problems, []);
    assert.equal(report.exitCode, 0);
    assert.equal(report.intact, true);
    assert.deepEqual(report.checked, { objects: 15, digests: 5 });
    assert.equal(report.signatures, 'checked');
    assert.deepEqual(report.notProven, { tooNew: [], noDigest: [] });
    assert.deepEqual(
      report.proven.map(({ from, until }) => [from, until]),
      [['2026-11-20T00:01:31.000Z', '2026-11-20T05:01:31.000Z']],
    );
  }
});

test('a part of the tree, its keys without the beginning, is intact too', async () => {
  const report = await inFolder({}, async (folder) => {
    const tree = new TrailTree(`${folder}/logs`);
    tree.write();
    writeFileSync(`${folder}/keys.json`, tree.publicKeys());
    return await runInFolder(folder, ['lake', 'verify', 'logs/AWSLogs/123456789012', '--public-keys', 'keys.json']);
  });
  assert.equal(report.exitCode, 0, report.stdout);
  assert.match(report.stdout, /Intact \(5 digests and 15 log files checked\)/);
});

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface Mutation {
  readonly name: string;
  readonly change: (tree: TrailTree) => void;
  /** What is reported, and nothing else. */
  readonly expected: (tree: TrailTree) => readonly (readonly [string, string])[];
}

function editLog(tree: TrailTree, index: number): string {
  const text = gunzipSync(readFileSync(tree.pathOf(log(tree, index))))
    .toString('utf8')
    .replace('ListBuckets', 'ListObjects');
  tree.writeObject(log(tree, index), text);
  return text;
}

const mutations: readonly Mutation[] = [
  { name: 'an event is changed', change: (tree) => void editLog(tree, 4), expected: (tree) => [[log(tree, 4), 'edited']] },
  {
    name: 'an event is taken out',
    change: (tree) => tree.writeObject(log(tree, 4), '{"Records":[]}'),
    expected: (tree) => [[log(tree, 4), 'edited']],
  },
  { name: 'a log file is deleted', change: (tree) => tree.remove(log(tree, 7)), expected: (tree) => [[log(tree, 7), 'deleted']] },
  {
    name: 'all log files of an hour are deleted',
    change: (tree) => [3, 4, 5].forEach((index) => tree.remove(log(tree, index))),
    expected: (tree) => [3, 4, 5].map((index) => [log(tree, index), 'deleted'] as const),
  },
  {
    name: 'a log file is put in',
    change: (tree) => tree.writeObject(log(tree, 4).replace(/_[0-9a-f]{16}\.json/, '_0123456789abcdef.json'), '{"Records":[]}'),
    expected: (tree) => [[log(tree, 4).replace(/_[0-9a-f]{16}\.json/, '_0123456789abcdef.json'), 'inserted']],
  },
  {
    name: 'a log file is put into the last hour',
    change: (tree) => tree.writeObject(log(tree, 13).replace(/_[0-9a-f]{16}\.json/, '_0123456789abcdef.json'), '{"Records":[]}'),
    expected: (tree) => [[log(tree, 13).replace(/_[0-9a-f]{16}\.json/, '_0123456789abcdef.json'), 'inserted']],
  },
  {
    name: 'two log files change places',
    change: (tree) => swap(tree, log(tree, 2), log(tree, 9)),
    expected: (tree) => [
      [log(tree, 2), 'reordered'],
      [log(tree, 9), 'reordered'],
    ],
  },
  {
    name: 'a log file is cut',
    change: (tree) => truncateSync(tree.pathOf(log(tree, 5)), 60),
    expected: (tree) => [[log(tree, 5), 'truncated']],
  },
  {
    name: 'a log file is cut before it was packed again',
    change: (tree) => tree.writeFile(log(tree, 5), gzipSync((tree.logs.get(log(tree, 5)) ?? '').slice(0, 40))),
    expected: (tree) => [[log(tree, 5), 'truncated']],
  },
  {
    name: 'a log file is replaced by garbage',
    change: (tree) => tree.writeFile(log(tree, 5), 'nothing packed'),
    expected: (tree) => [[log(tree, 5), 'edited']],
  },
  { name: 'a digest is deleted', change: (tree) => tree.remove(digest(tree, 2)), expected: (tree) => [[digest(tree, 2), 'deleted']] },
  {
    name: 'two digests in a row are deleted',
    change: (tree) => [1, 2].forEach((hour) => tree.remove(digest(tree, hour))),
    expected: (tree) => [[digest(tree, 2), 'deleted']],
  },
  {
    name: 'an hour is deleted, digest and log files',
    change: (tree) => [digest(tree, 2), log(tree, 6), log(tree, 7), log(tree, 8)].forEach((key) => tree.remove(key)),
    expected: (tree) => [[digest(tree, 2), 'deleted']],
  },
  {
    name: 'the first digest is deleted, its log files are not',
    change: (tree) => tree.remove(digest(tree, 0)),
    expected: (tree) => [[digest(tree, 0), 'deleted']],
  },
  {
    name: 'the last digest is deleted, its log files are not',
    change: (tree) => tree.remove(digest(tree, 4)),
    expected: (tree) => [[digest(tree, 3), 'truncated']],
  },
  {
    name: 'a digest is changed',
    change: (tree) => tree.writeObject(digest(tree, 2), JSON.stringify({ ...tree.digests[2]?.content, logFiles: [] })),
    expected: (tree) => [[digest(tree, 2), 'edited']],
  },
  {
    name: 'the last digest is changed',
    change: (tree) => tree.writeObject(digest(tree, 4), JSON.stringify({ ...tree.digests[4]?.content, logFiles: [] })),
    expected: (tree) => [[digest(tree, 4), 'bad-signature']],
  },
  {
    name: 'a digest is cut',
    change: (tree) => truncateSync(tree.pathOf(digest(tree, 1)), 100),
    expected: (tree) => [[digest(tree, 1), 'truncated']],
  },
  {
    name: 'two digests change places',
    change: (tree) => swap(tree, digest(tree, 1), digest(tree, 3)),
    expected: (tree) => [
      [digest(tree, 1), 'reordered'],
      [digest(tree, 3), 'reordered'],
    ],
  },
  {
    name: 'a digest is copied under another time',
    change: (tree) => {
      const copy = digest(tree, 2).replace(/T(\d{2})0131Z/, 'T$11031Z');
      for (const suffix of ['', '.head.json']) tree.writeFile(`${copy}${suffix}`, readFileSync(`${tree.pathOf(digest(tree, 2))}${suffix}`));
    },
    expected: (tree) => [[digest(tree, 2).replace(/T(\d{2})0131Z/, 'T$11031Z'), 'inserted']],
  },
  {
    name: 'a log file is changed and its digest signed anew with another key',
    change: (tree) => {
      const content = tree.digests[2]?.content ?? {};
      const text = editLog(tree, 7);
      const forged = JSON.parse(JSON.stringify(content)) as { logFiles: { s3Object: string; hashValue: string }[] };
      for (const each of forged.logFiles) if (each.s3Object === log(tree, 7)) each.hashValue = hashOf(text);
      tree.sealed(digest(tree, 2), { ...forged }, keyPair().privateKey);
    },
    expected: (tree) => [[digest(tree, 2), 'bad-signature']],
  },
  {
    name: 'everything from one hour on is rebuilt with another key',
    change: (tree) => {
      const { privateKey } = keyPair();
      let before = tree.digests[2];
      for (const hour of [3, 4]) {
        const content = {
          ...tree.digests[hour]?.content,
          previousDigestHashValue: before?.hash,
          previousDigestSignature: before?.signature,
        };
        before = tree.sealed(digest(tree, hour), content, privateKey);
      }
    },
    expected: (tree) => [
      [digest(tree, 3), 'bad-signature'],
      [digest(tree, 4), 'bad-signature'],
    ],
  },
  {
    name: 'the signature of the last digest is not there',
    change: (tree) => writeFileSync(`${tree.pathOf(digest(tree, 4))}.head.json`, '{}'),
    expected: (tree) => [[digest(tree, 4), 'bad-signature']],
  },
];

for (const { name, change, expected } of mutations)
  test(`found: ${name}`, async () => {
    let wanted: readonly (readonly [string, string])[] = [];
    const report = await verified((tree) => {
      change(tree);
      tree.age(new Date('2026-11-20T12:00:00Z'));
      wanted = expected(tree);
    });
    const told = report.problems.map(({ object, kind }) => `${kind} ${object}`);
    assert.deepEqual(told.sort(), wanted.map(([object, kind]) => `${kind} ${object}`).sort());
    assert.equal(report.intact, false);
    assert.equal(report.exitCode, 1);
  });

test('a trail that was stopped for a while leaves a gap', async () => {
  const report = await verified((tree) => {
    const last = tree.digests.at(-1);
    tree.digests.length = 0;
    tree.addHour(Date.parse('2026-11-20T08:01:31Z'));
    assert.ok(last);
    tree.digests.push(last);
  });
  assert.deepEqual(
    report.problems.map(({ kind }) => kind),
    ['gap'],
  );
  assert.match(report.problems[0]?.message ?? '', /nothing was recorded from 2026-11-20T05:01:31Z to 2026-11-20T08:01:31Z/);
});

test('log files of the running hour are not proven yet, and that is no tampering', async () => {
  const report = await verified((tree) => {
    tree.age(new Date('2026-11-20T05:40:00Z'));
    const key = log(tree, 14).replace(/_\d{8}T\d{4}Z_/, '_20261120T0520Z_');
    tree.writeObject(key, '{"Records":[]}');
  });
  assert.deepEqual(report.problems, []);
  assert.equal(report.notProven.tooNew.length, 1);
});

test('a tree whose tail was cut off, log files and digests, is found when the end is told', async () => {
  const cut = (tree: TrailTree): void => {
    for (const key of [digest(tree, 3), digest(tree, 4), ...[9, 10, 11, 12, 13, 14].map((index) => log(tree, index))]) tree.remove(key);
  };
  assert.equal((await verified(cut)).intact, true);
  const report = await verified(cut, {}, ['--until', '2026-11-20T05:00:00Z']);
  assert.deepEqual(
    report.problems.map(({ kind }) => kind),
    ['truncated'],
  );
});

test('without keys hashes are checked and the report says that signatures were not', async () => {
  const run = await inFolder({}, async (folder) => {
    new TrailTree(`${folder}/logs`).write();
    return await runInFolder(folder, ['lake', 'verify', 'logs']);
  });
  assert.equal(run.exitCode, 0);
  assert.match(run.stdout, /Signatures were not checked: give --public-keys/);
});

test('a folder without digests, no folder, and keys that are none are said', async () => {
  await inFolder({ 'empty/a.txt': '', 'keys.json': '{}', 'logs/x': '' }, async (folder) => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['empty'], /neither CloudTrail digests/],
      [['absent'], /absent is neither a folder nor a proof/],
      [['logs', '--public-keys', 'keys.json'], /keys\.json is not an answer of ListPublicKeys/],
      [['logs', '--since', 'yesterday'], /--since yesterday is not a time/],
    ];
    for (const [argv, message] of cases) {
      const run = await runInFolder(folder, ['lake', 'verify', ...argv]);
      assert.equal(run.exitCode, 2);
      assert.match(run.stderr, message);
    }
  });
});

test('the report is in Japanese when asked', async () => {
  const run = await inFolder({}, async (folder) => {
    const tree = new TrailTree(`${folder}/logs`);
    tree.write();
    tree.remove(log(tree, 3));
    return await runInFolder(folder, ['lake', 'verify', 'logs', '--lang', 'ja']);
  });
  assert.match(run.stdout, /改ざんあり: 1 件/);
});
