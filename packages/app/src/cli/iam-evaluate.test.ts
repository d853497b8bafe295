/** `kumomori iam evaluate`, as a user meets it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CliRun } from '../testing/index.ts';
import { inFolder, runInFolder } from '../testing/index.ts';

const request = {
  principal: 'arn:aws:iam::123456789012:user/alice',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::orders-bucket/2026/05.csv',
  resourceAccount: '123456789012',
  context: {},
};
const allowing = (condition?: object): object => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'ReadOrders',
      Effect: 'Allow',
      Action: 's3:Get*',
      Resource: 'arn:aws:s3:::orders-bucket/*',
      ...(condition && { Condition: condition }),
    },
  ],
});
const line = (id: string, parts: object = {}): string =>
  JSON.stringify({ id, request, policies: { identity: [allowing()] }, mode: 'strict', ...parts });

async function evaluate(lines: readonly string[], ...args: readonly string[]): Promise<CliRun> {
  return inFolder({ 'requests.jsonl': lines.join('\n') }, (cwd) => run(cwd, ['iam', 'evaluate', 'requests.jsonl', ...args]));
}

function run(cwd: string, argv: readonly string[], stdin = ''): Promise<CliRun> {
  // eslint-disable-next-line @typescript-eslint/require-await -- a stream has it
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const byte of Buffer.from(stdin)) yield Buffer.from([byte]);
  }
  return runInFolder(cwd, argv, { columns: 200, stdin: bytes });
}

function answers({ stdout }: CliRun): readonly Record<string, unknown>[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((each) => JSON.parse(each) as Record<string, unknown>); // the command writes one object a line
}

test('each line is answered in its place, with the statement that decides', async () => {
  const result = await evaluate([line('first'), line('second', { policies: {} })]);
  assert.equal(result.exitCode, 0);
  assert.deepEqual(answers(result), [
    {
      id: 'first',
      decision: 'allow',
      conditional: null,
      because: [
        {
          layer: 'identity',
          effect: 'allow',
          reason: 'statement-allows',
          policy: 0,
          statement: 0,
          sid: 'ReadOrders',
          matched: ['action', 'resource'],
        },
      ],
    },
    {
      id: 'second',
      decision: 'implicit-deny',
      conditional: null,
      because: [{ layer: 'identity', effect: 'none', reason: 'no-policy', matched: [] }],
    },
  ]);
});

test('a line that cannot be read is an error in its place and stops nothing', async () => {
  const broken = [
    '{ no json',
    '[]',
    JSON.stringify({ id: 7, request: { ...request, principal: 'alice' } }),
    JSON.stringify({ id: 'wild', request: { ...request, action: 's3:*' } }),
    JSON.stringify({ id: 'context', request: { ...request, context: { 'aws:SourceIp': {} } } }),
  ];
  const result = await evaluate([...broken, '', line('good')]);
  assert.equal(result.exitCode, 0);
  assert.deepEqual(
    answers(result).map(({ id, error, decision }) => [id, error ?? decision]),
    [
      [null, { line: 1, message: 'the line is not JSON' }],
      [null, { line: 2, message: 'the line is not an object' }],
      [7, { line: 3, message: 'request.principal is missing or not valid' }],
      ['wild', { line: 4, message: 'request.action is missing or not valid' }],
      ['context', { line: 5, message: 'request.context.aws:SourceIp is missing or not valid' }],
      ['good', 'allow'],
    ],
  );
});

test('a file that is not there gives 2', async () => {
  const result = await inFolder({}, (cwd) => run(cwd, ['iam', 'evaluate', 'nowhere.jsonl']));
  assert.equal(result.exitCode, 2);
  assert.equal(result.stderr, 'kumomori: nowhere.jsonl cannot be read\n');
});

test('standard input is read as it comes, a character in two pieces too', async () => {
  const text = `${line('一')}\r\n${line('二')}`;
  const result = await inFolder({}, (cwd) => run(cwd, ['iam', 'evaluate', '-'], text));
  assert.deepEqual(
    answers(result).map(({ id, decision }) => [id, decision]),
    [
      ['一', 'allow'],
      ['二', 'allow'],
    ],
  );
});

test('discovery names the condition, as an expression and in one line', async () => {
  const policies = { identity: [allowing({ StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } })] };
  const [answer] = answers(await evaluate([line('if', { policies, mode: 'discovery' })]));
  assert.deepEqual([answer?.['decision'], answer?.['condition']], ['allow', 'aws:SourceVpce StringEquals "vpce-0a1b2c3d"']);
  assert.deepEqual(answer?.['conditional'], {
    kind: 'test',
    operator: 'StringEquals',
    key: 'aws:SourceVpce',
    values: ['vpce-0a1b2c3d'],
    keyClass: 'environment',
  });
});

test('principals may be objects, in the words of policies too', async () => {
  const resource = { Statement: [{ Effect: 'Allow', Principal: { Service: 'logs.amazonaws.com' }, Action: '*', Resource: '*' }] };
  const principals = [
    { type: 'Service', id: 'logs.amazonaws.com' },
    { Service: 'logs.amazonaws.com' },
    'logs.amazonaws.com',
    { type: 'Anonymous' },
    { type: 'AWS', id: request.principal },
  ];
  const lines = principals.map((principal, index) => line(String(index), { request: { ...request, principal }, policies: { resource } }));
  assert.deepEqual(
    answers(await evaluate(lines)).map(({ decision }) => decision),
    ['allow', 'allow', 'allow', 'implicit-deny', 'implicit-deny'],
  );
});

test('the table tells people why, in their language', async () => {
  const policies = { identity: [allowing({ Bool: { 'aws:SecureTransport': 'true' } })] };
  const lines = [line('orders', { policies }), '{'];
  const english = await evaluate(lines, '--format', 'table', '--explain');
  assert.match(
    english.stdout,
    /^ID +DECISION +PRINCIPAL +ACTION +RESOURCE\norders +implicit deny +arn:aws:iam::123456789012:user\/alice +s3:GetObject/,
  );
  assert.match(english.stdout, /· identity policy document 0 statement 0 \(ReadOrders\): would allow it, but does not match\n/);
  assert.match(english.stdout, /Bool aws:SecureTransport true: the request has no such key, or an unknown value\n/);
  assert.match(english.stdout, /\nline 2: the line is not JSON\n$/);
  const japanese = await evaluate(lines, '--format', 'table', '--explain', '--lang', 'ja');
  assert.match(japanese.stdout, /orders +暗黙の拒否/);
  assert.match(japanese.stdout, /Bool aws:SecureTransport true: リクエストの値はないか、不明です\n/);
});

test('answers go to a file when one is named', async () => {
  await inFolder({ 'requests.jsonl': line('first') }, async (cwd) => {
    const result = await run(cwd, ['iam', 'evaluate', 'requests.jsonl', '--output', 'answers.jsonl']);
    assert.deepEqual([result.exitCode, result.stdout], [0, '']);
    assert.equal((JSON.parse(readFileSync(join(cwd, 'answers.jsonl'), 'utf8')) as { decision: string }).decision, 'allow');
  });
});

test('iam without a command says what it lacks', async () => {
  const result = await inFolder({}, (cwd) => run(cwd, ['iam']));
  assert.deepEqual([result.exitCode, result.stderr], [2, 'kumomori: iam needs a command: see kumomori iam --help\n']);
});
