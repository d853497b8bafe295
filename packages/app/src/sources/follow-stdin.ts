/** Standard input as it comes: whole lines of whatever was written so far. */
import { setTimeout } from 'node:timers/promises';
import type { LiveSource, Offer } from './live.ts';
import { headerOf } from './follow-files.ts';
import { memoryObject } from './text-object.ts';

/** Bytes that wait before no more are taken. */
const MOST = 64 * 1024 * 1024;
const NEWLINE = 10;

/** `stream`: lines of text; compressed input is only read as a whole, at its end. */
export function followStdin(stream: AsyncIterable<Uint8Array>): LiveSource {
  let waiting: Uint8Array[] = [];
  let [size, isEnded, header]: [number, boolean, string | null | undefined] = [0, false, undefined];
  let [wake, drained]: [() => void, () => void] = [() => {}, () => {}];
  const read = async (): Promise<void> => {
    try {
      for await (const piece of stream) {
        waiting.push(piece);
        size += piece.length;
        wake();
        if (size >= MOST) await new Promise<void>((resolve) => (drained = resolve));
      }
    } finally {
      isEnded = true;
      wake();
    }
  };
  let reading: Promise<void> | null = null;
  const takeLines = (): readonly Offer[] => {
    const bytes = Buffer.concat(waiting);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b && header === undefined;
    const end = isEnded ? bytes.length : isPacked ? 0 : bytes.lastIndexOf(NEWLINE) + 1;
    const lines = bytes.subarray(0, end);
    waiting = end < bytes.length ? [bytes.subarray(end)] : [];
    size = bytes.length - end;
    drained();
    if (lines.length === 0) return [];
    const isFirst = header === undefined;
    if (isFirst) header = headerOf(lines);
    const whole = isFirst || typeof header !== 'string' ? lines : Buffer.concat([Buffer.from(header), lines]);
    return [{ path: '-', objects: [memoryObject('-', whole, null)] }];
  };
  return {
    leaves: 'behind',
    get isOver() {
      return isEnded && size === 0;
    },
    async next(waitMs, signal) {
      reading ??= read().catch(() => undefined);
      if (size === 0 && !isEnded)
        await Promise.race([
          new Promise<void>((resolve) => (wake = resolve)),
          setTimeout(waitMs, undefined, { signal, ref: true }).catch(() => undefined),
        ]);
      return takeLines();
    },
    done: async () => {},
    close: async () => {},
  };
}
