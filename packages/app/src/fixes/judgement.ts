/** What a scan of texts says, as far as the proof of a fix compares it. */
import type { Status } from '@kumomori/model';

export interface Judgement {
  /** Verdicts by check and resource instance, as `verdictKey` writes it. */
  readonly verdicts: ReadonlyMap<string, Status>;
  /** How often each kind of trouble was reported for each file. */
  readonly troubles: ReadonlyMap<string, number>;
}

export function verdictKey(checkId: string, address: string): string {
  return `${checkId} @ ${address}`;
}

/** How bad a verdict is; none, where there is no such resource. */
export function weightOf(status: Status | undefined): number {
  if (status === 'fail') return 2;
  return status === 'unknown' ? 1 : 0;
}

interface Told<V> extends Judgement {
  readonly failing: readonly V[];
}

/** State: verdicts and troubles of one scan while it runs. `V`: what is kept of a failure. */
export class JudgementCollector<V> {
  readonly #verdicts = new Map<string, Status>();
  readonly #troubles = new Map<string, number>();
  readonly #failing: V[] = [];

  /** Of verdicts with the same key the worst counts. */
  add(key: string, status: Status, verdict: V): void {
    if (weightOf(status) >= weightOf(this.#verdicts.get(key))) this.#verdicts.set(key, status);
    if (status === 'fail') this.#failing.push(verdict);
  }

  addTroubles(
    diagnostics: Iterable<{ readonly severity: 'error' | 'warning' | 'info'; readonly file: string; readonly code: string }>,
  ): void {
    for (const { severity, file, code } of diagnostics) {
      const kind = `${file}: ${code}`;
      if (severity !== 'info') this.#troubles.set(kind, (this.#troubles.get(kind) ?? 0) + 1);
    }
  }

  result(): Told<V> {
    return { verdicts: this.#verdicts, troubles: this.#troubles, failing: this.#failing };
  }
}
