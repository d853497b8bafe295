import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { channels, composeMessage, signWebhook, verifyWebhook } from './index.ts';
import { noon, openBucket, startReceiver, toolsHere } from './testing/index.ts';

const NEW = `whsec_${Buffer.from('a new secret of thirty-two bytes').toString('base64')}`;
const OLD = `whsec_${Buffer.from('an old secret of many more bytes').toString('base64')}`;
const message = composeMessage(
  { id: 'evt_01', at: '2026-11-22T03:20:00.000Z', kind: 'finding-opened', finding: openBucket },
  { language: 'en', consoleUrl: 'https://kumomori.example.com' },
);
const delivery = { message, attempt: 1, previous: null };

test('the signature is that of the specification', () => {
  // The example of the specification: standard-webhooks.md, "Signature scheme", read 2026-11-22.
  const content = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' };
  assert.equal(signWebhook(content, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'), 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('the body is signed with the new and the old secret, so that receivers may know either', async (t) => {
  const server = await startReceiver({ status: 204 });
  t.after(server.stop);
  const outcome = await channels.webhook.send(
    delivery,
    { url: `${server.url}/hook`, secrets: [NEW, OLD], headers: { 'X-Team': 'orders' } },
    toolsHere,
  );
  assert.equal(outcome.kind, 'delivered');
  const [request] = server.received;
  assert.ok(request);
  const { headers, body } = request;
  assert.deepEqual(
    [request.method, request.path, headers['content-type'], headers['x-team']],
    ['POST', '/hook', 'application/json', 'orders'],
  );
  const timestamp = Math.floor(noon.getTime() / 1000);
  assert.deepEqual([headers['webhook-id'], headers['webhook-timestamp']], ['evt_01', String(timestamp)]);
  const expected = [NEW, OLD].map((secret) => {
    const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`evt_01.${timestamp}.${body}`);
    return `v1,${mac.digest('base64')}`;
  });
  assert.equal(headers['webhook-signature'], expected.join(' '));
  assert.deepEqual(JSON.parse(body), {
    type: 'finding.opened',
    timestamp: '2026-11-22T03:20:00.000Z',
    subject: 'finding/4f1a9c02d7e3',
    state: 'open',
    data: { finding: openBucket },
    message: {
      language: 'en',
      title: 'New finding: S3 bucket blocks public access',
      summary: 'orders-bucket can be read by everyone',
      url: 'https://kumomori.example.com/findings/4f1a9c02d7e3',
    },
  });
});

test('a receiver accepts either secret, and neither another body nor an old message', () => {
  const content = { id: 'evt_01', timestamp: noon.getTime() / 1000, body: '{}' };
  const header = `${signWebhook(content, NEW)} ${signWebhook(content, OLD)}`;
  assert.ok(verifyWebhook(content, header, { secret: OLD, now: noon }));
  assert.ok(verifyWebhook(content, header, { secret: NEW, now: noon }));
  assert.ok(!verifyWebhook({ ...content, body: '{ }' }, header, { secret: NEW, now: noon }));
  assert.ok(!verifyWebhook(content, header, { secret: NEW, now: new Date(noon.getTime() + 301_000) }));
  assert.ok(!verifyWebhook(content, 'v1,AAAA', { secret: NEW, now: noon }));
});

test('secrets that are too short, and headers that are ours, are not taken', () => {
  const url = 'https://hooks.example.com/';
  const problems = (given: object): number => channels.webhook.problems({ url, secrets: [NEW], ...given }).length;
  assert.equal(problems({}), 0);
  assert.ok(problems({ secrets: ['whsec_c2hvcnQ='] }) > 0);
  assert.ok(problems({ secrets: [] }) > 0);
  for (const name of ['Webhook-Signature', 'Host', 'Content-Length', 'Transfer-Encoding', 'x y'])
    assert.ok(problems({ headers: { [name]: 'x' } }) > 0, name);
  assert.ok(problems({ headers: { 'X-Team': 'a\r\nX-Evil: b' } }) > 0);
});
