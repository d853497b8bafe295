/** Live sources → one sequence of objects in micro-batches; what a batch came from is done with when all of it was read. */
import { setTimeout } from 'node:timers/promises';
import { RemoteError } from '@kumomori/collectors';
import type { Messages } from '../i18n/index.ts';
import type { Diagnostic } from '@kumomori/model';
import type { LogObject } from '../logs/index.ts';
import type { LiveSource, Offer } from './live.ts';
import type { ListedObject, Spool } from './spool.ts';
import { failureText } from './stores.ts';

export interface FollowOptions {
  readonly messages: Messages;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly spool: Spool;
  readonly signal: AbortSignal;
  /** Of a micro-batch. */
  readonly intervalMs: number;
  readonly isKnown: (identity: string) => boolean;
  readonly noteKnown: () => void;
}

/** How an object ended; `bad`: nothing of it could be read. */
export type Ending = 'read' | 'known' | 'bad';

export interface Followed {
  /** Objects, and `flush` where all before it have to be done with: the next object is only asked for afterwards. */
  objects(): AsyncGenerator<LogObject | 'flush'>;
  settled(object: LogObject, ending: Ending): void;
}

/** Identities that are remembered in this run, so that a notification that comes twice does nothing. */
const REMEMBERED = 1_000_000;
const LONGEST_PAUSE_MS = 60_000;

export function follow(sources: readonly LiveSource[], options: FollowOptions): Followed {
  const endings = new Map<string, Ending>();
  const remembered = new Set<string>();
  const remember = (identity: string): void => {
    remembered.add(identity);
    if (remembered.size > REMEMBERED) for (const first of remembered) return void remembered.delete(first);
  };
  const isKnown = (identity: string): boolean => remembered.has(identity) || options.isKnown(identity);
  return {
    settled(object, ending) {
      if (object.file !== null) endings.set(object.file, ending);
      if (object.identity !== undefined && ending !== 'bad') remember(object.identity);
    },
    async *objects() {
      const asked = sources.map((source) => new AskedSource(source, options));
      while (!options.signal.aborted && asked.some(({ source }) => !source.isOver)) {
        const answers = await Promise.all(asked.map(async (each) => ({ source: each.source, offers: await each.next() })));
        if (answers.every(({ offers }) => offers.length === 0)) {
          // Whoever waits for time to pass gets a turn.
          yield 'flush';
          continue;
        }
        endings.clear();
        yield* batch(answers, { ...options, isKnown, endings });
      }
    },
  };
}

interface BatchOptions extends FollowOptions {
  readonly endings: Map<string, Ending>;
}

interface Answer {
  readonly source: LiveSource;
  readonly offers: readonly Offer[];
}

async function* batch(answers: readonly Answer[], options: BatchOptions): AsyncGenerator<LogObject | 'flush'> {
  const { spool, isKnown, noteKnown, endings, messages, report } = options;
  /** By identity, so that what two messages tell of is fetched once. */
  const wanted = new Map<ListedObject | string, ListedObject>();
  for (const { objects } of answers.flatMap(({ offers }) => offers))
    for (const object of objects) {
      if (object.identity !== null && isKnown(object.identity)) noteKnown();
      else if (object.identity !== null && wanted.has(object.identity)) noteKnown();
      else wanted.set(object.identity ?? object, object);
    }
  const files = new Map<ListedObject | string, string>();
  const followed = [...wanted].map(([key, object]) => ({
    ...object,
    bring: async (file: string): Promise<LogObject | null> => {
      const brought = await object.bring(file);
      if (brought?.file) files.set(key, brought.file);
      return brought;
    },
  }));
  for await (const object of spool.brought(followed)) {
    const isOld = object.identity !== undefined && isKnown(object.identity);
    if (isOld) noteKnown();
    if (isOld && object.file !== null) endings.set(object.file, 'known');
    if (isOld) spool.release(object);
    else yield object;
  }
  yield 'flush';
  const isDone = (object: ListedObject): boolean => {
    const key = object.identity ?? object;
    if (!wanted.has(key)) return true;
    const ending = endings.get(files.get(key) ?? '');
    return ending === 'read' || ending === 'known';
  };
  for (const { source, offers } of answers) {
    const good = offers.filter(({ objects }) => objects.every(isDone));
    const done = source.leaves === 'behind' ? offers : good;
    if (done.length > 0)
      await source.done(done).catch((cause: unknown) => {
        // They come again, and do nothing then.
        const message = messages.logs.notAcknowledged(done.length, failureText(cause, messages));
        report({ severity: 'warning', file: done[0]?.path ?? '', line: null, column: null, code: 'log-not-acknowledged', message });
      });
    if (source.leaves === 'behind' || options.signal.aborted) continue;
    for (const { path } of offers.filter((each) => !good.includes(each)))
      report({ severity: 'warning', file: path, line: null, column: null, code: 'log-left', message: messages.logs.leftInQueue });
  }
}

/** State: how long a source that fails is left alone. */
class AskedSource {
  readonly source: LiveSource;
  readonly #options: FollowOptions;
  #failures = 0;

  constructor(source: LiveSource, options: FollowOptions) {
    this.source = source;
    this.#options = options;
  }

  /** Throws AppErrors for what no waiting helps. */
  async next(): Promise<readonly Offer[]> {
    const { signal, intervalMs, messages, report } = this.#options;
    try {
      const offers = this.source.isOver ? [] : await this.source.next(intervalMs, signal);
      this.#failures = 0;
      return offers;
    } catch (cause) {
      if (signal.aborted) return [];
      if (!(cause instanceof RemoteError)) throw cause;
      this.#failures += 1;
      const isHopeless = /^(?:refused|missing|credentials)$/.test(cause.kind);
      // Nothing has come yet: it is what the user has to correct. Later it may be a matter of minutes.
      if (isHopeless && this.#failures === 1 && !this.#hasAnswered) throw cause;
      if (this.#failures === 1)
        report({
          severity: 'warning',
          file: '',
          line: null,
          column: null,
          code: `log-${cause.kind}`,
          message: messages.logs.waits(failureText(cause, messages)),
        });
      await setTimeout(Math.min(LONGEST_PAUSE_MS, intervalMs * 2 ** this.#failures), undefined, { signal }).catch(() => undefined);
      return [];
    } finally {
      if (this.#failures === 0) this.#hasAnswered = true;
    }
  }

  #hasAnswered = false;
}
