/** `fetch` for libraries that take one, such as those of OpenID Connect: the same guard, the same limits, no redirects. */
import type { GuardedOptions } from './request.ts';
import { guardedRequest } from './request.ts';

/** Throws a TypeError like `fetch` itself where nothing may be asked or nothing answers; its message names the reason and no more. */
export function guardedFetch(options: GuardedOptions): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const answer = await guardedRequest(
      { url: request.url, method: request.method, headers: Object.fromEntries(request.headers), ...(body ? { body } : {}) },
      { ...options, signal: options.signal ? AbortSignal.any([options.signal, request.signal]) : request.signal },
    );
    if (answer.kind !== 'answer') throw new TypeError(`nothing was fetched: ${answer.reason}`);
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) for (const each of [value ?? []].flat()) headers.append(name, each);
    const isEmpty = answer.status === 204 || answer.status === 205 || answer.status === 304;
    return new Response(isEmpty ? null : new Uint8Array(answer.body), { status: answer.status, headers });
  };
}
