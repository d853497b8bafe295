/** An object of a store, to be fetched when its turn comes. */
import type { RemoteObject, RemoteStore } from '@kumomori/collectors';
import { RemoteError } from '@kumomori/collectors';
import type { RemoteOptions } from './options.ts';
import type { ListedObject } from './spool.ts';
import { failureText } from './stores.ts';

/** Stored bytes of one object. */
export const MAX_BYTES = 1024 * 1024 * 1024;

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

/** Another content is another identity. A generation of Google names its content alone; notifications do not tell its size. */
function identityOf(path: string, { version, sizeBytes }: Pick<RemoteObject, 'version' | 'sizeBytes'>): string {
  return path.startsWith('gs://') ? `${path} ${version}` : `${path} ${version.replaceAll('"', '')} ${sizeBytes}`;
}
