/** Several sorted sequences as one. */

interface Head<T> {
  value: T;
  readonly rest: Iterator<T>;
  /** Of equal values that of the earlier sequence comes first. */
  readonly place: number;
}

/** O(values · log sequences); one value of each sequence is held at a time. */
export function* mergeSorted<T>(sequences: readonly Iterable<T>[], compare: (a: T, b: T) => number): Generator<T> {
  const heap: Head<T>[] = [];
  const isBefore = (a: Head<T>, b: Head<T>): boolean => (compare(a.value, b.value) || a.place - b.place) < 0;
  for (const [place, sequence] of sequences.entries()) {
    const rest = sequence[Symbol.iterator]();
    const first = rest.next();
    if (first.done !== true) heap.push({ value: first.value, rest, place });
  }
  for (let at = (heap.length >> 1) - 1; at >= 0; at -= 1) sink(heap, at, isBefore);
  for (let [top] = heap; top !== undefined; [top] = heap) {
    yield top.value;
    const next = top.rest.next();
    if (next.done !== true) top.value = next.value;
    else {
      const last = heap.pop();
      if (last !== undefined && last !== top) heap[0] = last;
    }
    sink(heap, 0, isBefore);
  }
}

function sink<T>(heap: Head<T>[], from: number, isBefore: (a: Head<T>, b: Head<T>) => boolean): void {
  for (let at = from; ;) {
    const own = heap[at];
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    if (own === undefined || left === undefined) return;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, own)) return;
    const below = 2 * at + (isRight ? 2 : 1);
    heap[at] = child;
    heap[below] = own;
    at = below;
  }
}
