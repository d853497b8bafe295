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

/** A message that was taken from a queue and is hidden from others until it is done or its time is over. */
export interface QueueMessage {
  /** As the queue names it: the same for every delivery. */
  readonly id: string;
  readonly body: string;
  /** Of Pub/Sub. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What `done` hands back to the queue. */
  readonly receipt: string;
}

/** Methods throw RemoteErrors. */
export interface MessageQueue {
  /** As the user may name it: `sqs://orders-trail`. */
  readonly address: string;
  /** What has come; waits at most so long for the first one. */
  receive(options: { readonly waitMs: number; readonly signal: AbortSignal }): Promise<readonly QueueMessage[]>;
  /** What the messages tell of is kept: the queue may forget them. */
  done(messages: readonly QueueMessage[]): Promise<void>;
  /** False where a message that is not done is never delivered again, as in an event hub. */
  readonly returns: boolean;
  close(): Promise<void>;
}

/** An object a message tells of. */
export interface NotedObject extends RemoteObject {
  readonly cloud: 's3' | 'gcs' | 'azure';
  /** Of Azure: the storage account; else ''. */
  readonly account: string;
  readonly bucket: string;
}
