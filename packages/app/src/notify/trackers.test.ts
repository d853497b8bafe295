import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { signInToAws } from '../testing/index.ts';
import type { Message } from './index.ts';
import { channels, composeMessage } from './index.ts';
import type { Answer, Receiver } from './testing/index.ts';
import { hostileBucket, openBucket, sampleEvents, startReceiver, toolsHere } from './testing/index.ts';

const { jira, backlog, sns } = channels;
const about = { id: 'evt_01', at: '2026-11-22T03:20:00.000Z', kind: 'finding-opened' } as const;
const consoleUrl = 'https://kumomori.example.com';
const opened = composeMessage({ ...about, finding: openBucket }, { language: 'ja', consoleUrl });
const hostile = composeMessage({ ...about, finding: hostileBucket }, { language: 'en', consoleUrl });
const verified = composeMessage({ ...about, kind: 'finding-verified', finding: openBucket }, { language: 'en', consoleUrl });
const first = (message: Message): { message: Message; attempt: number; previous: null } => ({ message, attempt: 1, previous: null });

async function receiver(t: TestContext, ...answers: readonly Answer[]): Promise<Receiver> {
  const started = await startReceiver(...answers);
  t.after(started.stop);
  return started;
}
const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

describe('Jira Cloud', () => {
  const given = { email: 'bot@example.com', token: 'not-a-real-token', project: 'SEC', issueType: 'Bug', labels: ['cloud'] };
  const issue = (name: string, category: string): Answer =>
    json({ id: '10000', key: 'SEC-24', fields: { status: { name, statusCategory: { key: category } } } });

  test('an issue with a description in the Atlassian Document Format', async (t) => {
    const server = await receiver(
      t,
      json({ id: '10000', key: 'SEC-24', self: 'https://example.atlassian.net/rest/api/3/issue/10000' }, 201),
    );
    const outcome = await jira.send(first(opened), { ...given, site: server.url }, toolsHere);
    assert.deepEqual(outcome, { kind: 'delivered', reference: 'SEC-24', url: `${server.url}/browse/SEC-24`, detail: '' });
    const [request] = server.received;
    const credentials = Buffer.from('bot@example.com:not-a-real-token').toString('base64');
    assert.deepEqual(
      [request?.method, request?.path, request?.headers.authorization],
      ['POST', '/rest/api/3/issue', `Basic ${credentials}`],
    );
    const { fields } = JSON.parse(request?.body ?? '') as { fields: Record<string, unknown> };
    const { description, labels, ...others } = fields;
    assert.deepEqual(others, { project: { key: 'SEC' }, issuetype: { name: 'Bug' }, summary: opened.title });
    assert.match((labels as string[]).join(' '), /^kumomori kumomori-[0-9a-f]{16} cloud$/);
    const { type, version, content } = description as { type: string; version: number; content: readonly unknown[] };
    assert.deepEqual(
      [type, version, content[0]],
      ['doc', 1, { type: 'paragraph', content: [{ type: 'text', text: 'orders-bucket を誰でも読み取れます' }] }],
    );
    assert.deepEqual(content.at(-2), {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'kumomori で開く', marks: [{ type: 'link', attrs: { href: `${consoleUrl}/findings/4f1a9c02d7e3` } }] },
      ],
    });
    // Empty text nodes are an error in Jira.
    assert.doesNotMatch(request?.body ?? '', /"text":""/);
  });

  test('a second attempt finds what the first one made; what follows is a comment', async (t) => {
    const server = await receiver(t, json({ issues: [{ key: 'SEC-24' }], isLast: true }), json({ id: '1' }, 201));
    const settings = { ...given, site: server.url };
    const again = await jira.send({ ...first(opened), attempt: 2 }, settings, toolsHere);
    assert.equal(again.kind === 'delivered' && again.reference, 'SEC-24');
    assert.equal(server.received[0]?.path, '/rest/api/3/search/jql');
    const { jql } = JSON.parse(server.received[0]?.body ?? '') as { jql: string };
    assert.match(jql, /^project = "SEC" AND labels = "kumomori-[0-9a-f]{16}" AND statusCategory != Done ORDER BY created DESC$/);
    await jira.send({ message: verified, attempt: 1, previous: 'SEC-24' }, settings, toolsHere);
    assert.equal(server.received[1]?.path, '/rest/api/3/issue/SEC-24/comment');
    assert.equal(server.received.length, 2);
  });

  test('the state of the issue comes back by its category', async (t) => {
    const server = await receiver(
      t,
      issue('To Do', 'new'),
      issue('レビュー中', 'indeterminate'),
      issue('Done', 'done'),
      { status: 404 },
      { status: 401 },
      json({}),
    );
    const settings = { ...given, site: server.url };
    const read = async (): Promise<unknown> => jira.ticket?.('SEC-24', settings, toolsHere);
    const url = `${server.url}/browse/SEC-24`;
    assert.deepEqual(await read(), { kind: 'ticket', state: 'open', status: 'To Do', url });
    assert.deepEqual(await read(), { kind: 'ticket', state: 'in-progress', status: 'レビュー中', url });
    assert.deepEqual(await read(), { kind: 'ticket', state: 'done', status: 'Done', url });
    assert.deepEqual(await read(), { kind: 'missing' });
    assert.deepEqual(await read(), { kind: 'refused', reason: 'unauthorized', guard: null, detail: '401' });
    assert.deepEqual(await read(), { kind: 'refused', reason: 'unexpected-answer', guard: null, detail: '' });
    assert.equal(server.received[0]?.path, '/rest/api/3/issue/SEC-24?fields=status');
    assert.deepEqual(await jira.ticket?.('../../admin', settings, toolsHere), { kind: 'missing' });
  });

  test('fields that Jira refuses are named', async (t) => {
    const server = await receiver(t, json({ errorMessages: [], errors: { issuetype: 'Specify a valid issue type' } }, 400));
    const outcome = await jira.send(first(opened), { ...given, site: server.url }, toolsHere);
    assert.deepEqual([outcome.kind, outcome.detail], ['refused', '400 issuetype: Specify a valid issue type']);
    const quiet = await jira.send(first(verified), { ...given, site: server.url }, toolsHere);
    assert.equal(quiet.kind, 'delivered');
    assert.equal(server.received.length, 1);
  });
});

describe('Backlog', () => {
  const given = { apiKey: 'not-a-real-key-not-a-real-key', project: 1, issueType: 2 };
  const issue = (id: number, name: string, description = ''): unknown => ({
    id: 5,
    issueKey: 'SEC-7',
    description,
    status: { id, projectId: 1, name },
  });

  test('an issue as a form, with priority and due date', async (t) => {
    const server = await receiver(t, json(issue(1, '未対応'), 201));
    const outcome = await backlog.send(first(opened), { ...given, space: server.url }, toolsHere);
    assert.deepEqual(outcome, { kind: 'delivered', reference: 'SEC-7', url: `${server.url}/view/SEC-7`, detail: '' });
    const [request] = server.received;
    assert.deepEqual(
      [request?.method, request?.path, request?.headers['content-type']],
      ['POST', `/api/v2/issues?apiKey=${given.apiKey}`, 'application/x-www-form-urlencoded'],
    );
    const form = Object.fromEntries(new URLSearchParams(request?.body));
    const { description = '', ...others } = form;
    assert.deepEqual(others, { projectId: '1', issueTypeId: '2', priorityId: '2', summary: opened.title, dueDate: '2026-12-01' });
    assert.match(description, /kumomori で開く: https:\/\/kumomori\.example\.com\/findings\/4f1a9c02d7e3/);
    assert.match(description, /\n\nkumomori-[0-9a-f]{16}$/);
  });

  test('texts of others stay texts in both notations', async (t) => {
    const server = await receiver(t, json(issue(1, 'Open'), 201));
    const description = async (format: string): Promise<string> => {
      await backlog.send(first(hostile), { ...given, space: server.url, format }, toolsHere);
      return new URLSearchParams(server.received.at(-1)?.body).get('description') ?? '';
    };
    assert.match(await description('markdown'), /\\<script\\>[^]*\\\*bold\\\*[^]*\\\[a\\\]\(/);
    const own = await description('backlog');
    assert.equal(own.split('{/code}').length, 2);
    assert.ok(own.startsWith('{code}\n'));
  });

  test('a second attempt finds what the first one made, by its mark', async (t) => {
    const made = await startReceiver(json(issue(1, 'Open'), 201));
    t.after(made.stop);
    await backlog.send(first(opened), { ...given, space: made.url }, toolsHere);
    const description = new URLSearchParams(made.received[0]?.body).get('description') ?? '';
    const server = await receiver(
      t,
      json([issue(1, 'Open', 'kumomori of another finding'), { ...(issue(2, 'Busy', description) as object), issueKey: 'SEC-9' }]),
    );
    const again = await backlog.send({ ...first(opened), attempt: 3 }, { ...given, space: server.url }, toolsHere);
    assert.equal(again.kind === 'delivered' && again.reference, 'SEC-9');
    assert.match(server.received[0]?.path ?? '', /^\/api\/v2\/issues\?apiKey=[^&]+&projectId%5B%5D=1&keyword=kumomori-[0-9a-f]{16}&/);
    assert.equal(server.received.length, 1);
  });

  test('states come back, limits say when they end, comments go to the issue', async (t) => {
    const limit = {
      status: 429,
      headers: { 'x-ratelimit-reset': String(Math.floor(toolsHere.now().getTime() / 1000) + 42) },
      body: '{"errors":[{"message":"Too many requests.","code":13,"moreInfo":""}]}',
    };
    const server = await receiver(
      t,
      json(issue(1, '未対応')),
      json(issue(2, '処理中')),
      json(issue(12, '確認待ち')),
      json(issue(4, '完了')),
      { status: 404 },
      limit,
      json({ id: 6 }, 201),
    );
    const settings = { ...given, space: server.url };
    const read = async (): Promise<unknown> => backlog.ticket?.('SEC-7', settings, toolsHere);
    const url = `${server.url}/view/SEC-7`;
    assert.deepEqual(await read(), { kind: 'ticket', state: 'open', status: '未対応', url });
    assert.deepEqual(await read(), { kind: 'ticket', state: 'in-progress', status: '処理中', url });
    assert.deepEqual(await read(), { kind: 'ticket', state: 'in-progress', status: '確認待ち', url });
    assert.deepEqual(await read(), { kind: 'ticket', state: 'done', status: '完了', url });
    assert.deepEqual(await read(), { kind: 'missing' });
    assert.deepEqual(await read(), { kind: 'retry', reason: 'throttled', afterSeconds: 42, detail: '429 Too many requests.' });
    const outcome = await backlog.send({ message: verified, attempt: 1, previous: 'SEC-7' }, settings, toolsHere);
    assert.equal(outcome.kind === 'delivered' && outcome.reference, 'SEC-7');
    assert.equal(server.received.at(-1)?.path, `/api/v2/issues/SEC-7/comments?apiKey=${given.apiKey}`);
  });
});

describe('Amazon SNS', () => {
  const topic = 'arn:aws:sns:ap-northeast-1:123456789012:cloud-security';

  test('publishes text with attributes; the title as one line of subject', async (t) => {
    signInToAws();
    const answer = {
      headers: { 'content-type': 'text/xml' },
      body: '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>',
    };
    const server = await receiver(t, answer);
    const outcome = await sns.send(first(opened), { topic: `${topic}.fifo` }, { ...toolsHere, endpoints: { sns: server.url } });
    assert.deepEqual(outcome, { kind: 'delivered', reference: 'm-1', url: null, detail: '' });
    const form = new URLSearchParams(server.received[0]?.body);
    assert.deepEqual(
      ['Action', 'TopicArn', 'Subject'].map((name) => form.get(name)),
      ['Publish', `${topic}.fifo`, `kumomori: ${first(opened).message.title}`],
    );
    assert.match(form.get('Message') ?? '', /^新しい検出事項[^]*orders-bucket を誰でも読み取れます/);
    assert.match(form.get('MessageGroupId') ?? '', /^[0-9a-f]{64}$/);
    const attributes = [...form].filter(([name]) => name.startsWith('MessageAttributes')).map(([, value]) => value);
    for (const value of ['kind', 'finding-opened', 'severity', 'high', 'language', 'ja']) assert.ok(attributes.includes(value), value);
    assert.match(server.received[0]?.headers.authorization ?? '', /^AWS4-HMAC-SHA256 Credential=/);
  });

  test('throttling passes, missing rights and topics do not', async (t) => {
    signInToAws();
    const error = (status: number, code: string): Answer => ({
      status,
      headers: { 'content-type': 'text/xml' },
      body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
    });
    const server = await receiver(
      t,
      error(400, 'Throttling'),
      error(403, 'AuthorizationError'),
      error(404, 'NotFound'),
      error(400, 'InvalidParameter'),
      error(500, 'InternalError'),
    );
    const seen: unknown[] = [];
    for (let count = 0; count < 5; count += 1) {
      const outcome = await sns.send(first(opened), { topic }, { ...toolsHere, endpoints: { sns: server.url } });
      seen.push([outcome.kind, 'reason' in outcome && outcome.reason]);
    }
    assert.deepEqual(seen, [
      ['retry', 'throttled'],
      ['refused', 'unauthorized'],
      ['refused', 'gone'],
      ['refused', 'rejected'],
      ['retry', 'server-error'],
    ]);
    assert.equal(server.received.length, 5);
  });
});

test('every kind of event makes a message in both languages for every tracker', async (t) => {
  const server = await receiver(t, json({ key: 'SEC-24', issueKey: 'SEC-7' }, 201));
  for (const event of sampleEvents)
    for (const language of ['en', 'ja'] as const) {
      const message = composeMessage(event, { language, consoleUrl });
      const inJira = await jira.send(
        first(message),
        { site: server.url, email: 'bot@example.com', token: 'not-a-real-token', project: 'SEC' },
        toolsHere,
      );
      const inBacklog = await backlog.send(
        first(message),
        { space: server.url, apiKey: 'not-a-real-key-not', project: 1, issueType: 2 },
        toolsHere,
      );
      assert.deepEqual([event.kind, inJira.kind, inBacklog.kind], [event.kind, 'delivered', 'delivered']);
    }
});
