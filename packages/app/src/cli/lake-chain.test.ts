/** `lake seal`, `lake verify`, `lake prove` over a lake: every way of altering it is found and named. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { inFolder, runInFolder } from '../testing/index.ts';
import type { CliRun } from '../testing/index.ts';

interface Report {
  readonly intact: boolean;
  readonly problems: readonly { readonly object: string; readonly kind: string; readonly message: string }[];
  readonly signatures: string;
  readonly lake: { readonly sealed: number; readonly unsealed: number; readonly key: string | null };
}

const DAY = 'api_activity/source=aws.cloudtrail/region=ap-northeast-1/accountId=123456789012/eventDay=20261120';
const LEDGER = '_kumomori/ledger.jsonl';
const HEADS = '_kumomori/chain/heads.jsonl';
const HASHES = '_kumomori/chain/hashes';

/** A lake as an ingest leaves it, sealed after each entry; the key lies in `keys/`. */
class Lake {
  readonly root: string;
  #entries = 0;

  constructor(root: string) {
    this.root = root;
  }

  run(...argv: readonly string[]): Promise<CliRun> {
    return runInFolder(this.root, ['lake', ...argv], { variables: { KUMOMORI_DATA_DIR: this.path('keys') } });
  }

  path(name: string): string {
    return join(this.root, name);
  }

  add(removed: readonly string[] = []): string {
    this.#entries += 1;
    const path = `${DAY}/part-${this.#entries}.parquet`;
    const bytes = Buffer.from(`PAR1 events of batch ${this.#entries} PAR1`);
    mkdirSync(dirname(this.path(`lake/${path}`)), { recursive: true });
    writeFileSync(this.path(`lake/${path}`), bytes);
    for (const each of removed) rmSync(this.path(`lake/${each}`));
    const file = { path, sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, rows: 10 };
    const entry = { v: 1, kind: 'ingest', number: this.#entries, at: '2026-11-20T00:00:00Z', added: [file], removed };
    mkdirSync(this.path('lake/_kumomori'), { recursive: true });
    appendFileSync(this.path(`lake/${LEDGER}`), `${JSON.stringify(entry)}\n`);
    return path;
  }

  async filled(): Promise<void> {
    for (let index = 0; index < 6; index += 1) {
      this.add();
      if (index % 2 === 1) assert.equal((await this.run('seal', 'lake', '--anchor', 'anchors.jsonl')).exitCode, 0);
    }
  }

  async report(...argv: readonly string[]): Promise<Report & { exitCode: number }> {
    const run = await this.run('verify', 'lake', '--format', 'json', ...argv);
    assert.equal(run.stderr, '');
    return { ...(JSON.parse(run.stdout) as Report), exitCode: run.exitCode };
  }

  lines(file: string, change: (lines: string[]) => string[]): void {
    const lines = readFileSync(this.path(`lake/${file}`), 'utf8')
      .trimEnd()
      .split('\n');
    writeFileSync(
      this.path(`lake/${file}`),
      change(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
}

async function inLake(use: (lake: Lake) => Promise<void>): Promise<void> {
  await inFolder({}, async (folder) => {
    const lake = new Lake(folder);
    await lake.filled();
    await use(lake);
  });
}

const part = (number: number): string => `${DAY}/part-${number}.parquet`;

test('a lake nobody touched is intact, by the key of this machine and by its anchors', async () => {
  await inLake(async (lake) => {
    const report = await lake.report('--anchor', 'anchors.jsonl');
    assert.deepEqual(report.problems, []);
    assert.deepEqual([report.exitCode, report.intact, report.signatures, report.lake.sealed], [0, true, 'checked', 6]);
    assert.equal((await lake.report()).signatures, 'checked');
  });
});

test('what came after the last seal waits for it; files that were compacted away are no loss', async () => {
  await inLake(async (lake) => {
    lake.add([part(1), part(2)]);
    const waiting = await lake.report();
    assert.deepEqual([waiting.intact, waiting.lake.unsealed], [true, 1]);
    await lake.run('seal', 'lake');
    const sealed = await lake.report('--anchor', 'anchors.jsonl');
    assert.deepEqual([sealed.problems, sealed.lake.unsealed], [[], 0]);
  });
});

test('sealing again when nothing is new adds no head', async () => {
  await inLake(async (lake) => {
    const before = readFileSync(lake.path(`lake/${HEADS}`), 'utf8');
    assert.match((await lake.run('seal', 'lake')).stdout, /Nothing new to seal/);
    assert.equal(readFileSync(lake.path(`lake/${HEADS}`), 'utf8'), before);
  });
});

test('a seal that was interrupted is finished by the next one', async () => {
  await inLake(async (lake) => {
    // The head was written, the hashes were not; and a line of them only half.
    lake.lines(HASHES, (lines) => lines.slice(0, 4));
    appendFileSync(lake.path(`lake/${HASHES}`), 'ab12');
    assert.deepEqual((await lake.report()).problems, []);
    lake.add();
    await lake.run('seal', 'lake');
    assert.deepEqual((await lake.report('--anchor', 'anchors.jsonl')).problems, []);
  });
});

interface Mutation {
  readonly name: string;
  readonly change: (lake: Lake) => void;
  readonly expected: readonly string[];
}

const swap = (lake: Lake, a: string, b: string): void => {
  renameSync(lake.path(`lake/${a}`), lake.path('lake/tmp'));
  renameSync(lake.path(`lake/${b}`), lake.path(`lake/${a}`));
  renameSync(lake.path('lake/tmp'), lake.path(`lake/${b}`));
};

const mutations: readonly Mutation[] = [
  {
    name: 'a file is changed',
    change: (lake) => writeFileSync(lake.path(`lake/${part(3)}`), 'PAR1 other events of batch 3 PAR1'),
    expected: [`edited ${part(3)}`],
  },
  { name: 'a file is deleted', change: (lake) => rmSync(lake.path(`lake/${part(3)}`)), expected: [`deleted ${part(3)}`] },
  {
    name: 'a file is put in',
    change: (lake) => copyFileSync(lake.path(`lake/${part(3)}`), lake.path(`lake/${DAY}/more.parquet`)),
    expected: [`inserted ${DAY}/more.parquet`],
  },
  { name: 'a file is cut', change: (lake) => truncateSync(lake.path(`lake/${part(3)}`), 12), expected: [`truncated ${part(3)}`] },
  {
    name: 'two files change places',
    change: (lake) => swap(lake, part(2), part(5)),
    expected: [`reordered ${part(2)}`, `reordered ${part(5)}`],
  },
  {
    name: 'an entry of the ledger is changed',
    change: (lake) =>
      lake.lines(LEDGER, (lines) => lines.map((line, index) => (index === 2 ? line.replace('"rows":10', '"rows":11') : line))),
    expected: [`edited ${LEDGER}:3`],
  },
  {
    name: 'the last entry is changed',
    change: (lake) =>
      lake.lines(LEDGER, (lines) => lines.map((line, index) => (index === 5 ? line.replace('"rows":10', '"rows":11') : line))),
    expected: [`edited ${LEDGER}:6`],
  },
  {
    name: 'an entry is taken out',
    change: (lake) => lake.lines(LEDGER, (lines) => lines.toSpliced(2, 1)),
    expected: [`deleted ${LEDGER}:3`],
  },
  {
    name: 'an entry is put in',
    change: (lake) => lake.lines(LEDGER, (lines) => lines.toSpliced(2, 0, '{"v":1,"kind":"ingest","number":3}')),
    expected: [`inserted ${LEDGER}:3`],
  },
  {
    name: 'two entries change places',
    change: (lake) => lake.lines(LEDGER, ([a = '', b = '', c = '', ...rest]) => [a, c, b, ...rest]),
    expected: [`reordered ${LEDGER}:2`, `reordered ${LEDGER}:3`],
  },
  {
    name: 'the last entries are cut off',
    change: (lake) => lake.lines(LEDGER, (lines) => lines.slice(0, 3)),
    expected: [`truncated ${LEDGER}:4`],
  },
  {
    name: 'a file is changed and its entry with it',
    change: (lake) => {
      const bytes = 'PAR1 other events PAR1';
      writeFileSync(lake.path(`lake/${part(3)}`), bytes);
      const hash = createHash('sha256').update(bytes).digest('hex');
      lake.lines(LEDGER, (lines) =>
        lines.map((line, index) => (index === 2 ? line.replace(/"sha256":"[0-9a-f]+"/, `"sha256":"${hash}"`) : line)),
      );
    },
    expected: [`edited ${LEDGER}:3`],
  },
  {
    name: 'an entry is changed and its hash with it',
    change: (lake) => {
      lake.lines(LEDGER, (lines) => lines.map((line, index) => (index === 2 ? line.replace('"rows":10', '"rows":11') : line)));
      const third =
        readFileSync(lake.path(`lake/${LEDGER}`))
          .toString('utf8')
          .split('\n')[2] ?? '';
      const hash = createHash('sha256').update(Buffer.of(0)).update(third).digest('hex');
      lake.lines(HASHES, (lines) => lines.map((line, index) => (index === 2 ? hash : line)));
    },
    expected: [`edited ${LEDGER}:3`],
  },
  {
    name: 'only the list of hashes is changed',
    change: (lake) => lake.lines(HASHES, (lines) => lines.map((line, index) => (index === 2 ? 'ab'.repeat(32) : line))),
    expected: [`edited ${HASHES}:3`],
  },
  {
    name: 'a head is changed',
    change: (lake) => lake.lines(HEADS, (lines) => lines.map((line, index) => (index === 2 ? line.replace('"size":6', '"size":5') : line))),
    expected: [`bad-signature ${HEADS}:3`],
  },
  { name: 'a head is taken out', change: (lake) => lake.lines(HEADS, (lines) => lines.toSpliced(1, 1)), expected: [`deleted ${HEADS}:2`] },
  { name: 'the last head is cut off', change: (lake) => lake.lines(HEADS, (lines) => lines.slice(0, 2)), expected: [`truncated ${HEADS}`] },
  { name: 'a head is garbage', change: (lake) => lake.lines(HEADS, (lines) => ['garbage', ...lines]), expected: [`edited ${HEADS}:1`] },
];

for (const { name, change, expected } of mutations)
  test(`found: ${name}`, async () => {
    await inLake(async (lake) => {
      change(lake);
      const report = await lake.report();
      assert.deepEqual(report.problems.map(({ kind, object }) => `${kind} ${object}`).sort(), [...expected].sort());
      assert.deepEqual([report.intact, report.exitCode], [false, 1]);
    });
  });

test('found by an anchor alone: the chain was cut off everywhere alike', async () => {
  await inLake(async (lake) => {
    for (const [file, kept] of [
      [LEDGER, 4],
      [HASHES, 4],
      [HEADS, 2],
    ] as const)
      lake.lines(file, (lines) => lines.slice(0, kept));
    for (const number of [5, 6]) rmSync(lake.path(`lake/${part(number)}`));
    assert.equal((await lake.report()).intact, true);
    const report = await lake.report('--anchor', 'anchors.jsonl');
    assert.deepEqual(
      report.problems.map(({ kind }) => kind),
      ['truncated'],
    );
    assert.match(report.problems[0]?.message ?? '', /was taken of 6 entries; there are fewer now/);
  });
});

test('found by an anchor or a key: everything was rebuilt with another key', async () => {
  await inLake(async (lake) => {
    writeFileSync(lake.path('own.pem'), publicKeyOf(lake));
    lake.lines(LEDGER, (lines) => lines.map((line, index) => (index === 2 ? line.replace('"rows":10', '"rows":11') : line)));
    rmSync(lake.path('lake/_kumomori/chain'), { recursive: true });
    rmSync(lake.path('keys'), { recursive: true });
    assert.equal((await lake.run('seal', 'lake')).exitCode, 0);
    rmSync(lake.path('keys'), { recursive: true });
    const believed = await lake.report();
    assert.deepEqual([believed.intact, believed.signatures], [true, 'believed']);
    assert.ok((await lake.report('--key', 'own.pem')).problems.some(({ kind }) => kind === 'bad-signature'));
    assert.ok((await lake.report('--anchor', 'anchors.jsonl')).problems.length > 0);
  });
});

function publicKeyOf(lake: Lake): string {
  const [head = '{}'] = readFileSync(lake.path(`lake/${HEADS}`), 'utf8').split('\n');
  return (JSON.parse(head) as { signature: { publicKey: string } }).signature.publicKey;
}

test('a new key is announced by the old one; without that it may not sign', async () => {
  await inLake(async (lake) => {
    writeFileSync(lake.path('own.pem'), publicKeyOf(lake));
    const rotated = await lake.run('rotate-key', 'lake');
    assert.equal(rotated.exitCode, 0, rotated.stderr);
    lake.add();
    await lake.run('seal', 'lake');
    const report = await lake.report('--key', 'own.pem', '--anchor', 'anchors.jsonl');
    assert.deepEqual(report.problems, []);
    assert.match(rotated.stdout, new RegExp(report.lake.key ?? 'none'));
    rmSync(lake.path('keys'), { recursive: true });
    lake.add();
    await lake.run('seal', 'lake');
    const forged = await lake.report('--key', 'own.pem');
    assert.deepEqual(
      forged.problems.map(({ kind, object }) => `${kind} ${object}`),
      [`bad-signature ${HEADS}:6`],
    );
  });
});

test('a proof of one file holds without the lake, and for no other file', async () => {
  await inLake(async (lake) => {
    assert.equal((await lake.run('prove', 'lake', part(4), '--output', 'proof.json')).exitCode, 0);
    rmSync(lake.path('lake'), { recursive: true });
    assert.equal((await lake.run('verify', 'proof.json')).exitCode, 0);
    const proof = readFileSync(lake.path('proof.json'), 'utf8');
    writeFileSync(lake.path('proof.json'), proof.replace(/"sha256": "[0-9a-f]{8}/, '"sha256": "00000000'));
    const broken = await lake.run('verify', 'proof.json', '--format', 'json');
    assert.equal(broken.exitCode, 1);
    assert.match(broken.stdout, /does not lead from this file to the signed head/);
  });
});

test('what is no lake, no anchor, no key and no file of it is said', async () => {
  await inLake(async (lake) => {
    writeFileSync(lake.path('empty.jsonl'), '{}\n');
    mkdirSync(lake.path('other'));
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['seal', 'other'], /other is no lake/],
      [['verify', 'lake', '--anchor', 'empty.jsonl'], /empty\.jsonl holds no heads/],
      [['verify', 'lake', '--key', 'nobody'], /nobody is neither a fingerprint/],
      [['prove', 'lake', 'nothing.parquet'], /no entry of the lake says that it wrote nothing\.parquet/],
    ];
    for (const [argv, message] of cases) {
      const run = await lake.run(...argv);
      assert.equal(run.exitCode, 2);
      assert.match(run.stderr, message);
    }
  });
});

test('a lake that was sealed once is sealed after every ingest', async () => {
  await inFolder({ 'log.json': '', 'more.json': '' }, async (folder) => {
    const record = (id: string): object => ({
      ...{
        eventVersion: '1.11',
        eventID: id,
        eventName: 'ListBuckets',
        eventSource: 's3.amazonaws.com',
        eventTime: '2026-11-20T09:00:00Z',
      },
      ...{ awsRegion: 'ap-northeast-1', recipientAccountId: '123456789012', eventType: 'AwsApiCall', userIdentity: { type: 'Root' } },
    });
    for (const [file, id] of [
      ['log.json', 'a'],
      ['more.json', 'b'],
    ] as const)
      writeFileSync(join(folder, file), JSON.stringify({ Records: [record(id)] }));
    const lake = new Lake(folder);
    assert.equal((await lake.run('ingest', 'log.json', '--lake', 'lake')).exitCode, 0);
    assert.deepEqual((await lake.report()).lake, { sealed: 0, unsealed: 1, from: null, until: null, key: null, stamps: [] });
    await lake.run('seal', 'lake');
    await lake.run('ingest', 'more.json', '--lake', 'lake');
    const report = await lake.report();
    assert.deepEqual([report.intact, report.lake.sealed, report.lake.unsealed], [true, 2, 0]);
    await lake.run('compact', 'lake');
    const compacted = await lake.report();
    assert.deepEqual([compacted.problems, compacted.lake.sealed], [[], 3]);
  });
});
