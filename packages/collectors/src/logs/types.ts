/** Objects in cloud storage and messages in queues, as the readers of logs see them. */
export type RemoteFailureKind =
  | 'refused'
  | 'missing'
  | 'throttled'
  | 'interrupted'
  | 'too-large'
  | 'changed'
  | 'credentials'
  | 'failed'
  | 'stopped';

/** What a cloud would not do. `permission`: what the principal lacks, where it is known. `detail`: the cloud's own first line. */
export class RemoteError extends Error {
  readonly kind: RemoteFailureKind;
  readonly detail: string;
  readonly permission: string | null;

  constructor(
    kind: RemoteFailureKind,
    detail: string,
    { permission = null, cause }: { readonly permission?: string | null; readonly cause?: unknown } = {},
  ) {
    super(detail, { cause });
    this.name = 'RemoteError';
    this.kind = kind;
    this.detail = detail;
    this.permission = permission;
  }
}

export interface RemoteObject {
  /** Key or name within the bucket or container. */
  readonly name: string;
  readonly sizeBytes: number;
  /** ETag or generation: another one is another content. '' where a notification does not say. */
  readonly version: string;
  /** ISO time; null where it is not said. */
  readonly modified: string | null;
}

/** What lies below a prefix: objects, and when asked to stop at slashes, what goes on below them. */
export type RemoteEntry =
  | { readonly kind: 'object'; readonly object: RemoteObject }
  | { readonly kind: 'folder'; /** Ends with a slash. */ readonly prefix: string };

export interface ListOptions {
  /** Stop at the next slash below the prefix. */
  readonly isFlat: boolean;
  readonly signal: AbortSignal;
}

export interface DownloadOptions {
  /** Where the bytes go; made anew. */
  readonly file: string;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** A bucket or container. Methods throw RemoteErrors. */
export interface RemoteStore {
  /** `s3://orders-logs`, without a slash at the end. */
  readonly address: string;
  /** Page by page, in the order of names where everything below is asked for. */
  list(prefix: string, options: ListOptions): AsyncGenerator<RemoteEntry>;
  /** The object as it was stored, whole or not at all; its version as it was read. */
  download(object: RemoteObject, options: DownloadOptions): Promise<{ readonly sizeBytes: number; readonly version: string }>;
  close(): void;
}

export interface CloudOptions {
  /** Of AWS. */
  readonly region: string;
  readonly profile?: string | undefined;
  /** Of an emulator or a test; no token is sent there. */
  readonly endpoint?: string | undefined;
  /** For tests: milliseconds before a second try. */
  readonly pauseMs?: number;
}
