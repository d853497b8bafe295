import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

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

export interface Receiver {
  /** `http://127.0.0.1:40000` */
  readonly url: string;
  stop(): void;
  readonly received: readonly Received[];
}

/** Answers as told, one after the other and the last one again; a function sees what came. Keeps what came. */
export async function startReceiver(...answers: readonly (Answer | ((request: Received) => Answer))[]): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
