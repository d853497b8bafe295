/** Points in boxes of an hour, so that taking what is old does not look at what is young. */

const HOUR = 3_600_000;

/** State: what was added and not taken. */
export class WaitingPoints<P extends { readonly time: number }> {
  readonly #boxes = new Map<number, P[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(point: P): void {
    const hour = Math.floor(point.time / HOUR);
    const box = this.#boxes.get(hour);
    if (box) box.push(point);
    else this.#boxes.set(hour, [point]);
    this.#size++;
  }

  /** All points before a time; those of one hour in the order in which they came. O(boxes + points of the boxes that are touched). */
  take(until: number): readonly P[] {
    const taken: P[] = [];
    for (const [hour, box] of this.#boxes) {
      if (hour * HOUR >= until) continue;
      const left = (hour + 1) * HOUR <= until ? [] : box.filter(({ time }) => time >= until);
      for (const point of box) if (point.time < until) taken.push(point);
      if (left.length > 0) this.#boxes.set(hour, left);
      else this.#boxes.delete(hour);
    }
    this.#size -= taken.length;
    return taken;
  }
}
