/** A binary heap of (cost, fact): the least cost first, the lower number among equals, so that results do not depend on insertion order. */
export class CostHeap {
  private readonly costs: number[] = [];
  private readonly facts: number[] = [];

  get size(): number {
    return this.facts.length;
  }

  push(cost: number, fact: number): void {
    let at = this.facts.length;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!this.isBefore(cost, fact, parent)) break;
      this.move(parent, at);
      at = parent;
    }
    this.costs[at] = cost;
    this.facts[at] = fact;
  }

  /** The first entry; `size` must not be 0. */
  pop(): { readonly cost: number; readonly fact: number } {
    const top = { cost: this.costs[0] ?? 0, fact: this.facts[0] ?? 0 };
    const cost = this.costs.pop() ?? 0;
    const fact = this.facts.pop() ?? 0;
    if (this.facts.length > 0) this.sink(cost, fact);
    return top;
  }

  private sink(cost: number, fact: number): void {
    const size = this.facts.length;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= size) break;
      if (child + 1 < size && this.isBefore(this.costs[child + 1] ?? 0, this.facts[child + 1] ?? 0, child)) child++;
      if (this.isBefore(cost, fact, child)) break;
      this.move(child, at);
      at = child;
    }
    this.costs[at] = cost;
    this.facts[at] = fact;
  }

  private isBefore(cost: number, fact: number, other: number): boolean {
    const difference = cost - (this.costs[other] ?? 0);
    return difference < 0 || (difference === 0 && fact < (this.facts[other] ?? 0));
  }

  private move(from: number, to: number): void {
    this.costs[to] = this.costs[from] ?? 0;
    this.facts[to] = this.facts[from] ?? 0;
  }
}
