/**
 * What matching costs at a million indicators: `node bench/intel.ts [--count 1000000]`. Prints the time to build the table, µs for each probe that finds and that does
 * not, bytes of the table, and the resident memory.
 */
import { parseArgs } from 'node:util';
import { IntelMatcher, intelSet } from '@kumomori/engine';
import type { IntelEntry, Observed } from '@kumomori/engine';

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000000' } } });
const count = Number(values.count);

const address = (index: number): string => [11 + (index % 200), (index >>> 8) & 255, (index >>> 16) & 255, index & 255].join('.');
const hash = (index: number): string => (BigInt(index) * 0x9e3779b97f4a7c15f39cc0605cedc835n).toString(16).padStart(64, '0').slice(-64);

/** Half addresses and blocks, the rest names, URLs and hashes. */
function* entries(): Generator<IntelEntry> {
  for (let index = 0; index < count; index++) {
    const kind = index % 10;
    const one =
      kind < 4
        ? { kind: 'address' as const, value: address(index) }
        : kind === 4
          ? { kind: 'range' as const, value: `${(index % 100) + 100}.${(index >>> 4) & 255}.${(index >>> 12) & 255}.0/24` }
          : kind < 7
            ? { kind: 'domain' as const, value: `host${index}.example.test` }
            : kind < 9
              ? { kind: 'hash' as const, value: hash(index) }
              : { kind: 'url' as const, value: `http://host${index}.example.test/a/${index}` };
    yield { observables: [one], pattern: null };
  }
}

const before = process.memoryUsage.rss();
const started = performance.now();
const set = intelSet(entries(), { seed: 1 });
const built = performance.now() - started;
const matcher = new IntelMatcher(set);
globalThis.gc?.();

const { slots, owners, nexts, four, six } = set.table;
const bytes = [slots, owners, nexts, four.first, four.last, four.entry, six.first, six.last, six.entry].reduce(
  (sum, each) => sum + each.byteLength,
  0,
);
console.log(
  `${count} indicators: built in ${Math.round(built)} ms, table ${(bytes / 1e6).toFixed(0)} MB, resident +${Math.round((process.memoryUsage.rss() - before) / 1e6)} MB`,
);

const ROUNDS = 200_000;
function measure(name: string, make: (index: number) => Observed): void {
  const observed = Array.from({ length: ROUNDS }, (_, index) => [make(index)]);
  let hits = 0;
  const from = performance.now();
  for (const each of observed) hits += matcher.ask(each).length;
  console.log(`${name.padEnd(28)} ${(((performance.now() - from) * 1000) / ROUNDS).toFixed(2)} µs a probe, ${hits} hits`);
}

measure('address, known', (index) => ({ kind: 'address', value: address(index * 10), role: null }));
measure('address, unknown', (index) => ({ kind: 'address', value: `10.${index & 255}.${(index >>> 8) & 255}.7`, role: null }));
measure('IPv6, unknown', (index) => ({ kind: 'address', value: `2001:db8::${(index & 0xffff).toString(16)}`, role: null }));
measure('name below a known one', (index) => ({ kind: 'host', value: `a.b.host${index * 10 + 5}.example.test`, role: null }));
measure('name, unknown', (index) => ({ kind: 'host', value: `bucket-${index}.s3.ap-northeast-1.amazonaws.com`, role: null }));
measure('URL, unknown', (index) => ({ kind: 'url', value: `https://sts.amazonaws.com/path/${index}`, role: null }));
measure('hash, unknown', (index) => ({ kind: 'hash', value: hash(index * 10 + 3), role: null }));
