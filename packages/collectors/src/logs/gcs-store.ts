/** Google Cloud Storage over its JSON API. */
import { isRecord } from '@kumomori/model';
import type { CloudHttp } from './cloud-http.ts';
import { downloadBody } from './download.ts';
import type { RemoteEntry, RemoteStore } from './types.ts';
import { RemoteError } from './types.ts';

const FIELDS = 'nextPageToken,prefixes,items(name,size,generation,updated)';

/** Nothing is asked yet. */
export function openGcs(
  bucket: string,
  { http, pauseMs }: { readonly http: CloudHttp; readonly pauseMs: number | undefined },
): RemoteStore {
  const path = `/storage/v1/b/${encodeURIComponent(bucket)}/o`;
  return {
    address: `gs://${bucket}`,
    async *list(prefix, { isFlat, signal }): AsyncGenerator<RemoteEntry> {
      let token = '';
      do {
        const query = new URLSearchParams({
          prefix,
          fields: FIELDS,
          ...(isFlat && { delimiter: '/' }),
          ...(token !== '' && { pageToken: token }),
        });
        const page = await http.json(`${path}?${query.toString()}`, { signal, permission: `storage.objects.list on gs://${bucket}` });
        if (!isRecord(page)) throw new RemoteError('failed', 'a listing that is no object');
        for (const each of Array.isArray(page['prefixes']) ? page['prefixes'] : [])
          if (typeof each === 'string') yield { kind: 'folder', prefix: each };
        for (const each of Array.isArray(page['items']) ? page['items'] : []) {
          const entry = itemOf(each);
          if (entry) yield entry;
        }
        const next = typeof page['nextPageToken'] === 'string' ? page['nextPageToken'] : '';
        token = next === token ? '' : next;
      } while (token !== '');
    },
    download: ({ name, version }, options) =>
      downloadBody(
        async (signal) => {
          const query = new URLSearchParams({ alt: 'media', ...(version !== '' && { generation: version }) });
          const answer = await http.open(`${path}/${encodeURIComponent(name)}?${query.toString()}`, {
            signal,
            permission: `storage.objects.get on gs://${bucket}/${name}`,
            // As it is stored: Google would inflate it.
            headers: { 'accept-encoding': 'gzip' },
          });
          return { body: answer.body ?? empty(), length: null, version: answer.headers.get('x-goog-generation') ?? version };
        },
        { ...options, pauseMs },
      ),
    close: () => {},
  };
}

function itemOf(each: unknown): RemoteEntry | null {
  if (!isRecord(each) || typeof each['name'] !== 'string') return null;
  const { name, size, generation, updated } = each;
  if (name.endsWith('/') && Number(size) === 0) return null;
  const modified = typeof updated === 'string' ? updated : null;
  return {
    kind: 'object',
    object: { name, sizeBytes: Number(size ?? 0), version: typeof generation === 'string' ? generation : '', modified },
  };
}

async function* empty(): AsyncGenerator<Uint8Array> {}
