import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenDates } from './dates.ts';
import { overdueReason, temporaryNote, wordsOfName } from './temporary.ts';

const temporary = [
  'temporary access for the vendor',
  'Temp rule',
  'tmp',
  'allow ssh (temporarily)',
  'workaround for the broken proxy',
  'open until the migration is done',
  'remove after the cut-over',
  'to be removed',
  'TODO restrict to the office',
  'test',
  'for testing',
  'test rule',
  'for now',
  'expires 2026-12-31',
  '一時的に開放',
  '一時許可',
  '暫定対応',
  '仮ルール',
  '仮',
  'テスト用',
  '検証用',
  '2026年3月末まで',
  '移行完了まで',
  '削除予定',
  '作業終了後に削除',
  '期間限定',
  '調査のため',
  '当面このまま',
];
const ordinary = [
  'template server',
  'attempts',
  'contemporary',
  'temperature sensors',
  'temporary credentials broker',
  'no longer temporary',
  'test environment',
  'from the load test subnet',
  'latest',
  'contest',
  'HTTPS from the office',
  '一時間ごとの収集',
  '一時停止 API',
  '仮想マシン',
  '平仮名変換',
  '検証用環境からの接続',
  'テスト用 VPC',
  'ポート 1024 から 65535 まで',
  '検証環境',
  '本番 Web サーバー',
  '',
];

test('notes that say that a rule is temporary', () => {
  assert.deepEqual(
    temporary.filter((text) => temporaryNote(text) === null),
    [],
  );
});

test('words that only look like it', () => {
  assert.deepEqual(
    ordinary.filter((text) => temporaryNote(text) !== null),
    [],
  );
});

test('names are read as words', () => {
  assert.deepEqual(
    ['allow-temp-ssh', 'AllowTempVendor', 'tmp_debug', 'template-server'].map((name) => temporaryNote(wordsOfName(name))?.words ?? null),
    ['temp', 'Temp', 'tmp', null],
  );
});

test('dates as people write them', () => {
  const cases: readonly [string, string][] = [
    ['until 2026-03-31', '2026-03-31'],
    ['2026/3/31 まで', '2026-03-31'],
    ['20260331', '2026-03-31'],
    ['2026年3月31日まで', '2026-03-31'],
    ['2026年2月末まで', '2026-02-28'],
    ['2026年末', '2026-12-31'],
    ['2026年度末まで', '2027-03-31'],
    ['令和8年3月31日', '2026-03-31'],
    ['R8.3.31まで', '2026-03-31'],
    ['by March 31, 2026', '2026-03-31'],
    ['31 Mar 2026', '2026-03-31'],
    ['end of June 2026', '2026-06-30'],
    ['12/31/2026', '2026-12-31'],
    ['31/12/2026', '2026-12-31'],
    ['3/4/2026', '2026-04-03'],
    ['Q2 2026', '2026-06-30'],
    ['2026-Q2', '2026-06-30'],
    ['until 2026-06', '2026-06-30'],
    ['end of 2026', '2026-12-31'],
  ];
  assert.deepEqual(
    cases.map(([text]) => [text, writtenDates(text)[0]?.day]),
    cases,
  );
  assert.deepEqual(
    ['2026-02-30', '10.0.0.0/8', 'port 20260'].flatMap((text) => writtenDates(text)),
    [],
  );
});

test('a date may be a beginning', () => {
  assert.deepEqual(writtenDates('temporary, added 2026-01-10, remove by 2026-02-10'), [
    { day: '2026-01-10', meaning: 'start' },
    { day: '2026-02-10', meaning: 'end' },
  ]);
  assert.deepEqual(
    writtenDates('2026/01/10〜2026/02/10 作業用').map(({ meaning }) => meaning),
    ['start', 'end'],
  );
});

const asked = { today: ['2026-11-22'], since: [], olderThanDays: 30, closedTickets: [] };

test('a rule is due by its date, its age, or because nobody knows', () => {
  const reason = (text: string, options: Partial<Parameters<typeof overdueReason>[1]> = {}): string | null =>
    overdueReason(text, { ...asked, ...options })?.en ?? null;
  assert.equal(reason('temporary'), 'says "temporary"');
  assert.equal(reason('temporary, until 2026-12-01'), null);
  assert.equal(reason('temporary until 2026-11-21'), 'says "temporary", and 2026-11-21 passed 1 day ago');
  assert.equal(reason('temporary until 2026-11-22'), null);
  assert.equal(reason('temporary', { since: ['2026-11-01'] }), null);
  assert.equal(reason('temporary', { since: ['2026-10-01'] }), 'says "temporary" and has been there since 2026-10-01 (52 days)');
  assert.equal(reason('temporary, since 2026-11-20'), null);
  assert.equal(reason('partner access'), null);
  assert.equal(reason('temporary until 2026-12-01', { today: [] }), 'says "temporary"');
});

test('a closed ticket is enough', () => {
  const closedTickets = ['OPS-12', '#45'];
  const named = ['see ops-12', 'OPS-123', 'DEVOPS-12', 'issue #45', '#456'].map(
    (text) => overdueReason(text, { ...asked, closedTickets })?.en ?? null,
  );
  assert.deepEqual(named, ['names OPS-12, which is closed', null, null, 'names #45, which is closed', null]);
});
