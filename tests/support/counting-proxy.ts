/** An HTTP proxy in front of one server that counts the requests which pass through. */
import { Agent, createServer, request } from 'node:http';

export interface CountingProxy {
  readonly endpoint: string;
  /** Requests since the start, by the service that they were signed for. */
  readonly counts: ReadonlyMap<string, number>;
  total(): number;
  stop(): void;
}

/** `target`: `http://127.0.0.1:5000`. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(target);
  const counts = new Map<string, number>();
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const server = createServer((incoming, answer) => {
    const service = /Credential=[^/]+\/\d{8}\/[^/]+\/([^/]+)\//.exec(incoming.headers.authorization ?? '')?.[1] ?? 'unsigned';
    counts.set(service, (counts.get(service) ?? 0) + 1);
    const { method, url: path, headers } = incoming;
    const passed = request({ hostname, port, method, path, headers, agent }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    incoming.pipe(passed);
    // Whoever asked may be killed in the middle.
    answer.on('error', () => passed.destroy());
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.on('error', reject);
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    counts,
    total: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    stop() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
