/** LOGS as they are given: paths and addresses → one sequence of objects. */
import { writeFileSync } from 'node:fs';
import { RemoteError } from '@kumomori/collectors';
import { AppError } from '../errors.ts';
import type { LogObject } from '../logs/index.ts';
import { deliveredAt, faultDiagnostic, listObjects, readStream } from '../logs/index.ts';
import { followFiles } from './follow-files.ts';
import { followStdin } from './follow-stdin.ts';
import type { Followed } from './follow.ts';
import { follow } from './follow.ts';
import { listStore } from './list-store.ts';
import type { LiveSource } from './live.ts';
import type { Location, StoreLocation } from './locations.ts';
import { locationOf } from './locations.ts';
import type { LiveOptions, RemoteOptions, SourceOptions } from './options.ts';
import { pollStore } from './poll-store.ts';
import { queueSource } from './queue-source.ts';
import { openQueue } from './queues.ts';
import { MAX_BYTES, remoteObject } from './remote-object.ts';
import type { ListedObject } from './spool.ts';
import { Spool } from './spool.ts';
import { cloudOptions, failureText, Stores } from './stores.ts';

export interface LogSources {
  /** Everything there is, listed and not fetched. Throws AppErrors for what is not there, or may not be listed. */
  list(): AsyncGenerator<ListedObject>;
  /** What there is and what comes, until the signal. Throws AppErrors for what may not be read at all. */
  follow(live: LiveOptions): Promise<Followed>;
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

/** Nothing is looked at yet. Throws AppErrors for addresses of an unknown form. To be closed. */
export function openSources(logs: readonly string[], options: SourceOptions): LogSources {
  const { messages, isKnown } = options;
  const locations = logs.map((text) => {
    const location = locationOf(text);
    if (location === null) throw new AppError('usage', { message: messages.logs.badAddress(text) });
    return location;
  });
  const stores = new Stores(options);
  const closing: LiveSource[] = [];
  let [known, lost] = [0, 0];
  const spool = new Spool({
    refuse(path, kind) {
      lost += 1;
      options.report({
        severity: 'error',
        file: path,
        line: null,
        column: null,
        code: `log-${kind}`,
        message: messages.logs.parquet[kind],
      });
    },
  });
  return {
    async *list() {
      for (const group of grouped(locations, options)) {
        if (group.kind === 'store') {
          for await (const listed of storeObjects(group, stores, { ...options, lose: () => void (lost += 1) })) {
            if (listed.identity !== null && isKnown?.(listed.identity) === true) known += 1;
            else yield listed;
          }
        } else yield* fileObjects(group.paths, options);
      }
    },
    async follow(live) {
      const remote = { ...options, lose: () => void (lost += 1) };
      const sources: LiveSource[] = [];
      for (const location of locations) sources.push(await liveSource(location, { stores, remote, options, live }));
      const followed = follow(sources, {
        ...{ messages, spool, report: options.report, signal: options.signal, intervalMs: live.intervalMs },
        ...{ isKnown: (identity: string) => isKnown?.(identity) === true, noteKnown: () => void (known += 1) },
      });
      closing.push(...sources);
      return followed;
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
      for (const source of closing.splice(0)) await source.close().catch(() => undefined);
      spool.close();
      await stores.close();
    },
  };
}

/** Paths that stand beside each other are looked at together: a missing one is told before anything is read. */
function grouped(
  locations: readonly Location[],
  { messages }: SourceOptions,
): readonly (StoreLocation | { readonly kind: 'paths'; readonly paths: string[] })[] {
  const queue = locations.find((each) => each.kind === 'queue');
  if (queue)
    throw new AppError('usage', { message: messages.logs.needsFollow(queue.name === '' ? queue.place : `${queue.place}/${queue.name}`) });
  const paths = locations.flatMap((each) => (each.kind === 'path' ? [each.path] : []));
  const stores = locations.flatMap((each) => (each.kind === 'store' ? [each] : []));
  return [...(paths.length > 0 ? [{ kind: 'paths' as const, paths }] : []), ...stores];
}

interface LiveContext {
  readonly stores: Stores;
  readonly remote: RemoteOptions;
  readonly options: SourceOptions;
  readonly live: LiveOptions;
}

async function liveSource(location: Location, { stores, remote, options, live }: LiveContext): Promise<LiveSource> {
  switch (location.kind) {
    case 'queue':
      return queueSource(await openQueue(location, cloudOptions(options), live), { stores, options: remote });
    case 'store':
      return pollStore(await stores.of(location), { prefix: location.prefix, options: remote });
    case 'path':
      return location.path === '-' && options.stdin ? followStdin(options.stdin) : followFiles(location.path, options);
  }
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
  try {
    const store = await stores.of(location);
    for await (const object of listStore(store, { prefix: location.prefix, since, signal })) yield remoteObject(store, object, options);
  } catch (cause) {
    if (cause instanceof RemoteError && cause.kind === 'stopped') return;
    const message = messages.logs.notListed(addressOf(location), failureText(cause, messages));
    const isOurs = cause instanceof RemoteError && cause.kind === 'credentials';
    throw new AppError(isOurs ? 'no-credentials' : 'target-unreadable', { message, cause });
  }
}

function addressOf({ cloud, account, bucket, prefix }: StoreLocation): string {
  const scheme = { s3: 's3', gcs: 'gs', azure: 'azblob' }[cloud];
  return `${scheme}://${account === '' ? '' : `${account}/`}${bucket}/${prefix}`;
}
