import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OutgoingPolicy } from './index.ts';
import { checkUrl, internetOnly, specialAddress } from './index.ts';

const verdict = (text: string, policy: OutgoingPolicy = internetOnly): string => {
  const found = checkUrl(text, policy);
  return found.kind === 'fine' ? 'fine' : found.reason;
};

const HOSTILE: readonly (readonly [string, string])[] = [
  // This machine.
  ['https://127.0.0.1/', 'loopback'],
  ['https://127.0.0.1:8443/hook', 'loopback'],
  ['https://127.127.127.127/', 'loopback'],
  ['https://[::1]/', 'loopback'],
  ['https://[0:0:0:0:0:0:0:1]/', 'loopback'],
  ['https://localhost/', 'local-name'],
  ['https://localhost./', 'local-name'],
  ['https://LOCALHOST:8080/', 'local-name'],
  ['https://console.localhost/', 'local-name'],
  ['https://localhost.localdomain/', 'local-name'],
  ['https://0.0.0.0/', 'unspecified'],
  ['https://0.0.0.7/', 'unspecified'],
  ['https://[::]/', 'unspecified'],
  // Addresses in disguise.
  ['https://2130706433/', 'disguised-host'],
  ['https://0x7f000001/', 'disguised-host'],
  ['https://0x7f.1/', 'disguised-host'],
  ['https://017700000001/', 'disguised-host'],
  ['https://0177.0.0.1/', 'disguised-host'],
  ['https://127.1/', 'disguised-host'],
  ['https://127.0.1/', 'disguised-host'],
  ['https://0/', 'disguised-host'],
  ['https://0x0a.0x00.0x00.0x01/', 'disguised-host'],
  ['https://169.254.43518/', 'disguised-host'],
  ['https://2852039166/latest/meta-data/', 'disguised-host'],
  ['https://0xA9FEA9FE/', 'disguised-host'],
  ['https://%31%32%37.0.0.1/', 'disguised-host'],
  ['https://①②⑦.⓪.⓪.①/', 'disguised-host'],
  ['https://１２７.０.０.１/', 'disguised-host'],
  ['https://127。0。0。1/', 'disguised-host'],
  ['https://134744072/', 'disguised-host'],
  // Private networks.
  ['https://10.0.0.1/', 'private'],
  ['https://10.255.255.255/', 'private'],
  ['https://172.16.0.1/', 'private'],
  ['https://172.31.255.254/', 'private'],
  ['https://192.168.1.1/', 'private'],
  ['https://100.64.0.1/', 'private'],
  ['https://[fd12:3456:789a::1]/', 'private'],
  ['https://[fec0::1]/', 'private'],
  ['https://router/', 'local-name'],
  ['https://printer.local/', 'local-name'],
  ['https://nas.home.arpa/', 'local-name'],
  ['https://jenkins.corp/', 'local-name'],
  ['https://api.svc.cluster.local/', 'local-name'],
  // Metadata of clouds and containers.
  ['https://169.254.169.254/latest/meta-data/iam/security-credentials/', 'metadata'],
  ['https://169.254.170.2/v2/credentials', 'metadata'],
  ['https://169.254.170.23/v1/credentials', 'metadata'],
  ['https://100.100.100.200/latest/meta-data/', 'metadata'],
  ['https://192.0.0.192/opc/v2/instance/', 'metadata'],
  ['https://168.63.129.16/machine?comp=goalstate', 'metadata'],
  ['https://[fd00:ec2::254]/latest/meta-data/', 'metadata'],
  ['https://[fd20:ce::254]/computeMetadata/v1/', 'metadata'],
  ['https://metadata.google.internal/computeMetadata/v1/', 'local-name'],
  ['https://instance-data.ec2.internal/', 'local-name'],
  // IPv6 that carries IPv4.
  ['https://[::ffff:127.0.0.1]/', 'loopback'],
  ['https://[::ffff:7f00:1]/', 'loopback'],
  ['https://[::ffff:a9fe:a9fe]/', 'metadata'],
  ['https://[::ffff:10.1.2.3]/', 'private'],
  ['https://[::ffff:0:127.0.0.1]/', 'loopback'],
  ['https://[::127.0.0.1]/', 'loopback'],
  ['https://[::10.0.0.1]/', 'private'],
  ['https://[64:ff9b::127.0.0.1]/', 'loopback'],
  ['https://[64:ff9b::a9fe:a9fe]/', 'metadata'],
  ['https://[64:ff9b:1::10.0.0.1]/', 'private'],
  ['https://[2002:7f00:1::]/', 'loopback'],
  ['https://[2002:a9fe:a9fe::1]/', 'metadata'],
  ['https://[2002:c0a8:101::]/', 'private'],
  // The rest of what is no host of the internet.
  ['https://169.254.1.1/', 'link-local'],
  ['https://[fe80::1]/', 'link-local'],
  ['https://[febf::1]/', 'link-local'],
  ['https://224.0.0.1/', 'multicast'],
  ['https://[ff02::1]/', 'multicast'],
  ['https://255.255.255.255/', 'reserved'],
  ['https://240.0.0.1/', 'reserved'],
  ['https://198.18.0.1/', 'reserved'],
  ['https://192.88.99.1/', 'reserved'],
  ['https://[2001::1]/', 'reserved'],
  ['https://[100::1]/', 'reserved'],
  ['https://[4000::1]/', 'reserved'],
  ['https://192.0.2.10/', 'documentation'],
  ['https://[2001:db8::1]/', 'documentation'],
  // Texts that mean something else than they show.
  ['https://hooks.example.com@127.0.0.1/', 'credentials'],
  ['https://user:secret@hooks.example.com/', 'credentials'],
  ['https://127.0.0.1\\@hooks.example.com/', 'invalid-url'],
  ['https:\\\\127.0.0.1/', 'invalid-url'],
  ['https://127.0.0.1\t/', 'invalid-url'],
  ['https://hooks.example.com/\r\nHost: 127.0.0.1', 'invalid-url'],
  [' https://hooks.example.com/', 'invalid-url'],
  ['https://[fe80::1%25eth0]/', 'invalid-url'],
  ['https://127.0.0.1.1.1/', 'invalid-url'],
  ['https://', 'invalid-url'],
  ['//hooks.example.com/', 'invalid-url'],
  ['', 'invalid-url'],
  [`https://hooks.example.com/${'a'.repeat(5000)}`, 'invalid-url'],
  ['http://hooks.example.com/', 'plain-http'],
  ['http://169.254.169.254/', 'plain-http'],
  ['file:///etc/passwd', 'scheme'],
  ['gopher://127.0.0.1:25/', 'scheme'],
  ['ftp://hooks.example.com/', 'scheme'],
  ['data:text/plain,hello', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
];

describe('hostile URLs', () => {
  for (const [url, reason] of HOSTILE)
    test(`${JSON.stringify(url.slice(0, 80))} is refused: ${reason}`, () => assert.equal(verdict(url), reason));

  test('there are at least sixty of them, each once', () => {
    assert.ok(HOSTILE.length >= 60);
    assert.equal(new Set(HOSTILE.map(([url]) => url)).size, HOSTILE.length);
  });
});

test('ordinary hosts of the internet are fine', () => {
  for (const url of [
    'https://hooks.example.com/services/T/B/x',
    'https://hooks.example.com:8443/',
    'https://8.8.8.8/',
    'https://8.8.8.8:443/',
    'https://[2606:4700::1111]/',
    'https://[::ffff:8.8.8.8]/',
    'https://172.32.0.1/',
    'https://100.128.0.1/',
    'https://例え.example.com/',
    'HTTPS://Hooks.Example.com/',
  ])
    assert.equal(verdict(url), 'fine', url);
});

test('the operator lets single hosts and networks through, and nothing beside them', () => {
  const policy: OutgoingPolicy = { allowHttp: true, allow: ['jira.corp', '*.tools.internal', '10.1.0.0/16', '2001:db8:1::/48'] };
  assert.equal(verdict('http://jira.corp/rest', policy), 'fine');
  assert.equal(verdict('https://JIRA.corp./rest', policy), 'fine');
  assert.equal(verdict('https://evil-jira.corp/', policy), 'local-name');
  assert.equal(verdict('https://a.jira.corp/', policy), 'local-name');
  assert.equal(verdict('https://chat.tools.internal/', policy), 'fine');
  assert.equal(verdict('https://tools.internal/', policy), 'local-name');
  assert.equal(verdict('https://eviltools.internal/', policy), 'local-name');
  assert.equal(verdict('https://10.1.2.3/', policy), 'fine');
  assert.equal(verdict('https://[::ffff:10.1.2.3]/', policy), 'fine');
  assert.equal(verdict('https://10.2.2.3/', policy), 'private');
  assert.equal(verdict('https://[2001:db8:1::9]/', policy), 'fine');
  assert.equal(verdict('https://[2001:db8:2::9]/', policy), 'documentation');
  assert.equal(verdict('https://169.254.169.254/', policy), 'metadata');
});

test('texts that are no address are told so', () => {
  for (const text of ['', 'hooks.example.com', '1.2.3', '10.0.0.0/8', '::1::', 'fe80::g'])
    assert.equal(specialAddress(text), 'no-address', text);
  assert.equal(specialAddress('fe80::1%eth0'), 'link-local');
  assert.equal(specialAddress('8.8.8.8'), null);
});
