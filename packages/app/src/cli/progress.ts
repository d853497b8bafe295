/** A bar on stderr for scans that take a while. */
import type { Messages, ScanProgress } from '../use-cases/index.ts';
import type { CliEnvironment } from './environment.ts';

/** Short scans show nothing. */
const SHOW_AFTER_MS = 500;
const REDRAW_MS = 80;
const BAR = 24;

export interface ProgressBar {
  update(progress: ScanProgress): void;
  /** Removes the bar from the screen. */
  end(): void;
}

export const noProgress: ProgressBar = { update: () => {}, end: () => {} };

/** Nothing is drawn unless stderr is a terminal. */
export function progressBar({ stderr, now }: CliEnvironment, messages: Messages): ProgressBar {
  if (!stderr.isTerminal) return noProgress;
  const started = now().getTime();
  let drawnAt = 0;
  return {
    update({ phase, done, total }) {
      const time = now().getTime();
      if (time - started < SHOW_AFTER_MS || (time - drawnAt < REDRAW_MS && done < total)) return;
      drawnAt = time;
      const filled = total === 0 ? 0 : Math.min(BAR, Math.round((done / total) * BAR));
      stderr.write(`\r\u001B[K${messages.cli.progress[phase]} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${total}`);
    },
    end() {
      if (drawnAt > 0) stderr.write('\r\u001B[K');
      drawnAt = 0;
    },
  };
}
