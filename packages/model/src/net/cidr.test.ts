import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AddressRange } from './cidr.ts';
import { coversInternet, isInternet, overlap, parseCidr, union } from './cidr.ts';

const v4 = (first: bigint, size = 1n): AddressRange => ({ family: 4, first, last: first + size - 1n });
const v6 = (first: bigint, size = 1n): AddressRange => ({ family: 6, first, last: first + size - 1n });

const texts: readonly (readonly [string, AddressRange | null])[] = [
  ['10.0.0.0/8', v4(0x0a000000n, 1n << 24n)],
  ['192.0.2.1', v4(0xc0000201n)],
  ['192.0.2.1/32', v4(0xc0000201n)],
  [' 192.0.2.0/24 ', v4(0xc0000200n, 256n)],
  ['192.0.2.77/24', v4(0xc0000200n, 256n)],
  ['0.0.0.0/0', v4(0n, 1n << 32n)],
  ['255.255.255.255', v4(0xffffffffn)],
  ['::/0', v6(0n, 1n << 128n)],
  ['::', v6(0n)],
  ['::1', v6(1n)],
  ['2001:db8::/32', v6(0x20010db8n << 96n, 1n << 96n)],
  ['2001:DB8::1/32', v6(0x20010db8n << 96n, 1n << 96n)],
  ['1:2:3:4:5:6:7:8', v6(0x00010002000300040005000600070008n)],
  ['1:2:3:4:5:6:7::', v6(0x00010002000300040005000600070000n)],
  ['::2:3:4:5:6:7:8', v6(0x00000002000300040005000600070008n)],
  ['::ffff:192.0.2.1', v6(0xffffc0000201n)],
  ['64:ff9b::192.0.2.0/120', v6((0x64ff9bn << 96n) + 0xc0000200n, 256n)],
  ...['', '/', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8/8', '10.0.0/8', '10.0.0.0.0', '256.0.0.1', '10.0.0.a'].map(
    (text) => [text, null] as const,
  ),
  ...['::/129', ':', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8::', '12345::', 'g::', '::1.2.3', 'any'].map(
    (text) => [text, null] as const,
  ),
  ...['1.2.3.4::', '::1.2.3.4:5', '1.2.3.4:1:2:3:4:5:6', '10.0.0.0/0x8', '1e1.0.0.0', '\uFFFC/8', '::%eth0'].map(
    (text) => [text, null] as const,
  ),
];
for (const [text, range] of texts) {
  test(`CIDR ${JSON.stringify(text)}`, () => {
    assert.deepEqual(parseCidr(text), range);
  });
}

const small = fc.record({ family: fc.constantFrom(4 as const, 6 as const), first: fc.nat(40), size: fc.integer({ min: 1, max: 12 }) });
const ranges = fc
  .array(small, { maxLength: 6 })
  .map((all) => all.map(({ family, first, size }) => ({ family, first: BigInt(first), last: BigInt(first + size - 1) })));
const addressesOf = (of: readonly AddressRange[]): ReadonlySet<string> =>
  new Set(
    of.flatMap(({ family, first, last }) =>
      Array.from({ length: Number(last - first) + 1 }, (_, index) => `${family}:${Number(first) + index}`),
    ),
  );

test('a union has the same addresses, in order, and no two ranges that touch', () => {
  fc.assert(
    fc.property(ranges, (all) => {
      const joined = union(all);
      assert.deepEqual([...addressesOf(joined)].sort(), [...addressesOf(all)].sort());
      for (const [index, { family, first }] of joined.entries()) {
        const before = joined[index - 1];
        assert.ok(!before || before.family < family || first > before.last + 1n);
      }
    }),
  );
});

test('an overlap counts the addresses that are in both', () => {
  fc.assert(
    fc.property(ranges, ranges, (one, other) => {
      const others = addressesOf(other);
      assert.equal(overlap(one, other), BigInt([...addressesOf(one)].filter((address) => others.has(address)).length));
    }),
  );
});

const sixth = Array.from({ length: 64 }, (_, index) => `${index * 4}.0.0.0/6`);
const openness: readonly (readonly [string, readonly string[], boolean])[] = [
  ['everything', ['0.0.0.0/0'], true],
  ['everything of IPv6', ['::/0'], true],
  ['both halves', ['0.0.0.0/1', '128.0.0.0/1'], true],
  ['the lower half', ['0.0.0.0/1'], true],
  ['the upper half', ['128.0.0.0/1'], true],
  ['a quarter', ['64.0.0.0/2'], false],
  ['everything in 64 parts', sixth, true],
  ['a few parts of it', sixth.slice(8, 16), false],
  ['the /8 of a provider', ['3.0.0.0/8'], false],
  ['private networks', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'], false],
  ['multicast and reserved addresses', ['224.0.0.0/3'], false],
  ['global unicast', ['2000::/3'], true],
  ['half of it', ['2000::/4'], true],
  ['a quarter of it', ['2000::/5'], false],
  ['the half of IPv6 that holds it', ['::/1'], true],
  ['the other half', ['8000::/1'], false],
  ['an organization', ['2001:db8::/32', '192.0.2.0/24'], false],
  ['host bits set', ['192.0.2.1/0'], true],
  ['spaces around it', [' 0.0.0.0/0 '], true],
  ['not even a CIDR', ['everywhere'], false],
  ['a part that is not known', ['\uFFFC', '0.0.0.0/0'], true],
  ['nothing', [], false],
];
for (const [title, cidrs, expected] of openness) {
  test(`the internet: ${title} ${expected ? 'is' : 'is not'}`, () => {
    assert.equal(isInternet(cidrs), expected);
    assert.equal(coversInternet(cidrs.flatMap((text) => parseCidr(text) ?? [])), expected);
  });
}

test('one range is judged alike with and without arithmetic', () => {
  const ipv4 = fc.tuple(fc.nat(0xffffffff), fc.nat(32)).map(([bits, prefix]) => {
    const parts = [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255);
    return `${parts.join('.')}/${prefix}`;
  });
  const ipv6 = fc.tuple(fc.nat(0xffff), fc.nat(128)).map(([group, prefix]) => `${group.toString(16)}::/${prefix}`);
  const padded = fc.tuple(fc.oneof(ipv4, ipv6), fc.constantFrom('', ' ', '\t')).map(([text, space]) => text + space);
  fc.assert(
    fc.property(padded, (text) => {
      assert.equal(isInternet([text]), coversInternet([parseCidr(text)].flatMap((range) => range ?? [])));
    }),
    { numRuns: 500 },
  );
});

test('opening one more range never makes a rule less open', () => {
  const cidr = fc.tuple(fc.nat(255), fc.integer({ min: 0, max: 8 })).map(([first, prefix]) => `${first}.0.0.0/${prefix}`);
  fc.assert(
    fc.property(fc.array(cidr, { maxLength: 8 }), cidr, (some, one) => {
      assert.ok(!isInternet(some) || isInternet([...some, one]));
    }),
    { numRuns: 200 },
  );
});
