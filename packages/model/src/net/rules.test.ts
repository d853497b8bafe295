import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PortRule } from './rules.ts';
import { admitsEveryPort, admitsPort, describePorts, findInternetRule, findOpenPorts, parsePorts, staysWithin } from './rules.ts';

const rule = (protocol: string, fromPort: number, toPort: number, cidrs: readonly string[] = ['0.0.0.0/0']): PortRule => ({
  protocol,
  fromPort,
  toPort,
  cidrs,
});

// rule, admits TCP 22, admits UDP 53, admits every port, as people read it
const rules: readonly (readonly [PortRule, boolean, boolean, boolean, string])[] = [
  [rule('tcp', 22, 22), true, false, false, '22'],
  [rule('TCP', 20, 25), true, false, false, '20-25'],
  [rule('6', 22, 22), true, false, false, '22'],
  [rule('tcp', 23, 80), false, false, false, '23-80'],
  [rule('tcp', 0, 21), false, false, false, '0-21'],
  [rule('udp', 53, 53), false, true, false, '53'],
  [rule('17', 0, 100), false, true, false, '0-100'],
  [rule('tcp', 0, 65535), true, false, true, '0-65535'],
  [rule('tcp', 1, 65535), true, false, true, '1-65535'],
  [rule('udp', 0, 65535), false, true, true, '0-65535'],
  [rule('tcp', -1, -1), true, false, true, '0-65535'],
  [rule('-1', 0, 0), true, true, true, '0-65535'],
  [rule('all', 443, 443), true, true, true, '0-65535'],
  [rule('icmp', 0, 65535), false, false, false, '0-65535'],
  [rule('icmp', 8, 0), false, false, false, '8-0'],
  [rule('47', 0, 65535), false, false, false, '0-65535'],
];
for (const [each, tcp22, udp53, every, text] of rules) {
  test(`rule ${each.protocol} ${each.fromPort} to ${each.toPort}`, () => {
    assert.deepEqual(
      [admitsPort(each, { from: 22, to: 22 }), admitsPort(each, { from: 53, to: 53 }, 'udp'), admitsEveryPort(each), describePorts(each)],
      [tcp22, udp53, every, text],
    );
  });
}

const ports: readonly (readonly [string, ReturnType<typeof parsePorts>])[] = [
  ['443', { from: 443, to: 443 }],
  [' 8000-8099 ', { from: 8000, to: 8099 }],
  ['0-65535', { from: 0, to: 65535 }],
  ...['', '-', '65536', '90-80', '80-', 'https', '80-90-100', '123456', '-1'].map((text) => [text, null] as const),
];
for (const [text, expected] of ports) {
  test(`ports ${JSON.stringify(text)}`, () => {
    assert.deepEqual(parsePorts(text), expected);
  });
}

test('a rule stays within ports when one entry holds all of it; pings may', () => {
  const allowed = ['80', '443', '8000-8099'];
  const within = [rule('tcp', 80, 80), rule('tcp', 8010, 8020), rule('icmp', -1, -1), rule('icmpv6', 0, 0), rule('58', 0, 0)];
  const beyond = [rule('tcp', 80, 443), rule('tcp', 8099, 8100), rule('-1', 80, 80), rule('tcp', -1, -1)];
  assert.deepEqual(
    [...within, ...beyond].map((each) => staysWithin(each, allowed)),
    [true, true, true, true, true, false, false, false, false],
  );
});

const ssh = (each: PortRule): boolean => admitsPort(each, { from: 22, to: 22 });
const [closed, lower, upper, web] = [
  rule('tcp', 22, 22, ['192.0.2.0/24']),
  rule('tcp', 22, 22, ['32.0.0.0/4', '48.0.0.0/4', '64.0.0.0/4', '80.0.0.0/4']),
  rule('tcp', 22, 22, ['96.0.0.0/3']),
  rule('tcp', 443, 443),
];
const open = rule('tcp', 0, 1024, ['192.0.2.0/24', '::/0']);

const searches: readonly (readonly [string, readonly PortRule[], PortRule | undefined])[] = [
  ['the one that is open', [closed, web, open], open],
  ['of several that are open only together the one with the longest range', [closed, lower, upper], upper],
  ['none when together they are not enough', [closed, lower, web], undefined],
  ['none when there is none', [], undefined],
];
for (const [title, all, expected] of searches) {
  test(`the rule that lets the internet in: ${title}`, () => {
    assert.equal(findInternetRule(all, ssh), expected);
  });
}

test('the first listed port that a rule opens is told, over TCP or UDP; words are no ports', () => {
  const found = findOpenPorts([web, rule('udp', 50, 60)], ['ssh', '22', '53', '443']);
  assert.deepEqual(found, { rule: web, ports: '443' });
  assert.deepEqual(findOpenPorts([rule('udp', 50, 60)], ['22', '53'])?.ports, '53');
  assert.equal(findOpenPorts([web], ['22']), undefined);
});
