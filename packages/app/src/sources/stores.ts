/** Buckets and containers that are open, one client for each. */
import type { CloudOptions, RemoteFailureKind, RemoteStore } from '@kumomori/collectors';
import { RemoteError } from '@kumomori/collectors';
import type { Messages } from '../i18n/index.ts';
import type { StoreLocation } from './locations.ts';

export type OpenStore = (location: StoreLocation) => Promise<RemoteStore>;

export interface CloudSettings {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Of an emulator. */
  readonly endpoint: string | null;
  readonly region: string | null;
}

export function cloudOptions({ variables, endpoint, region }: CloudSettings): CloudOptions {
  const pause = variables['KUMOMORI_RETRY_PAUSE_MS'];
  return {
    region: region ?? variables['AWS_REGION'] ?? variables['AWS_DEFAULT_REGION'] ?? 'us-east-1',
    endpoint: endpoint ?? undefined,
    ...(pause !== undefined && /^\d{1,6}$/.test(pause) && { pauseMs: Number(pause) }),
  };
}

/** State: clients that are open, until `close`. Libraries of a cloud are loaded when it is first named. */
export class Stores {
  readonly #settings: CloudSettings;
  readonly #open = new Map<string, Promise<RemoteStore>>();

  constructor(settings: CloudSettings) {
    this.#settings = settings;
  }

  of(location: Omit<StoreLocation, 'kind' | 'prefix'>): Promise<RemoteStore> {
    const key = `${location.cloud} ${location.account} ${location.bucket}`;
    const known = this.#open.get(key) ?? opened(location, cloudOptions(this.#settings));
    this.#open.set(key, known);
    return known;
  }

  async close(): Promise<void> {
    for (const store of this.#open.values()) (await store.catch(() => null))?.close();
    this.#open.clear();
  }
}

async function opened(place: Omit<StoreLocation, 'kind' | 'prefix'>, options: CloudOptions): Promise<RemoteStore> {
  return await (await import('@kumomori/collectors')).openStore(place, options);
}

/** In the words of the user, with what is lacking. */
export function failureText(cause: unknown, messages: Messages): string {
  if (!(cause instanceof RemoteError)) throw cause;
  const text: Readonly<Record<RemoteFailureKind, string>> = messages.logs.remote;
  const lacking = cause.permission === null ? '' : `; ${messages.logs.lacking(cause.permission)}`;
  return `${text[cause.kind]}${lacking} (${cause.detail})`;
}
