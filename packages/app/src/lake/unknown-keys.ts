/** Keys of records that no mapping knows, counted by source. */

const MAX_NAMES = 1000;
const MAX_DEPTH = 4;

export class UnknownKeys {
  readonly #counts = new Map<string, Map<string, number>>();

  count(source: string, names: Iterable<string>, records = 1): void {
    const counts = this.#counts.get(source) ?? new Map<string, number>();
    this.#counts.set(source, counts);
    for (const name of names) if (counts.has(name) || counts.size < MAX_NAMES) counts.set(name, (counts.get(name) ?? 0) + records);
  }

  /** What the interpreter found: `{ userIdentity: { newThing: 1 } }` counts as `userIdentity.newThing`. */
  countUnmapped(source: string, unmapped: Readonly<Record<string, unknown>>): void {
    this.count(source, namesIn(unmapped, '', 1));
  }

  get byName(): Readonly<Record<string, Readonly<Record<string, number>>>> {
    return Object.fromEntries([...this.#counts].map(([source, counts]) => [source, Object.fromEntries([...counts].sort())]));
  }
}

function namesIn(value: Readonly<Record<string, unknown>>, prefix: string, depth: number): readonly string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = `${prefix}${key}`.slice(0, 200);
    const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    // An object by its shape: entries are its members.
    return isObject && depth < MAX_DEPTH ? namesIn(inner as Readonly<Record<string, unknown>>, `${name}.`, depth + 1) : [name];
  });
}
