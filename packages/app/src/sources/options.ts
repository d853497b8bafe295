/** What reading logs needs to know, whatever they come from. */
import type { HubPlaces } from '@kumomori/collectors';
import type { Diagnostic } from '@kumomori/model';
import type { Messages } from '../i18n/index.ts';
import type { CloudSettings } from './stores.ts';

export interface SourceOptions extends CloudSettings {
  readonly cwd: string;
  readonly messages: Messages;
  readonly report: (diagnostic: Diagnostic) => void;
  /** YYYY-MM-DD: objects that were delivered before it are not looked at. */
  readonly since: string | null;
  readonly signal: AbortSignal;
  readonly stdin: AsyncIterable<Uint8Array> | null;
  /** What was read before is not fetched again. */
  readonly isKnown?: (identity: string) => boolean;
}

/** How live sources are asked. */
export interface LiveOptions {
  /** Of a micro-batch. */
  readonly intervalMs: number;
  /** Kept places of event hubs, by address; null: nobody keeps them. */
  readonly places: { of(address: string): HubPlaces } | null;
}

export interface RemoteOptions extends Pick<SourceOptions, 'messages' | 'report' | 'since' | 'signal'> {
  /** An object could not be fetched. */
  readonly lose: () => void;
}
