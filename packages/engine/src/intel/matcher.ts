/** Indicators over events: values by table, patterns by predicate. */
import type { EventFacts, Indicator, Observable, StixObservation } from '@kumomori/model';
import { addressNumber, addressText, rangeOf } from '@kumomori/model';
import type { DetectedEvent } from '../detect/index.ts';
import type { Observed } from './observed.ts';
import { observedIn } from './observed.ts';
import type { IntelLeaf } from './patterns.ts';
import { isSingle, leavesOf } from './patterns.ts';
import type { IntelTableData } from './table.ts';
import { IntelTable, IntelTableBuilder } from './table.ts';

/** What threads need; plain data. */
export interface IntelSet {
  readonly table: IntelTableData;
  /** How many indicators there are: owners from here on are places in `patterns`' observations. */
  readonly count: number;
  readonly patterns: readonly { readonly owner: number; readonly pattern: StixObservation }[];
}

export interface IntelEntry {
  readonly observables: readonly Observable[];
  readonly pattern: StixObservation | null;
}

/** Entries in the order of their numbers; those with nothing keep their number. */
export function intelSet(
  entries: Iterable<IntelEntry>,
  { seed = 0, allocate }: { readonly seed?: number; readonly allocate?: (bytes: number) => ArrayBufferLike } = {},
): IntelSet {
  const builder = new IntelTableBuilder(seed);
  const patterns: { readonly owner: number; readonly pattern: StixObservation }[] = [];
  let count = 0;
  for (const { observables, pattern } of entries) {
    for (const { kind, value } of observables) builder.add(kind, value, count);
    if (pattern) patterns.push({ owner: count, pattern });
    count++;
  }
  let leaf = count;
  for (const { owner, pattern } of patterns)
    for (const { anchors } of leavesOf(owner, pattern)) {
      for (const { kind, value } of anchors ?? []) builder.add(kind, value, leaf);
      leaf++;
    }
  return { table: builder.data(allocate), count, patterns };
}

export interface IntelHit {
  /** Number of the indicator. */
  readonly owner: number;
  /** The value of the event, or null where a pattern matched as a whole. */
  readonly observed: Observed | null;
  /** For patterns over several events: which of their observations this is; null: the indicator matches. */
  readonly part: number | null;
}

type Facts = Pick<EventFacts, 'sourceIp' | 'userAgent' | 'credential' | 'principal'>;

export class IntelMatcher {
  readonly #table: IntelTable;
  readonly #count: number;
  readonly #leaves: readonly { readonly leaf: IntelLeaf; readonly single: boolean }[];
  readonly #always: readonly { readonly leaf: IntelLeaf; readonly single: boolean }[];

  constructor({ table, count, patterns }: IntelSet) {
    this.#table = new IntelTable(table);
    this.#count = count;
    this.#leaves = patterns.flatMap(({ owner, pattern }) => leavesOf(owner, pattern).map((leaf) => ({ leaf, single: isSingle(pattern) })));
    this.#always = this.#leaves.filter(({ leaf }) => leaf.anchors === null);
  }

  /** Values are told once for each indicator. Keys of the table may collide: `confirmed` says whether a hit is one. */
  match(event: DetectedEvent, facts: Facts): readonly IntelHit[] {
    return this.ask(observedIn(event, facts));
  }

  /** The same for values that were taken out already. */
  ask(observed: readonly Observed[]): readonly IntelHit[] {
    const hits: IntelHit[] = [];
    const told = new Set<number>();
    const candidates = new Set<{ readonly leaf: IntelLeaf; readonly single: boolean }>(this.#always);
    const found = new Set<number>();
    for (const each of observed) {
      probe(this.#table, each, found);
      if (found.size === 0) continue;
      for (const owner of found) {
        const leaf = owner < this.#count ? undefined : this.#leaves[owner - this.#count];
        if (leaf) candidates.add(leaf);
        else if (owner < this.#count && !told.has(owner)) {
          told.add(owner);
          hits.push({ owner, observed: each, part: null });
        }
      }
      found.clear();
    }
    for (const { leaf, single } of candidates) {
      if ((single && told.has(leaf.owner)) || !leaf.holds(observed)) continue;
      if (single) told.add(leaf.owner);
      hits.push({ owner: leaf.owner, observed: null, part: single ? null : leaf.index });
    }
    return hits;
  }
}

function probe(table: IntelTable, { kind, value }: Observed, found: Set<number>): void {
  if (kind === 'address') table.address(value, found);
  else if (kind === 'host') table.name(value, found);
  else if (kind !== 'port' && kind !== 'protocol' && kind !== 'method' && kind !== 'path') table.text(kind, value, found);
}

/** The value of the indicator that the event's value is or lies in; null where the key of the table had deceived. */
export function confirmed({ observables }: Pick<Indicator, 'observables'>, { kind, value }: Observed): Observable | null {
  const address = kind === 'address' ? addressNumber(value) : null;
  const text = address ? addressText(address.family, address.number) : value;
  return (
    observables.find((each) => {
      if (each.kind === 'range' && address) {
        const range = rangeOf(each.value);
        return range !== null && range.family === address.family && address.number >= range.first && address.number <= range.last;
      }
      if (each.kind === 'domain') return kind === 'host' && (text === each.value || text.endsWith(`.${each.value}`));
      return each.kind === kind && each.value === text;
    }) ?? null
  );
}
