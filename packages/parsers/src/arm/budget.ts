/** Bounds the work that one run over ARM templates may do, whatever the templates say. */
export class Budget {
  #elements = 200_000;
  #steps = 5_000_000;
  #depth = 0;

  /** True when a loop of that many elements may be expanded. */
  takes(count: number): boolean {
    if (!(count <= 1000) || count > this.#elements) return false;
    this.#elements -= Math.max(0, count);
    return true;
  }

  /** False when everything that is left stays unknown. */
  step(): boolean {
    return --this.#steps > 0;
  }

  /** Null when calls or templates are nested too deep. */
  nested<T>(compute: () => T): T | null {
    if (this.#depth > 32) return null;
    this.#depth++;
    try {
      return compute();
    } finally {
      this.#depth--;
    }
  }
}
