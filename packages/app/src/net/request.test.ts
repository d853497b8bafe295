import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../testing/index.ts';
import type { GuardedOptions, OutgoingPolicy } from './index.ts';
import { checkedAddresses, guardedFetch, guardedRequest } from './index.ts';

const here: OutgoingPolicy = { allowHttp: true, allow: ['127.0.0.1'] };
const outside: OutgoingPolicy = { allowHttp: true, allow: [] };
const to = (...addresses: readonly string[]): Pick<GuardedOptions, 'resolve'> => ({
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});

test('a name that resolves to an inside address is never connected to', async (t) => {
  let asked = 0;
  const { url, stop } = await serve((_, response) => {
    asked += 1;
    response.end('secret');
  });
  t.after(stop);
  const { port } = new URL(url);
  const ask = (options: GuardedOptions): Promise<unknown> => guardedRequest({ url: `http://hooks.example.com:${port}/` }, options);
  assert.deepEqual(await ask({ policy: outside, ...to('127.0.0.1') }), { kind: 'refused', reason: 'loopback' });
  assert.deepEqual(await ask({ policy: outside, ...to('8.8.8.8', '169.254.169.254') }), { kind: 'refused', reason: 'metadata' });
  assert.deepEqual(await ask({ policy: outside, ...to('::ffff:10.0.0.1') }), { kind: 'refused', reason: 'private' });
  assert.deepEqual(await ask({ policy: outside, ...to() }), { kind: 'refused', reason: 'no-address' });
  assert.equal(asked, 0);
});

test('the connection goes to the address that was checked, though the name means another one a moment later', async (t) => {
  const { url, stop } = await serve((request, response) => response.end(request.headers.host));
  t.after(stop);
  const { port } = new URL(url);
  let answers = 0;
  const rebinding: GuardedOptions = {
    policy: { allowHttp: true, allow: ['hooks.corp'] },
    resolve: async () => {
      answers += 1;
      return [{ address: answers === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
    },
  };
  const first = await guardedRequest({ url: `http://hooks.corp:${port}/` }, rebinding);
  assert.equal(first.kind === 'answer' && String(first.body), `hooks.corp:${port}`);
  assert.equal(answers, 1);
  assert.deepEqual(await guardedRequest({ url: `http://hooks.corp:${port}/` }, rebinding), { kind: 'refused', reason: 'metadata' });
});

test('a redirect is an answer: nothing goes where it points', async (t) => {
  const seen: string[] = [];
  const { url, stop } = await serve((request, response) => {
    seen.push(request.url ?? '');
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  });
  t.after(stop);
  const answer = await guardedRequest({ url: `${url}/hook` }, { policy: here });
  assert.equal(answer.kind === 'answer' && answer.status, 302);
  assert.deepEqual(seen, ['/hook']);
});

test('method, headers and body arrive as given', async (t) => {
  const { url, stop } = await serve((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () =>
      response.end(JSON.stringify([request.method, request.headers['content-length'], request.headers['x-what'], body])),
    );
  });
  t.after(stop);
  const answer = await guardedRequest({ url, method: 'PUT', headers: { 'x-what': 'orders' }, body: '注文' }, { policy: here });
  assert.deepEqual(answer.kind === 'answer' && JSON.parse(String(answer.body)), ['PUT', '6', 'orders', '注文']);
});

test('an answer that is too long, late or none at all fails with a reason', async (t) => {
  const { url, stop } = await serve((request, response) => {
    if (request.url === '/long') response.end('x'.repeat(2000));
    else if (request.url === '/cut') response.destroy();
  });
  t.after(stop);
  assert.deepEqual(await guardedRequest({ url: `${url}/long` }, { policy: here, maxBytes: 1000 }), { kind: 'failed', reason: 'too-large' });
  assert.deepEqual(await guardedRequest({ url: `${url}/late` }, { policy: here, timeoutMs: 30 }), { kind: 'failed', reason: 'timeout' });
  assert.deepEqual(await guardedRequest({ url: `${url}/cut` }, { policy: here }), { kind: 'failed', reason: 'interrupted' });
  assert.deepEqual(await guardedRequest({ url: `${url}/late` }, { policy: here, signal: AbortSignal.abort() }), {
    kind: 'failed',
    reason: 'stopped',
  });
  const unknown = { policy: here, resolve: () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })) };
  assert.deepEqual(await guardedRequest({ url: 'https://nobody.example.com/' }, unknown), { kind: 'failed', reason: 'unresolved' });
  assert.deepEqual(await guardedRequest({ url: url.replace('http:', 'https:') }, { policy: here }), { kind: 'failed', reason: 'tls' });
});

test('fetch for libraries has the same guard', async (t) => {
  const { url, stop } = await serve((request, response) => {
    response.writeHead(request.method === 'POST' ? 201 : 204, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] });
    response.end(request.method === 'POST' ? '{"ok":true}' : undefined);
  });
  t.after(stop);
  const fetched = await guardedFetch({ policy: here })(`${url}/token`, { method: 'POST', body: new URLSearchParams({ code: 'x' }) });
  assert.deepEqual([fetched.status, fetched.headers.getSetCookie(), await fetched.json()], [201, ['a=1', 'b=2'], { ok: true }]);
  assert.equal((await guardedFetch({ policy: here })(url)).status, 204);
  await assert.rejects(guardedFetch({ policy: outside })(url), { name: 'TypeError', message: 'nothing was fetched: loopback' });
});

test('addresses for other protocols are checked in the same way', async () => {
  assert.deepEqual(await checkedAddresses('192.0.2.7', { policy: { allowHttp: false, allow: ['192.0.2.0/24'] } }), [
    { address: '192.0.2.7', family: 4 },
  ]);
  await assert.rejects(checkedAddresses('mail.example.com', { policy: outside, ...to('10.0.0.25') }), { reason: 'private' });
});
