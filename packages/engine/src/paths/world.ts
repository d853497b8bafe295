/** The inputs, indexed: who, what, and of which kind. */
import type { AskedObject, Flags, PathInputs, PathObject, PathPrincipal, PathStore, PathWorkload } from './inputs.ts';

/** Anything that a permission of the catalogue is asked about. */
export interface Thing {
  readonly id: string;
  readonly node: string;
  readonly account: string;
  readonly kind: string;
  readonly flags: Flags;
}

export class World {
  readonly inputs: PathInputs;
  readonly principals: ReadonlyMap<string, PathPrincipal>;
  readonly workloads: ReadonlyMap<string, PathWorkload>;
  readonly stores: ReadonlyMap<string, PathStore>;
  readonly accounts: readonly string[];
  readonly #things: ReadonlyMap<string, readonly Thing[]>;
  readonly #asked = new Map<string, readonly AskedObject[]>();
  readonly #nodes = new Map<string, string>();
  readonly #byNode = new Map<string, { readonly kind: string; readonly environment: string | null }>();

  constructor(inputs: PathInputs) {
    this.inputs = inputs;
    this.principals = new Map(inputs.principals.map((each) => [each.id, each]));
    this.workloads = new Map(inputs.workloads.map((each) => [each.id, each]));
    this.stores = new Map(inputs.stores.map((each) => [each.id, each]));
    // Also accounts in which nobody is: a subscription is administered by people of the directory.
    this.accounts = [...new Set([...inputs.principals, ...inputs.objects].map(({ account }) => account))];
    this.#things = Map.groupBy<string, Thing>([...inputs.workloads, ...inputs.objects], ({ kind }) => kind);
    const named = [...inputs.principals, ...inputs.workloads, ...inputs.stores, ...inputs.objects, ...(inputs.dangling ?? [])];
    for (const { id, node } of [...named, ...(inputs.copies ?? []).map(({ to }) => to)]) this.#nodes.set(id, node);
  }

  /** What stands at a node, if anything of the estate does. */
  byNode(node: string): { readonly kind: string; readonly environment: string | null } | undefined {
    if (this.#byNode.size === 0) {
      const { stores, workloads, principals } = this.inputs;
      for (const each of [...stores, ...workloads, ...principals]) this.#byNode.set(each.node, each);
    }
    return this.#byNode.get(node);
  }

  /** What is shown for an id: its node, or the id itself (`internet`, an account). */
  nodeOf(id: string): string {
    return this.#nodes.get(id) ?? id;
  }

  things(kind: string): readonly Thing[] {
    return this.#things.get(kind) ?? [];
  }

  /** Yes, no, or undefined when there may be more than is known. */
  exists(kind: string): boolean | undefined {
    if (this.things(kind).length > 0) return true;
    return this.inputs.mayHaveMore(kind) ? undefined : false;
  }

  objectsHeldBy(kind: string): readonly PathObject[] {
    return this.inputs.objects.filter((each) => each.kind === kind);
  }

  /** Principals of a kind as objects of a question; the same list for the same kind. */
  askedPrincipals(kind: PathPrincipal['kind']): readonly AskedObject[] {
    return this.#cached(`principal ${kind}`, () =>
      this.inputs.principals
        .filter((each) => each.kind === kind && !this.#isShadow(each.id))
        .map(({ id, account }) => ({ id, account, kind: `aws.iam.${kind}`, isNew: false })),
    );
  }

  askedThings(kind: string): readonly AskedObject[] {
    return this.#cached(`thing ${kind}`, () => this.things(kind).map(({ id, account }) => ({ id, account, kind, isNew: false })));
  }

  /** Something of a kind that does not exist yet, in the account of the principal. */
  askedNew(kind: string, account: string): readonly AskedObject[] {
    return this.#cached(`new ${kind} ${account}`, () => [{ id: `new:${kind}@${account}`, account, kind, isNew: true }]);
  }

  askedStore(store: PathStore): readonly AskedObject[] {
    return this.#cached(`store ${store.id}`, () => [{ id: store.id, account: store.account, kind: store.kind, isNew: false }]);
  }

  askedStores(kind: string): readonly AskedObject[] {
    return this.#cached(`stores ${kind}`, () =>
      this.inputs.stores.filter((each) => each.kind === kind).map(({ id, account }) => ({ id, account, kind, isNew: false })),
    );
  }

  askedId(id: string, kind: string, account: string): readonly AskedObject[] {
    return this.#cached(`id ${kind} ${id}`, () => [{ id, account, kind, isNew: false }]);
  }

  /** The one of a list; the list is indexed once. */
  oneOf(objects: readonly AskedObject[], id: string): AskedObject | undefined {
    const known = this.#indexes.get(objects) ?? new Map(objects.map((each) => [each.id, each]));
    this.#indexes.set(objects, known);
    return known.get(id);
  }

  readonly #indexes = new Map<readonly AskedObject[], ReadonlyMap<string, AskedObject>>();

  #cached(key: string, make: () => readonly AskedObject[]): readonly AskedObject[] {
    const known = this.#asked.get(key);
    if (known) return known;
    const made = make();
    this.#asked.set(key, made);
    return made;
  }

  readonly #shadows = new Set<string>();
  #isShadow(id: string): boolean {
    if (this.#shadows.size === 0) for (const { unbounded } of this.inputs.principals) if (unbounded !== null) this.#shadows.add(unbounded);
    return this.#shadows.has(id);
  }

  /** True for the stand-in of a principal without its boundary: it is nobody by itself. */
  isStandIn(id: string): boolean {
    return this.#isShadow(id);
  }
}
