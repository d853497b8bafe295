import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { createServer as createTlsServer } from 'node:tls';
import { here, startReceiver, testCertificate, toolsHere } from '../testing/index.ts';
import type { SiemEntry } from '../index.ts';
import { sendHec, sendJsonLines, sendSyslog, syslogLine } from '../index.ts';

const entry: SiemEntry = {
  time: '2026-11-22T03:20:00.000Z',
  severity: 'high',
  kind: 'finding',
  message: 'orders-bucket を誰でも読み取れます\nforged <0>1 line',
  data: { class_uid: 2003 },
};
const LINE =
  '<131>1 2026-11-22T03:20:00.000Z console.example.com kumomori - finding - {"message":"orders-bucket を誰でも読み取れます\\nforged <0>1 line","severity":"high","data":{"class_uid":2003}}';

async function listening(
  t: TestContext,
  make: (accept: (socket: Socket) => void) => Server,
): Promise<{ readonly port: number; readonly got: () => Promise<string> }> {
  let finished: (text: string) => void = () => undefined;
  const all = new Promise<string>((resolve) => (finished = resolve));
  const server = make((socket) => {
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part)).on('error', () => undefined);
    socket.on('end', () => finished(Buffer.concat(parts).toString('utf8')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  // A TCP server has an address of this form.
  return { port: (server.address() as AddressInfo).port, got: () => all };
}

describe('syslog', () => {
  const settings = { host: '127.0.0.1', hostname: 'console.example.com' };

  test('one line of RFC 5424 for each entry, whatever its texts hold', () => {
    assert.equal(syslogLine(entry, settings), LINE);
    assert.match(syslogLine({ ...entry, severity: null, kind: 'a b\n' }, { facility: 4 }), /^<37>1 \S+ - kumomori - ab - \{/);
  });

  test('over TCP each message says how many octets it has', async (t) => {
    const { port, got } = await listening(t, (accept) => createServer(accept));
    const outcome = await sendSyslog([entry, entry], { ...settings, port, transport: 'tcp' }, toolsHere);
    assert.equal(outcome.kind, 'delivered');
    const counted = `${Buffer.byteLength(LINE)} ${LINE}`;
    assert.equal(await got(), counted + counted);
  });

  test('many entries arrive whole and in order', async (t) => {
    const { port, got } = await listening(t, (accept) => createServer(accept));
    const entries = Array.from({ length: 3000 }, (_, index) => ({ ...entry, message: `${index} ${'x'.repeat(300)}` }));
    assert.equal((await sendSyslog(entries, { ...settings, port, transport: 'tcp' }, toolsHere)).kind, 'delivered');
    assert.deepEqual(
      [...(await got()).matchAll(/"message":"(\d+) /g)].map(([, number]) => Number(number)),
      entries.map((_, index) => index),
    );
  });

  test('over TLS, with the certificate held against the name', { skip: spawnSync('openssl', ['version']).status !== 0 }, async (t) => {
    const certificate = testCertificate();
    const { port, got } = await listening(t, (accept) => createTlsServer(certificate, accept).on('tlsClientError', () => undefined));
    const tools = {
      ...toolsHere,
      policy: { ...here, ca: [certificate.cert] },
      resolve: async () => [{ address: '127.0.0.1', family: 4 as const }],
    };
    const to = { ...settings, host: 'siem.example.com', port, transport: 'tls' } as const;
    assert.deepEqual(await sendSyslog([entry], to, { ...tools, policy: here }), {
      kind: 'retry',
      reason: 'tls',
      afterSeconds: null,
      detail: '',
    });
    assert.equal((await sendSyslog([entry], { ...to, host: 'other.example.com' }, tools)).kind, 'retry');
    assert.equal((await sendSyslog([entry], to, tools)).kind, 'delivered');
    assert.equal(await got(), `${Buffer.byteLength(LINE)} ${LINE}`);
  });

  test('over UDP one datagram for each; a long one goes without its data', async (t) => {
    const socket = createSocket('udp4');
    t.after(() => socket.close());
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    const got: string[] = [];
    const both = new Promise<void>((resolve) => socket.on('message', (bytes) => got.push(bytes.toString('utf8')) === 2 && resolve()));
    const long = { ...entry, data: 'x'.repeat(5000) };
    assert.equal(
      (await sendSyslog([entry, long], { ...settings, port: socket.address().port, transport: 'udp' }, toolsHere)).kind,
      'delivered',
    );
    await both;
    assert.equal(got[0], LINE);
    assert.match(got[1] ?? '', /"data":null\}$/);
  });

  test('nobody there, and addresses that are not allowed', async (t) => {
    const { port } = await listening(t, (accept) => createServer(accept));
    const outside = { ...toolsHere, policy: { allowHttp: false, allow: [] } };
    assert.deepEqual(await sendSyslog([entry], { ...settings, port, transport: 'tcp' }, outside), {
      kind: 'refused',
      reason: 'not-allowed',
      guard: 'loopback',
      detail: '',
    });
    const gone = await sendSyslog([entry], { ...settings, port: 1, transport: 'tcp' }, toolsHere);
    assert.deepEqual([gone.kind, 'reason' in gone && gone.reason], ['retry', 'interrupted']);
  });
});

describe('HTTP', () => {
  const hec = { token: '11111111-2222-3333-4444-555555555555', index: 'cloud' };

  test('Splunk gets events with time, source type and index', async (t) => {
    const server = await startReceiver({ body: '{"text":"Success","code":0}' });
    t.after(server.stop);
    const outcome = await sendHec([entry, entry], { ...hec, url: server.url, host: 'console.example.com' }, toolsHere);
    assert.equal(outcome.kind, 'delivered');
    const [request] = server.received;
    assert.deepEqual(
      [request?.method, request?.path, request?.headers.authorization],
      ['POST', '/services/collector/event', `Splunk ${hec.token}`],
    );
    const lines = (request?.body ?? '').trimEnd().split('\n');
    assert.equal(lines.length, 2);
    assert.deepEqual(JSON.parse(lines[0] ?? ''), {
      time: 1_795_317_600,
      host: 'console.example.com',
      source: 'kumomori',
      sourcetype: 'kumomori:finding',
      index: 'cloud',
      event: { message: entry.message, severity: 'high', data: { class_uid: 2003 } },
    });
  });

  test('large amounts go in several requests; a busy or refusing receiver ends it', async (t) => {
    const server = await startReceiver({}, { status: 503, body: '{"text":"Server is busy","code":9}' });
    t.after(server.stop);
    const entries = Array.from({ length: 5000 }, () => ({ ...entry, data: 'x'.repeat(300) }));
    const outcome = await sendHec(entries, { ...hec, url: server.url }, toolsHere);
    assert.deepEqual(outcome, { kind: 'retry', reason: 'server-error', afterSeconds: null, detail: '503 Server is busy' });
    assert.equal(server.received.length, 2);
    const wrong = await startReceiver({ status: 403, body: `{"text":"Invalid token ${hec.token}","code":4}` });
    t.after(wrong.stop);
    const refusal = await sendHec([entry], { ...hec, url: wrong.url }, toolsHere);
    assert.deepEqual([refusal.kind, refusal.detail], ['refused', '403 Invalid token ***']);
  });

  test('lines of JSON for any other receiver', async (t) => {
    const server = await startReceiver({ status: 202 });
    t.after(server.stop);
    assert.equal(
      (await sendJsonLines([entry], { url: `${server.url}/in`, headers: { authorization: 'Bearer not-a-real-token' } }, toolsHere)).kind,
      'delivered',
    );
    const [request] = server.received;
    assert.deepEqual(
      [request?.path, request?.headers['content-type'], JSON.parse(request?.body ?? '')],
      ['/in', 'application/x-ndjson', entry],
    );
    assert.equal((await sendJsonLines([], { url: 'not asked' }, toolsHere)).kind, 'delivered');
  });
});
