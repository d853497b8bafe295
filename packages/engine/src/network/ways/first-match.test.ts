/** Ordered rules against packets, one by one: the algebra says what trying every packet says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range } from '@kumomori/model';
import { addressesOf } from '../addresses.ts';
import { commonPorts, isNoPort, portsOf } from '../ports.ts';
import { overlaps } from '../ranges.ts';
import type { PacketRule } from './first-match.ts';
import { throughLists } from './first-match.ts';
import { judge } from './judge.ts';
import { OPEN, SHUT } from '../flow.ts';

const CIDRS = ['0.0.0.0/0', '198.51.100.0/24', '198.51.100.128/25', '10.0.0.0/8', '203.0.113.7/32'];
const PROBES = ['198.51.100.1', '198.51.100.200', '10.1.2.3', '203.0.113.7', '192.0.2.9'];
const PORTS = [22, 80, 443];
const ACTIONS = ['allow', 'deny', 'next'] as const;
const DOUBT = { detail: 'not known', place: null };

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

function rulesFrom(next: () => number, count: number): readonly PacketRule[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] ?? (list[0] as T); // lists are not empty
  return Array.from({ length: count }, (_, index) => {
    const from = pick(PORTS);
    return {
      ports: portsOf('tcp', from, next() < 0.5 ? from : 443) ?? assert.fail(),
      addresses: addressesOf(pick(CIDRS)) ?? assert.fail(),
      action: pick(ACTIONS),
      doubts: next() < 0.2 ? [DOUBT] : [],
      ...{ node: `rule ${index}`, place: null, text: '' },
    };
  });
}

function hits(rule: PacketRule, address: string, port: number): boolean {
  const own = portsOf('tcp', port, port) ?? assert.fail();
  return !isNoPort(commonPorts(rule.ports, own)) && overlaps(rule.addresses, addressesOf(address) ?? assert.fail());
}

/** Tries the packet: does it pass the lists, each of whose doubtful rules holds or not as `holds` says? */
function passes(
  lists: readonly (readonly PacketRule[])[],
  packet: readonly [string, number],
  holds: (rule: PacketRule) => boolean,
): boolean {
  for (const list of lists) {
    const rule = list.find((each) => hits(each, ...packet) && (each.doubts.length === 0 || holds(each)));
    if (rule?.action === 'allow') return true;
    if (rule?.action === 'deny') return false;
  }
  return false;
}

test('lists of rules let pass what trying every packet lets pass, whatever is true of what is not known', () => {
  const source = numbers(7);
  const next = (): number => source.next().value as number; // it never ends
  for (let round = 0; round < 400; round += 1) {
    const lists = [rulesFrom(next, 3), rulesFrom(next, 4)];
    const [sure, possible] = [throughLists(lists, false), throughLists(lists, true)];
    const doubtful = lists.flat().filter(({ doubts }) => doubts.length > 0);
    for (const address of PROBES) {
      for (const port of PORTS) {
        const isIn = (grants: typeof sure): boolean =>
          grants.some((each) => hits({ ports: each.ports, addresses: each.from } as PacketRule, address, port)); // only these two are looked at
        const worlds = Array.from({ length: 2 ** doubtful.length }, (_, world) =>
          passes(lists, [address, port], (rule) => ((world >> doubtful.indexOf(rule)) & 1) === 1),
        );
        if (isIn(sure)) assert.ok(worlds.every(Boolean), `sure: ${address}:${port} in round ${round}`);
        if (worlds.some(Boolean)) assert.ok(isIn(possible), `possible: ${address}:${port} in round ${round}`);
        if (doubtful.length === 0) assert.equal(isIn(sure), worlds[0]);
      }
    }
  }
});

test('one change away is every single station that alone stops it', () => {
  const place: Range = { source: { path: 'main.tf', text: '' }, start: 0, end: 0 } as unknown as Range; // never looked into here
  const stop = (
    name: 'public address' | 'internet route' | 'firewall rule',
    isOpen: boolean,
  ): Parameters<typeof judge>[1][number]['stops'][number] => ({
    name,
    flow: isOpen ? OPEN : SHUT,
    tell: () => ({ station: name, says: isOpen ? 'passes' : 'stops', node: name, detail: '', place }),
  });
  for (let bits = 0; bits < 8; bits += 1) {
    const stops = (['public address', 'internet route', 'firewall rule'] as const).map((name, index) =>
      stop(name, ((bits >> index) & 1) === 1),
    );
    const [found] = judge({ node: 'vm', type: 'machine', place }, [{ family: 4, stops, listens: null }]);
    const shut = stops.filter(({ flow }) => flow === SHUT).map(({ name }) => name);
    assert.equal(found?.reachable, shut.length === 0);
    assert.deepEqual(found?.oneChangeAway?.map(({ station }) => station) ?? [], shut.length === 1 ? shut : []);
  }
});
