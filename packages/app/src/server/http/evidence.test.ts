/** Evidence over the API: what was sent comes back as a file to be saved, for those who may see it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../testing/index.ts';

const FRAMEWORK = '/frameworks/cis-aws/5.0';
const file = {
  ...{ control: '1.1', name: 'review "2026".pdf', mediaType: 'application/pdf' },
  content: Buffer.from('%PDF-1.7 contact').toString('base64'),
};

test('evidence is downloaded as an attachment that no page of the console shows', async () => {
  const server = await testServer();
  const security = await server.signedIn('security');
  const added = await security(`${FRAMEWORK}/evidence`, { method: 'POST', body: file });
  assert.equal(added.status, 200);
  const { id } = await added.json();
  const answer = await (await server.signedIn('auditor'))(`/evidence/${id}`);
  assert.equal(await answer.text(), '%PDF-1.7 contact');
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="review _2026_.pdf"/u);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.equal((await (await server.signedIn('member'))(`/evidence/${id}`)).status, 403);
});

test('a page of HTML, and more than 10 MB, are refused', async () => {
  const server = await testServer();
  const security = await server.signedIn('security');
  const html = await security(`${FRAMEWORK}/evidence`, { method: 'POST', body: { ...file, mediaType: 'text/html' } });
  assert.deepEqual([html.status, (await html.json()).reason], [422, 'evidence-type']);
  const large = await security(`${FRAMEWORK}/evidence`, { method: 'POST', body: { ...file, content: 'A'.repeat(14_100_000) } });
  assert.equal(large.status, 413);
});
