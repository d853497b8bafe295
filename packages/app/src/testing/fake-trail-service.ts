/** Beside `startFakeS3`, what else the proof of a trail asks AWS: metadata of objects, objects with a retention, public keys. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface StoredObject {
  readonly key: string;
  readonly text: string;
  readonly mode: string;
  readonly until: string;
}

export interface FakeTrailService {
  /** True when the request was answered. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** What was put, in its order. */
  readonly stored: readonly StoredObject[];
  /** Regions that were asked for their keys, as the signature of the request says. */
  readonly keysAsked: readonly string[];
}

/** `signatures`: key → signature in the metadata; `publicKeys`: an answer of ListPublicKeys. */
export function fakeTrailService(signatures: ReadonlyMap<string, string>, publicKeys: string): FakeTrailService {
  const stored: StoredObject[] = [];
  const keysAsked: string[] = [];
  return {
    stored,
    keysAsked,
    answer(request, response) {
      const key = decodeURIComponent((request.url ?? '').split('?')[0]?.split('/').slice(2).join('/') ?? '');
      if (request.method === 'HEAD') {
        const signature = signatures.get(key);
        response.writeHead(200, signature === undefined ? {} : { 'x-amz-meta-signature': signature });
        response.end();
        return true;
      }
      if (request.method === 'POST') {
        keysAsked.push(/\/(\w+-\w+-\d)\/cloudtrail\//.exec(request.headers.authorization ?? '')?.[1] ?? '');
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
        // The wire has seconds where the command line prints times.
        response.end(publicKeys.replaceAll(/"(\d{4}-[^"]+Z)"/g, (_, time: string) => String(Date.parse(time) / 1000)));
        return true;
      }
      if (request.method !== 'PUT') return false;
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { 'x-amz-object-lock-mode': mode, 'x-amz-object-lock-retain-until-date': until } = request.headers;
        stored.push({ key, text: Buffer.concat(chunks).toString('utf8'), mode: String(mode), until: String(until) });
        response.writeHead(200, { etag: '"1"' });
        response.end();
      });
      return true;
    },
  };
}
