/** A body → a file: whole, within a limit, again from the beginning when the connection breaks. */
import { open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { DownloadOptions } from './types.ts';
import { RemoteError } from './types.ts';

export interface OpenedBody {
  readonly body: AsyncIterable<Uint8Array>;
  /** Null when the answer does not say. */
  readonly length: number | null;
  readonly version: string;
}

const ATTEMPTS = 4;
/** No byte for so long is a connection that is gone. */
const SILENT_MS = 60_000;

/** `opening` asks for the object; its RemoteErrors end the download. Throws RemoteErrors. */
export async function downloadBody(
  opening: (signal: AbortSignal) => Promise<OpenedBody>,
  { file, maxBytes, signal, pauseMs = 200 }: DownloadOptions & { readonly pauseMs?: number | undefined },
): Promise<{ readonly sizeBytes: number; readonly version: string }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(opening, { file, maxBytes, signal });
    } catch (cause) {
      if (signal.aborted) throw new RemoteError('stopped', 'stopped', { cause });
      if (cause instanceof RemoteError && cause.kind !== 'interrupted') throw cause;
      if (attempt === ATTEMPTS) throw new RemoteError('interrupted', messageOf(cause), { cause });
      await setTimeout(pauseMs * 2 ** attempt, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function once(
  opening: (signal: AbortSignal) => Promise<OpenedBody>,
  { file, maxBytes, signal }: DownloadOptions,
): Promise<{ readonly sizeBytes: number; readonly version: string }> {
  const silent = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const alive = (): void => {
    clearTimeout(timer);
    timer = globalThis.setTimeout(() => silent.abort(new Error(`nothing came for ${SILENT_MS / 1000} seconds`)), SILENT_MS);
  };
  const target = await open(file, 'w', 0o600);
  try {
    alive();
    const { body, length, version } = await opening(AbortSignal.any([signal, silent.signal]));
    if (length !== null && length > maxBytes) throw new RemoteError('too-large', `${length} bytes`);
    let sizeBytes = 0;
    for await (const piece of body) {
      alive();
      sizeBytes += piece.length;
      if (sizeBytes > maxBytes) throw new RemoteError('too-large', `more than ${maxBytes} bytes`);
      await target.writeFile(piece);
    }
    if (length !== null && sizeBytes !== length) throw new RemoteError('interrupted', `${sizeBytes} of ${length} bytes came`);
    return { sizeBytes, version };
  } finally {
    clearTimeout(timer);
    await target.close();
  }
}

export function messageOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return (inner instanceof Error ? inner.message : String(inner)).split('\n')[0]?.slice(0, 300) ?? '';
}
