import type { Resource } from '../resource.ts';
import type { CodeRoot, Owner } from './normalize.ts';
import { RootIndex, resourceOf } from './normalize.ts';
import type { RegisteredReader } from './reader.ts';

/** Resources that others refer to are mostly referred to again soon. */
const KEPT = 10_000;

/**
 * The resources that normalizeCode gives, for a live account of any size: each is made when it is asked for, and the last ones are kept.
 * What is in memory at a time are the blocks and the links between them, about half of what all resources together take.
 */
export class ResourcesOnDemand {
  readonly #index: RootIndex;
  readonly #root: CodeRoot;
  readonly #owners: ReadonlyMap<string, Owner>;
  readonly #kept = new Map<string, Resource>();

  constructor(root: CodeRoot, readers: readonly RegisteredReader[]) {
    this.#root = root;
    this.#index = new RootIndex(root, readers);
    this.#owners = new Map(this.#index.owners.map((owner) => [owner.key, owner]));
  }

  /** In the order of normalizeCode. */
  get keys(): Iterable<string> {
    return this.#owners.keys();
  }

  get(key: string): Resource | undefined {
    const known = this.#kept.get(key);
    if (known) return known;
    const owner = this.#owners.get(key);
    if (!owner) return undefined;
    const resource = resourceOf(owner, this.#root, this.#index);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, resource);
    return resource;
  }
}
