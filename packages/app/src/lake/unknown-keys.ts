/** Keys of records that no mapping knows, counted by source. */

const MAX_NAMES = 1000;

export class UnknownKeys {
  readonly #counts = new Map<string, Map<string, number>>();

  count(source: string, names: Iterable<string>, records = 1): void {
    const counts = this.#counts.get(source) ?? new Map<string, number>();
    this.#counts.set(source, counts);
    for (const name of names) add(counts, name.slice(0, 200), records);
  }

  get byName(): Readonly<Record<string, Readonly<Record<string, number>>>> {
    return Object.fromEntries(
      [...this.#counts].map(([source, counts]) => [
        source,
        Object.fromEntries([...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1))),
      ]),
    );
  }
}

function add(counts: Map<string, number>, name: string, records: number): void {
  if (counts.has(name) || counts.size < MAX_NAMES) counts.set(name, (counts.get(name) ?? 0) + records);
}
