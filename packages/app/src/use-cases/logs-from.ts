/** Where LOGS may come from, as the command line says it. */
import { RemoteError } from '@kumomori/collectors';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';

export interface LogsFrom {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdin?: AsyncIterable<Uint8Array> | null;
  /** YYYY-MM-DD: what was delivered before it is left out. */
  readonly since?: string | null;
  /** Of an emulator. */
  readonly endpoint?: string | null;
  /** Of AWS. */
  readonly region?: string | null;
  readonly signal?: AbortSignal;
}

/** Throws AppError `usage`. */
export function dayOf(value: string | null | undefined, messages: Messages): string | null {
  if (value === null || value === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new AppError('usage', { message: messages.logs.badDay(value) });
  return value;
}

/** What a live source refuses for good, as an AppError; everything else as it is. */
export function aboutSource(cause: unknown, messages: Messages): unknown {
  if (!(cause instanceof RemoteError)) return cause;
  const message = messages.logs.notFollowed(messages.logs.remote[cause.kind], cause.detail, cause.permission);
  return new AppError(cause.kind === 'credentials' ? 'no-credentials' : 'target-unreadable', { message, cause });
}
