import type { IncomingHttpHeaders } from 'node:http';
import { serve } from '../../testing/index.ts';

export interface Received {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Receiver extends Awaited<ReturnType<typeof serve>> {
  readonly received: readonly Received[];
}

/** Answers as told, one after the other and the last one again; a function sees what came. Keeps what came. */
export async function startReceiver(...answers: readonly (Answer | ((request: Received) => Answer))[]): Promise<Receiver> {
  const received: Received[] = [];
  const served = await serve((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one: Received = { method, path: url, headers, body: Buffer.concat(parts).toString('utf8') };
      received.push(one);
      const given = answers[Math.min(received.length, answers.length) - 1] ?? {};
      const { status = 200, headers: own = {}, body = '' } = typeof given === 'function' ? given(one) : given;
      response.writeHead(status, own).end(body);
    });
  });
  return { ...served, received };
}
