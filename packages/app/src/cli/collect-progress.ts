/** What a collection is doing, on one line of stderr. */
import type { CollectProgress, Messages } from '../use-cases/index.ts';
import type { CliEnvironment } from './environment.ts';

const REDRAW_MS = 120;

export interface CollectProgressLine {
  update(progress: CollectProgress): void;
  /** Removes the line from the screen. */
  end(): void;
}

/** Nothing is drawn unless stderr is a terminal. The rate is that of the whole collection. */
export function collectProgress({ stderr, now }: CliEnvironment, messages: Messages, isQuiet: boolean): CollectProgressLine {
  if (isQuiet || !stderr.isTerminal) return { update: () => {}, end: () => {} };
  const started = now().getTime();
  let drawnAt = 0;
  return {
    update({ provider, scope, callsMade, done, total }) {
      const time = now().getTime();
      if (time - drawnAt < REDRAW_MS && done < total) return;
      drawnAt = time;
      const seconds = Math.max(0.001, (time - started) / 1000);
      const where = `${scope === '' ? messages.live.clouds[provider] : scope} ${done}/${total}`;
      const text = messages.live.collect.progress(where, callsMade, (callsMade / seconds).toFixed(1));
      stderr.write(`\r\u001B[K${stderr.columns > 0 ? text.slice(0, stderr.columns - 1) : text}`);
    },
    end() {
      if (drawnAt > 0) stderr.write('\r\u001B[K');
      drawnAt = 0;
    },
  };
}
