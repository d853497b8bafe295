/** What operators ask of a running server, and what its log keeps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessionOf, testServer } from '../../testing/index.ts';

test('whoever asks learns that the server lives, and nothing more', async () => {
  const server = await testServer();
  const answer = await server.anonymous('//healthz');
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), '{"status":"ok"}');
});

test('metrics need the right to read them, and name no resource', async () => {
  const server = await testServer();
  const security = await server.signedIn('security');
  assert.equal((await server.anonymous('//metrics')).status, 401);
  assert.equal((await (await server.signedIn('member'))('//metrics')).status, 403);
  const { token } = await (
    await security('/account/tokens', { method: 'POST', body: { name: 'scrape', scopes: ['metrics.read'], days: 1 } })
  ).json();
  const answer = await server.withToken(token)('//metrics');
  assert.match(answer.headers.get('content-type') ?? '', /version=0\.0\.4/u);
  assert.match(await answer.text(), /^# TYPE kumomori_findings gauge$/mu);
});

test('the log has a request with its id, and neither its query, its cookie nor what was sent', async () => {
  const lines: string[] = [];
  const note = (message: string, fields: unknown = {}) => void lines.push(JSON.stringify({ message, fields }));
  const server = await testServer({ log: { info: note, error: note } });
  const security = await server.signedIn('security');
  const answer = await security('/findings?text=needle-in-query');
  await server.anonymous('/session', { method: 'POST', body: { email: 'a@example.com', password: 'needle-in-body' } });
  await server.withToken('kumo_needle-in-header')('/findings');
  assert.equal(sessionOf(answer), null);
  assert.ok(lines[0]?.includes(answer.headers.get('x-request-id') ?? 'none'));
  assert.ok(lines.length >= 3 && !lines.join('').includes('needle'));
});
