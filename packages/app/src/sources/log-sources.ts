/** LOGS as they are given: paths and addresses → one sequence of objects. */
import { writeFileSync } from 'node:fs';
import type { RemoteObject, RemoteStore } from '@kumomori/collectors';
import { RemoteError } from '@kumomori/collectors';
import type { Diagnostic } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import type { LogObject } from '../logs/index.ts';
import { deliveredAt, faultDiagnostic, listObjects, readStream } from '../logs/index.ts';
import { listStore } from './list-store.ts';
import type { Location, StoreLocation } from './locations.ts';
import { locationOf } from './locations.ts';
import type { ListedObject } from './spool.ts';
import { Spool } from './spool.ts';
import type { CloudSettings } from './stores.ts';
import { failureText, Stores } from './stores.ts';

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

export interface LogSources {
  /** Everything there is, listed and not fetched. Throws AppErrors for what is not there, or may not be listed. */
  list(): AsyncGenerator<ListedObject>;
  /** As files, in the same order. */
  brought(objects: AsyncIterable<ListedObject> | Iterable<ListedObject>): AsyncGenerator<LogObject>;
  /** An object was read: its copy goes. */
  release(object: LogObject): void;
  /** Objects that `isKnown` knew, so far. */
  readonly known: number;
  /** Objects that could not be fetched, so far. */
  readonly lost: number;
  close(): Promise<void>;
}

/** Stored bytes of one object. */
const MAX_BYTES = 1024 * 1024 * 1024;

/** Nothing is looked at yet. Throws AppErrors for addresses of an unknown form. To be closed. */
export function openSources(logs: readonly string[], options: SourceOptions): LogSources {
  const { messages, isKnown } = options;
  const locations = logs.map((text) => {
    const location = locationOf(text);
    if (location === null) throw new AppError('usage', { message: messages.logs.badAddress(text) });
    if (location.kind === 'queue') throw new AppError('usage', { message: messages.logs.needsFollow(text) });
    return location;
  });
  const spool = new Spool();
  const stores = new Stores(options);
  let [known, lost] = [0, 0];
  return {
    async *list() {
      for (const group of grouped(locations)) {
        if (group.kind === 'store') {
          for await (const listed of storeObjects(group, stores, { ...options, lose: () => void (lost += 1) })) {
            if (listed.identity !== null && isKnown?.(listed.identity) === true) known += 1;
            else yield listed;
          }
        } else yield* fileObjects(group.paths, options);
      }
    },
    brought: (objects) => spool.brought(objects),
    release: (object) => spool.release(object),
    get known() {
      return known;
    },
    get lost() {
      return lost;
    },
    async close() {
      spool.close();
      await stores.close();
    },
  };
}

/** Paths that stand beside each other are looked at together: a missing one is told before anything is read. */
function grouped(
  locations: readonly Exclude<Location, { kind: 'queue' }>[],
): readonly (StoreLocation | { readonly kind: 'paths'; readonly paths: string[] })[] {
  const paths = locations.flatMap((each) => (each.kind === 'path' ? [each.path] : []));
  const stores = locations.flatMap((each) => (each.kind === 'store' ? [each] : []));
  return [...(paths.length > 0 ? [{ kind: 'paths' as const, paths }] : []), ...stores];
}

function* fileObjects(paths: readonly string[], options: SourceOptions): Generator<ListedObject> {
  const { cwd, messages, report, since } = options;
  for (const object of listObjects(paths, { cwd, messages, report })) {
    const delivered = since === null ? null : deliveredAt(object.path);
    if (since !== null && delivered !== null && delivered < Date.parse(since)) continue;
    yield { path: object.path, sizeBytes: object.sizeBytes, identity: null, bring: (file) => broughtFile(object, file, options) };
  }
}

/** Standard input becomes a file, since who reads it may be another thread. */
async function broughtFile(object: LogObject, file: string, { stdin, messages, report }: SourceOptions): Promise<LogObject> {
  if (object.file !== null || stdin === null) return object;
  const stored = await readStream(stdin, MAX_BYTES);
  if (stored.fault) report(faultDiagnostic(object.path, stored.fault, messages));
  writeFileSync(file, stored.bytes, { mode: 0o600 });
  return { path: object.path, file, sizeBytes: stored.bytes.length };
}

async function* storeObjects(location: StoreLocation, stores: Stores, options: RemoteOptions): AsyncGenerator<ListedObject> {
  const { messages, since, signal } = options;
  let store: RemoteStore;
  try {
    store = await stores.of(location);
    for await (const object of listStore(store, { prefix: location.prefix, since, signal })) yield remoteObject(store, object, options);
  } catch (cause) {
    if (cause instanceof RemoteError && cause.kind === 'stopped') return;
    const message = messages.logs.notListed(addressOf(location), failureText(cause, messages));
    const isOurs = cause instanceof RemoteError && cause.kind === 'credentials';
    throw new AppError(isOurs ? 'no-credentials' : 'target-unreadable', { message, cause });
  }
}

export interface RemoteOptions extends Pick<SourceOptions, 'messages' | 'report' | 'since' | 'signal'> {
  /** An object could not be fetched. */
  readonly lose: () => void;
}

/** What is listed in a store, or told of by a notification. */
export function remoteObject(store: RemoteStore, object: RemoteObject, { messages, report, signal, lose }: RemoteOptions): ListedObject {
  const path = `${store.address}/${object.name}`;
  return {
    path,
    sizeBytes: object.sizeBytes,
    identity: identityOf(path, object),
    async bring(file) {
      try {
        const { sizeBytes, version } = await store.download(object, { file, maxBytes: MAX_BYTES, signal });
        return { path, file, sizeBytes, identity: identityOf(path, { version, sizeBytes }) };
      } catch (cause) {
        if (!(cause instanceof RemoteError)) throw cause;
        if (cause.kind === 'stopped') return null;
        lose();
        const message = messages.logs.notFetched(failureText(cause, messages));
        report({ severity: 'error', file: path, line: null, column: null, code: `log-${cause.kind}`, message });
        return null;
      }
    },
  };
}

/** Another content is another identity. */
export function identityOf(path: string, { version, sizeBytes }: Pick<RemoteObject, 'version' | 'sizeBytes'>): string {
  return `${path} ${version.replaceAll('"', '')} ${sizeBytes}`;
}

function addressOf({ cloud, account, bucket, prefix }: StoreLocation): string {
  const scheme = { s3: 's3', gcs: 'gs', azure: 'azblob' }[cloud];
  return `${scheme}://${account === '' ? '' : `${account}/`}${bucket}/${prefix}`;
}
