/** Shapes of records that a run has met: what of each its mapping does not know, looked at once. */
import type { Unknown } from './known-keys.ts';
import { isNameable, leavesOf, mergeUnknown } from './known-keys.ts';

/** Shapes and unknown keys that logs do not have so many of: somebody writes keys at random. */
const MAX_SHAPES = 5000;
const MAX_LEAVES = 200;

export interface Shape {
  readonly classUid: number;
  /** A hash of its keys, in decimal. */
  readonly shape: string;
}

export class Shapes {
  readonly #known = new Set<string>();
  /** Those whose records are for the interpreter. */
  readonly #odd = new Set<string>();
  readonly #unknown = new Map<number, Unknown>();
  readonly #names: readonly string[];

  /** `names`: keys of a record that its mapping knows. */
  constructor(names: Iterable<string>) {
    this.#names = [...new Set(names)];
  }

  /** By class: keys that are unknown in any shape. */
  get unknown(): ReadonlyMap<number, Unknown> {
    return this.#unknown;
  }

  has(shape: Shape): boolean {
    return this.#known.has(nameOf(shape));
  }

  /** Is every record of this shape for the interpreter? So are shapes that nobody looked at. */
  isOdd(shape: Shape): boolean {
    return this.#odd.has(nameOf(shape)) || !this.has(shape);
  }

  /** `unknown`: what a record of the shape has that its mapping does not know. True when a key is new: it is to be asked for from now on. */
  add(shape: Shape, unknown: Unknown | null): boolean {
    if (this.#known.size >= MAX_SHAPES) return false;
    this.#known.add(nameOf(shape));
    if (!unknown) return false;
    const before = this.#unknown.get(shape.classUid) ?? new Map<string, Unknown | null>();
    const merged = isNameable(unknown) ? mergeUnknown(before, unknown) : null;
    const leaves = merged ? leavesOf(merged).length : 0;
    if (!merged || leaves > MAX_LEAVES || this.#clashes(merged)) {
      this.#odd.add(nameOf(shape));
      return false;
    }
    this.#unknown.set(shape.classUid, merged);
    return leaves > leavesOf(before).length;
  }

  /** Members of a struct must differ in more than case. */
  #clashes(unknown: Unknown): boolean {
    const names = new Set([...this.#names, ...[...this.#unknown.values(), unknown].flatMap((each) => [...each.keys()])]);
    return new Set([...names].map((name) => name.toLowerCase())).size < names.size;
  }
}

function nameOf({ classUid, shape }: Shape): string {
  return `${classUid} ${shape}`;
}
