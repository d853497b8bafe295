/** A budget that makes no further call once the collection is stopped, and knows when the last one is back. */
import type { BudgetOptions } from '@kumomori/collectors';
import { CallBudget } from '@kumomori/collectors';

export class StoppableBudget extends CallBudget {
  readonly #stop: AbortSignal;
  readonly #running = new Set<Promise<unknown>>();

  constructor(options: BudgetOptions, stop: AbortSignal) {
    super(options);
    this.#stop = stop;
  }

  override async run<T>(bucket: string, operation: string, call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return await super.run(
      bucket,
      operation,
      async () => {
        this.#stop.throwIfAborted();
        const made = call();
        this.#running.add(made);
        try {
          return await made;
        } finally {
          this.#running.delete(made);
        }
      },
      signal,
    );
  }

  /** Waits until no call is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled([...this.#running]);
  }
}
