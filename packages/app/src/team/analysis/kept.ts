/** What was expensive to find, for a while, by server. */
export class Kept<Value> {
  readonly #byOwner = new WeakMap<object, Map<string, Value>>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Finds it only when it is not there; what fails is not kept. The least recently asked goes first. */
  async get(owner: object, key: string, find: () => Promise<Value>): Promise<Value> {
    const kept = this.#byOwner.get(owner) ?? new Map<string, Value>();
    this.#byOwner.set(owner, kept);
    const value = kept.get(key) ?? (await find());
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= this.#limit) break;
      kept.delete(oldest);
    }
    return value;
  }
}
