import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { ChannelTools } from './index.ts';
import { channels, composeMessage } from './index.ts';
import type { SmtpOptions } from './testing/index.ts';
import { here, hostileBucket, openBucket, startSmtpServer, testCertificate, toolsHere } from './testing/index.ts';

const { mail } = channels;
const about = { id: 'evt_01', at: '2026-11-22T03:20:00.000Z', kind: 'finding-opened' } as const;
const console = { consoleUrl: 'https://kumomori.example.com' };
const japanese = composeMessage({ ...about, finding: openBucket }, { language: 'ja', ...console });
const hostile = composeMessage({ ...about, finding: hostileBucket }, { language: 'en', ...console });
const settings = {
  host: '127.0.0.1',
  security: 'none',
  from: 'kumomori@example.com',
  fromName: '雲守',
  to: ['sato@example.com', 'ito@example.com'],
};
const named = { ...settings, host: 'mail.example.com', user: 'kumomori', password: 'correct-horse' };

async function server(t: TestContext, options: SmtpOptions = {}): Promise<Awaited<ReturnType<typeof startSmtpServer>>> {
  const started = await startSmtpServer(options);
  t.after(started.stop);
  return started;
}

/** `mail.example.com` is this machine, and its certificate is trusted. */
const trusting = (ca: string): ChannelTools => ({
  ...toolsHere,
  policy: { ...here, ca: [ca] },
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
});

const sent = (outcome: { readonly kind: string; readonly detail: string; readonly reason?: string }): unknown => [
  outcome.kind,
  outcome.reason,
  outcome.detail,
];
const header = (text: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(text)?.[1]?.replace(/\r\n\s+/g, ' ') ?? '';
const decoded = (text: string): string =>
  text.replace(/=\?UTF-8\?([BQ])\?(.*?)\?=\s*/gi, (_, kind: string, data: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(data, 'base64').toString()
      : Buffer.from(
          data.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString(),
  );

/** Contents of the parts by their type. */
function parts(text: string): ReadonlyMap<string, string> {
  const boundary = /boundary="([^"]+)"/.exec(text)?.[1] ?? '';
  return new Map(
    text
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => {
        const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n');
        const body = rest.join('\r\n\r\n');
        const isBase64 = /base64/i.test(head);
        const bytes = isBase64
          ? Buffer.from(body, 'base64')
          : Buffer.from(
              body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
              'latin1',
            );
        return [/Content-Type: ([^;\r]+)/i.exec(head)?.[1] ?? '', bytes.toString()] as const;
      }),
  );
}

describe('mail', () => {
  test('Japanese subject and sender, text and HTML, one conversation for a finding', async (t) => {
    const { port, mails } = await server(t);
    const outcome = await mail.send({ message: japanese, attempt: 1, previous: null }, { ...settings, port }, toolsHere);
    assert.equal(outcome.kind, 'delivered');
    const [got] = mails;
    assert.ok(got);
    assert.deepEqual([got.from, got.to, got.isEncrypted], ['kumomori@example.com', ['sato@example.com', 'ito@example.com'], false]);
    // Eight-bit characters would stand here as they are, were headers not encoded.
    assert.match(got.text.split('\r\n\r\n')[0] ?? '', /^[\x20-\x7e\r\n\t]*$/);
    assert.equal(decoded(header(got.text, 'Subject')), '新しい検出事項: S3 バケットがパブリックアクセスをブロックする');
    assert.match(decoded(header(got.text, 'From')), /雲守\s*<kumomori@example\.com>/);
    assert.deepEqual([header(got.text, 'Auto-Submitted'), header(got.text, 'Content-Language')], ['auto-generated', 'ja']);
    assert.match(header(got.text, 'Message-ID'), /^<[0-9a-f]{32}@example\.com>$/);
    const other = composeMessage({ ...about, id: 'evt_02', kind: 'finding-verified', finding: openBucket }, { language: 'ja', ...console });
    await mail.send({ message: other, attempt: 1, previous: null }, { ...settings, port }, toolsHere);
    assert.equal(header(mails[1]?.text ?? '', 'References'), header(got.text, 'References'));
    const found = parts(got.text);
    assert.deepEqual([...found.keys()], ['text/plain', 'text/html']);
    assert.match(
      found.get('text/plain') ?? '',
      /orders-bucket を誰でも読み取れます[^]*重大度: 高[^]*kumomori で開く: https:\/\/kumomori\.example\.com\/findings\/4f1a9c02d7e3/,
    );
    assert.match(found.get('text/html') ?? '', /<html lang="ja">[^]*orders-bucket を誰でも読み取れます/);
  });

  test('what providers say adds no header and no element', async (t) => {
    const { port, mails } = await server(t);
    await mail.send({ message: hostile, attempt: 1, previous: null }, { ...settings, port }, toolsHere);
    const [got] = mails;
    assert.deepEqual(got?.to, settings.to);
    assert.equal(header(got?.text ?? '', 'Bcc'), '');
    const html = parts(got?.text ?? '').get('text/html') ?? '';
    assert.doesNotMatch(html, /<script|<!channel/);
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  });

  test('refusals and passing faults by their status, a single recipient that is refused beside', async (t) => {
    const full = await server(t, { toRecipient: () => '452 4.2.2 mailbox full' });
    const send = (port: number, given: object = settings): Promise<unknown> =>
      mail.send({ message: japanese, attempt: 1, previous: null }, { ...given, port }, toolsHere).then(sent);
    assert.deepEqual(((await send(full.port)) as string[]).slice(0, 2), ['retry', 'throttled']);
    const nobody = await server(t, { toRecipient: () => '550 5.1.1 no such user' });
    assert.deepEqual(((await send(nobody.port)) as string[]).slice(0, 2), ['refused', 'rejected']);
    const later = await server(t, { toData: '451 4.3.0 try later' });
    assert.deepEqual(await send(later.port), ['retry', 'server-error', '451 4.3.0 try later']);
    const spam = await server(t, { toData: '554 5.7.1 no thanks' });
    assert.deepEqual(await send(spam.port), ['refused', 'rejected', '554 5.7.1 no thanks']);
    const half = await server(t, { toRecipient: (address) => (address.startsWith('ito') ? '550 gone' : '250 fine') });
    assert.deepEqual(await send(half.port), ['delivered', undefined, 'refused: ito@example.com']);
    half.stop();
    assert.deepEqual(((await send(half.port)) as string[]).slice(0, 2), ['retry', 'interrupted']);
  });

  test('encryption is not left out in silence, addresses inside of the network are refused', async (t) => {
    const { port, mails } = await server(t, { offersStartTls: false });
    const outcome = await mail.send(
      { message: japanese, attempt: 1, previous: null },
      { ...settings, security: 'starttls', port },
      toolsHere,
    );
    assert.equal(outcome.kind, 'refused');
    assert.equal(mails.length, 0);
    const inside = await mail.send(
      { message: japanese, attempt: 1, previous: null },
      { ...settings, port },
      { ...toolsHere, policy: { allowHttp: true, allow: [] } },
    );
    assert.deepEqual(inside, { kind: 'refused', reason: 'not-allowed', guard: 'loopback', detail: '' });
    assert.match(mail.problems({ ...settings, user: 'a', password: 'b' }).join(), /not sent without encryption/);
    assert.notDeepEqual(mail.problems({ ...settings, to: ['a@example.com\r\nBcc: b@example.com'] }), []);
  });
});

describe('mail over TLS', { skip: spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not installed' }, () => {
  test('STARTTLS, the certificate held against the name, then the password', async (t) => {
    const certificate = testCertificate();
    const { port, mails } = await server(t, { certificate, offersStartTls: true, password: 'correct-horse' });
    const outcome = await mail.send(
      { message: japanese, attempt: 1, previous: null },
      { ...named, security: 'starttls', port },
      trusting(certificate.cert),
    );
    assert.deepEqual([outcome.kind, outcome.detail, mails[0]?.isEncrypted, mails[0]?.user], ['delivered', '', true, 'kumomori']);
  });

  test('TLS from the start', async (t) => {
    const certificate = testCertificate();
    const { port, mails } = await server(t, { certificate, isImplicit: true, password: 'correct-horse' });
    const outcome = await mail.send(
      { message: japanese, attempt: 1, previous: null },
      { ...named, security: 'tls', port },
      trusting(certificate.cert),
    );
    assert.deepEqual([outcome.kind, mails[0]?.isEncrypted], ['delivered', true]);
  });

  test('a certificate nobody trusts gets no password; a wrong password is refused and not repeated', async (t) => {
    const certificate = testCertificate();
    const { port, mails } = await server(t, { certificate, offersStartTls: true, password: 'another' });
    const unknown = await mail.send(
      { message: japanese, attempt: 1, previous: null },
      { ...named, security: 'starttls', port },
      { ...trusting(certificate.cert), policy: here },
    );
    assert.deepEqual([unknown.kind, 'reason' in unknown && unknown.reason], ['retry', 'tls']);
    const wrong = await mail.send(
      { message: japanese, attempt: 1, previous: null },
      { ...named, security: 'starttls', port },
      trusting(certificate.cert),
    );
    assert.deepEqual(
      [wrong.kind, 'reason' in wrong && wrong.reason, wrong.detail],
      ['refused', 'unauthorized', '535 5.7.8 wrong password ***'],
    );
    assert.equal(mails.length, 0);
  });
});
