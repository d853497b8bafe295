/** Azure Blob Storage over its REST API: List Blobs and Get Blob. Source: REST reference of Blob Storage, read 2026-11-22. */
import type { CloudHttp } from './cloud-http.ts';
import { downloadBody } from './download.ts';
import type { RemoteEntry, RemoteStore } from './types.ts';

export interface AzureStoreOptions {
  readonly account: string;
  readonly http: CloudHttp;
  readonly pauseMs: number | undefined;
}

/** Nothing is asked yet. */
export function openAzureBlobs(container: string, { account, http, pauseMs }: AzureStoreOptions): RemoteStore {
  const path = `/${encodeURIComponent(container)}`;
  return {
    address: `azblob://${account}/${container}`,
    async *list(prefix, { isFlat, signal }): AsyncGenerator<RemoteEntry> {
      let marker = '';
      do {
        const query = new URLSearchParams({
          ...{ restype: 'container', comp: 'list', prefix },
          ...(isFlat && { delimiter: '/' }),
          ...(marker !== '' && { marker }),
        });
        const xml = await http.text(`${path}?${query.toString()}`, {
          signal,
          permission: `Storage Blob Data Reader on ${account}/${container}`,
        });
        yield* entriesOf(xml);
        const next = textOf(xml, 'NextMarker') ?? '';
        marker = next === marker ? '' : next;
      } while (marker !== '');
    },
    download: ({ name, version }, options) =>
      downloadBody(
        async (signal) => {
          const answer = await http.open(`${path}/${name.split('/').map(encodeURIComponent).join('/')}`, {
            signal,
            permission: `Storage Blob Data Reader on ${account}/${container}`,
            // The ETag is quoted in headers, bare in listings.
            headers: version === '' ? {} : { 'if-match': `"${version.replaceAll('"', '')}"` },
          });
          const length = Number(answer.headers.get('content-length') ?? 'none');
          const isWhole = answer.headers.get('content-encoding') === null && Number.isFinite(length);
          return {
            body: answer.body ?? empty(),
            length: isWhole ? length : null,
            version: (answer.headers.get('etag') ?? version).replaceAll('"', ''),
          };
        },
        { ...options, pauseMs },
      ),
    close: () => {},
  };
}

/** Elements do not nest in themselves here, so that the text between two tags is all of one. Linear. */
function* entriesOf(xml: string): Generator<RemoteEntry> {
  for (const element of elementsOf(xml, 'BlobPrefix')) {
    const prefix = nameOf(element);
    if (prefix !== null) yield { kind: 'folder', prefix };
  }
  for (const element of elementsOf(xml, 'Blob')) {
    const name = nameOf(element);
    if (name === null || textOf(element, 'ResourceType') === 'directory') continue;
    const time = Date.parse(textOf(element, 'Last-Modified') ?? '');
    const object = {
      ...{ name, sizeBytes: Number(textOf(element, 'Content-Length') ?? 0) },
      version: (textOf(element, 'Etag') ?? '').replaceAll('"', ''),
      modified: Number.isNaN(time) ? null : new Date(time).toISOString(),
    };
    yield { kind: 'object', object };
  }
}

function* elementsOf(xml: string, name: string): Generator<string> {
  const [open, close] = [`<${name}>`, `</${name}>`];
  for (let at = xml.indexOf(open); at !== -1;) {
    const end = xml.indexOf(close, at);
    if (end === -1) return;
    yield xml.slice(at + open.length, end);
    at = xml.indexOf(open, end);
  }
}

/** `<Name Encoded="true">` is percent-encoded: such names hold what XML cannot. */
function nameOf(element: string): string | null {
  const [, encoded, text] = /<Name( Encoded="true")?>([^<]*)<\/Name>/.exec(element) ?? [];
  if (text === undefined) return null;
  try {
    return encoded === undefined ? unescaped(text) : decodeURIComponent(unescaped(text));
  } catch {
    return unescaped(text);
  }
}

function textOf(xml: string, name: string): string | null {
  const open = `<${name}>`;
  const at = xml.indexOf(open);
  const end = at === -1 ? -1 : xml.indexOf('<', at + open.length);
  return end === -1 ? null : unescaped(xml.slice(at + open.length, end));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal);
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return ENTITIES[name ?? ''] ?? whole;
  });
}

async function* empty(): AsyncGenerator<Uint8Array> {}
