/** Events of one source and class in a batch, as columns of numbers of texts. */
import type { PathValues } from './path-values.ts';
import type { ClassPlan } from './plan.ts';
import type { RecordWalk } from './walk.ts';

export class TableRows {
  readonly source: string;
  readonly plan: ClassPlan;
  readonly walk: RecordWalk;
  /** By slot; slots that no leaf asks for have none. */
  readonly numbers: (Int32Array | undefined)[] = [];
  activities = new Int32Array(FIRST);
  objects = new Int32Array(FIRST);
  unmapped = new Int32Array(FIRST);
  /** Which of the batch's buffers holds the record, and where. */
  buffers = new Int32Array(FIRST);
  from = new Float64Array(FIRST);
  to = new Float64Array(FIRST);
  count = 0;
  readonly #slots: readonly number[];

  constructor(source: string, plan: ClassPlan, walk: RecordWalk) {
    this.source = source;
    this.plan = plan;
    this.walk = walk;
    this.#slots = [...plan.slots.values()];
    for (const slot of this.#slots) this.numbers[slot] = new Int32Array(FIRST);
  }

  /** The number of the new row; its own columns are the caller's to fill. Slots of `values` are empty again afterwards. */
  add(values: unknown[], paths: readonly PathValues[]): number {
    const row = this.count;
    if (row === this.activities.length) this.#grow();
    for (const slot of this.#slots) {
      const column = this.numbers[slot];
      if (column) column[row] = paths[slot]?.numberOf(values[slot]) ?? -1;
      values[slot] = undefined;
    }
    this.count += 1;
    return row;
  }

  #grow(): void {
    const larger = (column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(column.length * 2);
      grown.set(column);
      return grown;
    };
    const wider = (column: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(column.length * 2);
      grown.set(column);
      return grown;
    };
    for (const slot of this.#slots) {
      const grown = new Int32Array(this.activities.length * 2);
      grown.set(this.numbers[slot] ?? []);
      this.numbers[slot] = grown;
    }
    this.activities = larger(this.activities);
    this.objects = larger(this.objects);
    this.unmapped = larger(this.unmapped);
    this.buffers = larger(this.buffers);
    this.from = wider(this.from);
    this.to = wider(this.to);
  }
}

const FIRST = 256;
