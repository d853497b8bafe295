/** The snapshot as a collector sees it. */
import type { CallSink } from '@kumomori/collectors';
import type { CloudProvider, SnapshotManifest } from '@kumomori/model';
import type { SnapshotWriter } from '../snapshots/index.ts';
import { SnapshotError } from '../snapshots/index.ts';

/** Counts answers by account, and stops everything when one cannot be kept: calls whose answers are lost are not made. */
export class CountingSink implements CallSink {
  readonly #writer: SnapshotWriter;
  readonly #stop: AbortController;
  readonly #accounts = new Map<string, { readonly regions: Set<string>; answers: number }>();
  failure: SnapshotError | null = null;

  constructor(writer: SnapshotWriter, stop: AbortController) {
    this.#writer = writer;
    this.#stop = stop;
  }

  async record(...[place, record]: Parameters<CallSink['record']>): Promise<void> {
    try {
      await this.#writer.record(place, record);
    } catch (error) {
      if (error instanceof SnapshotError) this.failure = error;
      this.#stop.abort(error);
      throw error;
    }
    this.#count(place.account, place.region);
  }

  recorded(...[place, request]: Parameters<CallSink['recorded']>): ReturnType<CallSink['recorded']> {
    const found = this.#writer.recorded(place, request);
    if (found) this.#count(place.account, place.region);
    return found;
  }

  #count(account: string, region: string): void {
    const seen = this.#accounts.get(account) ?? { regions: new Set(), answers: 0 };
    seen.regions.add(region);
    seen.answers += 1;
    this.#accounts.set(account, seen);
  }

  answersOf(account: string): number {
    return this.#accounts.get(account)?.answers ?? 0;
  }

  /** What was seen, for a collection that could not say it itself. */
  scopes(provider: CloudProvider): SnapshotManifest['scopes'] {
    return [...this.#accounts].map(([account, { regions }]) => ({
      provider,
      account,
      regions: [...regions].filter((region) => region !== 'global').sort(),
    }));
  }
}
