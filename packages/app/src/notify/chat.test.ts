import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Delivery, Message } from './index.ts';
import { channels, composeMessage, explainOutcome } from './index.ts';
import type { Answer, Receiver } from './testing/index.ts';
import { HOSTILE, hostileBucket, openBucket, sampleEvents, startReceiver, toolsHere } from './testing/index.ts';

const { slack, teams, pagerduty } = channels;
const about = { id: 'evt_01', at: '2026-11-22T03:20:00.000Z' };
const opened = composeMessage(
  { ...about, kind: 'finding-opened', finding: openBucket },
  { language: 'ja', consoleUrl: 'https://kumomori.example.com' },
);
const hostile = composeMessage({ ...about, kind: 'finding-opened', finding: hostileBucket }, { language: 'en', consoleUrl: null });
const first = (message: Message, previous: string | null = null): Delivery => ({ message, attempt: 1, previous });

async function receiver(t: TestContext, ...answers: readonly Answer[]): Promise<Receiver> {
  const started = await startReceiver(...answers);
  t.after(started.stop);
  return started;
}
const bodyOf = ({ received }: Receiver, index = 0): Record<string, unknown> => JSON.parse(received[index]?.body ?? 'null');

describe('Slack', () => {
  test('a webhook gets blocks of plain text with a button', async (t) => {
    const server = await receiver(t, { body: 'ok' });
    const outcome = await slack.send(first(opened), { url: `${server.url}/services/T000/B000/abcdefgh` }, toolsHere);
    assert.deepEqual(outcome, { kind: 'delivered', reference: null, url: null, detail: '' });
    const [request] = server.received;
    assert.deepEqual(
      [request?.method, request?.path, request?.headers['content-type']],
      ['POST', '/services/T000/B000/abcdefgh', 'application/json; charset=utf-8'],
    );
    const plain = (text: string): unknown => ({ type: 'plain_text', text, emoji: false });
    assert.deepEqual(bodyOf(server), {
      text: '新しい検出事項: S3 バケットがパブリックアクセスをブロックする',
      blocks: [
        { type: 'header', text: plain('新しい検出事項: S3 バケットがパブリックアクセスをブロックする') },
        { type: 'section', text: plain('orders-bucket を誰でも読み取れます') },
        {
          type: 'section',
          fields: [
            ...['重大度\n高', 'リソース\narn:aws:s3:::orders-bucket', 'アカウント\n123456789012', 'リージョン\nap-northeast-1'],
            ...['チェック\naws-s3-bucket-public-access-block', '担当\norders-team', '期限\n2026-12-01'],
          ].map(plain),
        },
        {
          type: 'actions',
          elements: [{ type: 'button', text: plain('kumomori で開く'), url: 'https://kumomori.example.com/findings/4f1a9c02d7e3' }],
        },
        { type: 'context', elements: [plain('kumomori から送信されました。')] },
      ],
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  test('what providers say mentions nobody and formats nothing', async (t) => {
    const server = await receiver(t, { body: 'ok' });
    await slack.send(first(hostile), { url: server.url }, toolsHere);
    const body = bodyOf(server);
    assert.doesNotMatch(String(body['text']), /[<>\u202e\r\n]|&(?!amp;|lt;|gt;)/);
    assert.doesNotMatch(server.received[0]?.body ?? '', /"mrkdwn"/);
  });

  test('a bot posts to a channel and goes on in the thread of the first message', async (t) => {
    const server = await receiver(t, { body: '{"ok":true,"channel":"C1","ts":"1700000000.000100"}' });
    const tools = { ...toolsHere, endpoints: { slack: server.url } };
    const settings = { token: 'xoxb-not-a-real-token', channel: '#cloud-security' };
    const outcome = await slack.send(first(opened), settings, tools);
    assert.equal(outcome.kind === 'delivered' && outcome.reference, '1700000000.000100');
    await slack.send(first(opened, '1700000000.000100'), settings, tools);
    const [request] = server.received;
    assert.deepEqual([request?.path, request?.headers.authorization], ['/api/chat.postMessage', 'Bearer xoxb-not-a-real-token']);
    assert.deepEqual(
      [bodyOf(server)['channel'], bodyOf(server)['thread_ts'], bodyOf(server, 1)['thread_ts']],
      ['#cloud-security', undefined, '1700000000.000100'],
    );
  });

  test('errors of the Web API come with status 200: some pass, some stay', async (t) => {
    const said: readonly (readonly [string, string, string])[] = [
      ['internal_error', 'retry', 'server-error'],
      ['ratelimited', 'retry', 'throttled'],
      ['invalid_auth', 'refused', 'unauthorized'],
      ['channel_not_found', 'refused', 'gone'],
      ['invalid_blocks', 'refused', 'rejected'],
    ];
    const server = await receiver(t, ...said.map(([error]) => ({ body: JSON.stringify({ ok: false, error }) })));
    for (const [error, kind, reason] of said) {
      const outcome = await slack.send(
        first(opened),
        { token: 'xoxb-not-a-real-token', channel: 'C1' },
        { ...toolsHere, endpoints: { slack: server.url } },
      );
      assert.deepEqual([outcome.kind, 'reason' in outcome && outcome.reason, outcome.detail], [kind, reason, error]);
    }
  });
});

describe('what every receiver over HTTP may answer', () => {
  const cases: readonly (readonly [Answer, Readonly<Record<string, unknown>>])[] = [
    [
      { status: 429, headers: { 'retry-after': '17' } },
      { kind: 'retry', reason: 'throttled', afterSeconds: 17 },
    ],
    [
      { status: 429, headers: { 'retry-after': 'Sun, 22 Nov 2026 03:31:30 GMT' } },
      { kind: 'retry', reason: 'throttled', afterSeconds: 90 },
    ],
    [
      { status: 429, headers: { 'retry-after': '999999999' } },
      { kind: 'retry', reason: 'throttled', afterSeconds: 86_400 },
    ],
    [
      { status: 503, headers: { 'retry-after': '5' } },
      { kind: 'retry', reason: 'server-error', afterSeconds: 5 },
    ],
    [{ status: 500 }, { kind: 'retry', reason: 'server-error', afterSeconds: null }],
    [{ status: 408 }, { kind: 'retry', reason: 'server-error' }],
    [
      { status: 400, body: 'invalid_payload' },
      { kind: 'refused', reason: 'rejected', detail: '400 invalid_payload' },
    ],
    [{ status: 403 }, { kind: 'refused', reason: 'unauthorized' }],
    [
      { status: 404, body: 'no_service' },
      { kind: 'refused', reason: 'gone' },
    ],
    [{ status: 410 }, { kind: 'refused', reason: 'gone' }],
    [
      { status: 307, headers: { location: 'http://169.254.169.254/' } },
      { kind: 'refused', reason: 'redirected' },
    ],
  ];
  for (const [answer, expected] of cases)
    test(`${answer.status} is ${String(expected['kind'])}: ${String(expected['reason'])}`, async (t) => {
      const server = await receiver(t, answer);
      const outcome = await slack.send(first(opened), { url: server.url }, toolsHere);
      assert.deepEqual({ ...outcome, ...expected }, outcome);
      assert.equal(server.received.length, 1);
    });

  test('a receiver that repeats the secret address does not get it into our lists', async (t) => {
    const server = await startReceiver((request) => ({ status: 400, body: `nobody at ${request.path}` }));
    t.after(server.stop);
    const outcome = await slack.send(first(opened), { url: `${server.url}/services/T000/B000/abcdefgh` }, toolsHere);
    assert.equal(outcome.detail, '400 nobody at /services/***/***/***');
  });

  test('addresses inside of the network, missing settings and late answers', async (t) => {
    const inside = await slack.send(
      first(opened),
      { url: 'https://169.254.169.254/' },
      { ...toolsHere, policy: { allowHttp: false, allow: [] } },
    );
    assert.deepEqual(inside, { kind: 'refused', reason: 'not-allowed', guard: 'metadata', detail: '' });
    assert.equal(explainOutcome(inside, 'en'), 'the address may not be asked (it gives out credentials of the cloud)');
    assert.equal(explainOutcome(inside, 'ja'), '接続が許可されていない宛先です (クラウドの認証情報を返すアドレスです)');
    const wrong = await slack.send(first(opened), { channel: '#x' }, toolsHere);
    assert.deepEqual([wrong.kind, 'reason' in wrong && wrong.reason], ['refused', 'settings']);
    assert.deepEqual(slack.problems({ url: 'https://hooks.example.com/' }), []);
    const started = await startReceiver({ headers: { 'content-length': '10' }, body: 'short' });
    t.after(started.stop);
    const late = await slack.send(first(opened), { url: started.url }, { ...toolsHere, timeoutMs: 50 });
    assert.equal(late.kind, 'retry');
  });
});

describe('Microsoft Teams', () => {
  test('a card of text runs, which know no Markdown', async (t) => {
    const server = await receiver(t, { status: 202 });
    const outcome = await teams.send(
      first(hostile),
      { url: `${server.url}/workflows/abc/triggers/manual/paths/invoke?sig=secret` },
      toolsHere,
    );
    assert.equal(outcome.kind, 'delivered');
    assert.equal(server.received[0]?.path, '/workflows/abc/triggers/manual/paths/invoke?sig=secret');
    const { type, attachments } = bodyOf(server) as {
      type: string;
      attachments: { contentType: string; content: Record<string, unknown> }[];
    };
    assert.deepEqual([type, attachments.length, attachments[0]?.contentType], ['message', 1, 'application/vnd.microsoft.card.adaptive']);
    const card = attachments[0]?.content;
    assert.deepEqual([card?.['type'], card?.['version'], card?.['actions']], ['AdaptiveCard', '1.4', undefined]);
    // The two elements whose texts are read as Markdown.
    assert.doesNotMatch(JSON.stringify(card), /"TextBlock"|"FactSet"/);
  });

  test('a long digest stays below the limit of a card, and says how much is missing', async (t) => {
    const server = await receiver(t, { status: 202 });
    const findings = Array.from({ length: 500 }, () => ({ ...openBucket, resource: 'あ'.repeat(200) }));
    const digest = sampleEvents.find(({ kind }) => kind === 'digest');
    assert.ok(digest?.kind === 'digest');
    const message = composeMessage({ ...digest, findings }, { language: 'en', consoleUrl: 'https://kumomori.example.com', mostItems: 100 });
    await teams.send(first(message), { url: server.url }, toolsHere);
    const text = server.received[0]?.body ?? '';
    assert.ok(Buffer.byteLength(text) < 28_000);
    const shown = text.split('• [High]').length - 1;
    assert.ok(shown > 5);
    assert.match(text, new RegExp(`and ${500 - shown} more`));
  });
});

describe('PagerDuty', () => {
  const key = '0123456789abcdef0123456789abcdef';
  const settings = { routingKey: key };
  test('triggers, acknowledges and resolves one alert by its key', async (t) => {
    const server = await receiver(t, {
      status: 202,
      body: '{"status":"success","message":"Event processed","dedup_key":"kumomori/finding/4f1a9c02d7e3"}',
    });
    const tools = { ...toolsHere, endpoints: { pagerduty: server.url } };
    const events = sampleEvents.filter(({ kind }) =>
      ['finding-opened', 'exception-requested', 'exception-approved', 'finding-verified'].includes(kind),
    );
    for (const event of events) {
      const outcome = await pagerduty.send(
        first(composeMessage(event, { language: 'en', consoleUrl: 'https://kumomori.example.com' })),
        settings,
        tools,
      );
      assert.equal(outcome.kind, 'delivered');
    }
    // A request for an exception raises no alarm.
    assert.deepEqual(
      server.received.map((_, index) => [bodyOf(server, index)['event_action'], bodyOf(server, index)['dedup_key']]),
      ['trigger', 'resolve', 'acknowledge'].map((action) => [action, 'kumomori/finding/4f1a9c02d7e3']),
    );
    assert.equal(server.received[0]?.path, '/v2/enqueue');
    const { routing_key: routing, payload, links } = bodyOf(server);
    assert.equal(routing, key);
    assert.deepEqual(links, [{ href: 'https://kumomori.example.com/findings/4f1a9c02d7e3', text: 'Open in kumomori' }]);
    assert.deepEqual(
      { ...(payload as object), custom_details: undefined },
      {
        summary: 'New finding: S3 bucket blocks public access',
        source: 'arn:aws:s3:::orders-bucket',
        severity: 'error',
        timestamp: '2026-11-22T03:20:00.000Z',
        component: 'aws-s3-bucket-public-access-block',
        group: '123456789012',
        class: 'finding-opened',
        custom_details: undefined,
      },
    );
  });

  test('an event that is not accepted is refused with the reason, without the key', async (t) => {
    const server = await receiver(t, {
      status: 400,
      body: `{"status":"invalid event","message":"Event object is invalid","errors":["'routing_key' ${key} is unknown"]}`,
    });
    const outcome = await pagerduty.send(first(opened), settings, { ...toolsHere, endpoints: { pagerduty: server.url } });
    assert.deepEqual([outcome.kind, outcome.detail], ['refused', "400 Event object is invalid; 'routing_key' *** is unknown"]);
    assert.match(pagerduty.problems({ routingKey: 'short' }).join(), /^routingKey: /);
  });
});

test('hostile texts are one line without control characters for every channel', () => {
  assert.match(HOSTILE, /\r\n/);
  for (const text of [hostile.title, hostile.summary, ...hostile.facts.map(({ value }) => value)])
    assert.doesNotMatch(text, /[\p{Cc}\u202e]/u);
});
