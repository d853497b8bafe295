import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NetworkRule, Opening } from './rules.ts';
import { findOpenRule, isInternetPrefix } from './rules.ts';

const prefixes: readonly (readonly [string, boolean])[] = [
  ...['*', 'Any', 'Internet', 'INTERNET', '0.0.0.0/0', '::/0', '128.0.0.0/1', '10.0.0.0/0'].map((text) => [text, true] as const),
  ...['VirtualNetwork', 'Storage.JapanEast', 'AzureLoadBalancer', '10.0.0.0/8', '198.51.100.7', ''].map((text) => [text, false] as const),
];
for (const [text, expected] of prefixes) {
  test(`prefix ${JSON.stringify(text)} ${expected ? 'is' : 'is not'} the internet`, () => {
    assert.equal(isInternetPrefix(text), expected);
  });
}

const ssh: Opening = { protocol: 'tcp', ports: '22' };
const rule = (changes: Partial<NetworkRule>): NetworkRule => ({
  access: 'Allow',
  priority: 200,
  protocol: 'Tcp',
  ports: ['22'],
  sources: ['*'],
  destinations: ['*'],
  ...changes,
});
const nobody = rule({ access: 'Deny', priority: 100, protocol: '*', ports: ['*'] });

const groups: readonly (readonly [string, readonly NetworkRule[], Opening, boolean])[] = [
  ['a port for everyone is open', [rule({})], ssh, true],
  ['a range that holds the port is open', [rule({ ports: ['443', '20-30'] })], ssh, true],
  ['every protocol is open', [rule({ protocol: '*', ports: ['*'] })], ssh, true],
  ['another protocol is not', [rule({ protocol: 'Udp' })], ssh, false],
  ['one port is not every port', [rule({})], { protocol: 'tcp', ports: '*' }, false],
  ['1 to 65535 is every port', [rule({ ports: ['1-65535'] })], { protocol: 'tcp', ports: '*' }, true],
  ['a denial of a lower number closes it', [rule({}), nobody], ssh, false],
  ['a denial of a higher number does not', [rule({ priority: 50 }), nobody], ssh, true],
  ['a denial of part of the ports does not', [rule({ ports: ['20-30'] }), { ...nobody, ports: ['23'] }], ssh, true],
  ['a denial for one destination does not', [rule({}), { ...nobody, destinations: ['10.0.0.4'] }], ssh, true],
  ['two halves of the internet are the internet', [rule({ sources: ['0.0.0.0/2'] }), rule({ sources: ['64.0.0.0/2'] })], ssh, true],
  ['an eighth of it is not', [rule({ sources: ['32.0.0.0/3'] })], ssh, false],
];
for (const [title, rules, opening, expected] of groups) {
  test(title, () => {
    assert.equal(findOpenRule(rules, opening) !== undefined, expected);
  });
}
