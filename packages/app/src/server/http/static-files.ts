/** The files of the console, read once; a path that is no file is a page of the console, which index.html draws. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

interface FileAnswer {
  readonly type: string;
  readonly cache: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: () => Uint8Array<ArrayBuffer>;
  readonly brotli: () => Uint8Array<ArrayBuffer>;
}

export interface StaticFiles {
  readonly answer: (path: string, acceptEncoding: string) => Response;
}

/** Null when the folder has no index.html: the console was not built. */
export function openStaticFiles(folder: string): StaticFiles | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const files = new Map<string, FileAnswer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join('/')}`, fileAnswer(file));
  }
  const index = files.get('/index.html');
  if (!index) return null;
  return { answer: (path, encoding) => respond(files.get(path) ?? (path.startsWith('/assets/') ? null : index), encoding) };
}

function fileAnswer(file: string): FileAnswer {
  const plain = Uint8Array.from(readFileSync(file));
  // Vite puts the hash of a file into its name below assets/.
  const cache = file.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return {
    ...{ type: TYPES[extname(file)] ?? 'application/octet-stream', cache, plain },
    gzip: once(() => Uint8Array.from(gzipSync(plain))),
    brotli: once(() => Uint8Array.from(brotliCompressSync(plain))),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

function respond(file: FileAnswer | null, acceptEncoding: string): Response {
  if (!file) return new Response('', { status: 404 });
  const headers = new Headers({ 'content-type': file.type, 'cache-control': file.cache, vary: 'accept-encoding' });
  const encodings = acceptEncoding.split(',').map((each) => each.split(';')[0]?.trim());
  if (encodings.includes('br')) {
    headers.set('content-encoding', 'br');
    return new Response(file.brotli(), { headers });
  }
  if (encodings.includes('gzip')) {
    headers.set('content-encoding', 'gzip');
    return new Response(file.gzip(), { headers });
  }
  return new Response(file.plain, { headers });
}
