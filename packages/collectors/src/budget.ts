/** Politeness: how fast calls are made for each service and region, and how many in all. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface BudgetOptions {
  /** Calls a second for each service and region, at most and at first. */
  readonly perSecond?: number;
  /** Calls at the same time, over everything. */
  readonly parallel?: number;
  /** Calls in all; null without a limit. */
  readonly maxCalls?: number | null;
  readonly now?: () => number;
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Thrown instead of making a call when all calls that were allowed have been made. */
export class BudgetSpent extends Error {
  constructor(maxCalls: number) {
    super(`all ${maxCalls} calls that --max-calls allows have been made`);
    this.name = 'BudgetSpent';
  }
}

/** Slowest rate that throttling leads to, calls a second. */
const SLOWEST = 0.5;
/** Share of the rate that is kept when the cloud says that calls come too fast; it grows back by an eighth with each second without. */
const KEPT = 0.5;

interface Bucket {
  /** Calls a second now. */
  rate: number;
  tokens: number;
  /** Milliseconds, as `now` gives them. */
  filledAt: number;
  throttledAt: number;
}

/** A token bucket for each service and region, adapted to throttling, and a cap over all. */
export class CallBudget {
  readonly #perSecond: number;
  readonly #parallel: number;
  readonly #maxCalls: number | null;
  readonly #now: () => number;
  readonly #wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly #buckets = new Map<string, Bucket>();
  readonly #counts = new Map<string, number>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #made = 0;

  constructor({
    perSecond = 20,
    parallel = 16,
    maxCalls = null,
    now = () => performance.now(),
    wait = async (milliseconds, signal) => await sleep(milliseconds, undefined, signal ? { signal } : {}),
  }: BudgetOptions = {}) {
    this.#perSecond = perSecond;
    this.#parallel = parallel;
    this.#maxCalls = maxCalls;
    this.#now = now;
    this.#wait = wait;
  }

  /** Calls made so far, retries included. */
  get made(): number {
    return this.#made;
  }

  /** Calls made so far, by `service:operation` as they were named. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** Makes a call when its turn comes. `bucket`: `aws:123456789012:ap-northeast-1:s3`; `operation`: `aws:s3:ListBuckets`. Throws BudgetSpent. */
  async run<T>(bucket: string, operation: string, call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#turn(bucket, signal);
    await this.#enter();
    try {
      signal?.throwIfAborted();
      if (this.#maxCalls !== null && this.#made >= this.#maxCalls) throw new BudgetSpent(this.#maxCalls);
      this.#made += 1;
      this.#counts.set(operation, (this.#counts.get(operation) ?? 0) + 1);
      return await call();
    } finally {
      this.#leave();
    }
  }

  /** The cloud said that calls come too fast. `retryAfter`: how long it wants us to wait, in milliseconds. */
  throttled(bucket: string, retryAfter = 0): void {
    const state = this.#bucket(bucket);
    const now = this.#now();
    // Many calls in flight are refused together: that is one sign, not many.
    if (now - state.throttledAt > 1000) state.rate = Math.max(SLOWEST, state.rate * KEPT);
    state.throttledAt = now;
    state.tokens = Math.min(state.tokens, 0) - (retryAfter / 1000) * state.rate;
  }

  async #enter(): Promise<void> {
    if (this.#running < this.#parallel) this.#running += 1;
    else await new Promise<void>((resolve) => void this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }

  async #turn(bucket: string, signal?: AbortSignal): Promise<void> {
    const state = this.#bucket(bucket);
    this.#fill(state);
    state.tokens -= 1;
    if (state.tokens < 0) await this.#wait((-state.tokens / state.rate) * 1000, signal);
  }

  #fill(state: Bucket): void {
    const now = this.#now();
    const seconds = (now - state.filledAt) / 1000;
    if (now - state.throttledAt > 1000) state.rate = Math.min(this.#perSecond, state.rate * (1 + seconds / 8));
    state.tokens = Math.min(state.rate, state.tokens + seconds * state.rate);
    state.filledAt = now;
  }

  #bucket(name: string): Bucket {
    const known = this.#buckets.get(name);
    if (known) return known;
    const bucket: Bucket = { rate: this.#perSecond, tokens: this.#perSecond, filledAt: this.#now(), throttledAt: -Infinity };
    this.#buckets.set(name, bucket);
    return bucket;
  }
}
