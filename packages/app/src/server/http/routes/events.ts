/** What changes, while it changes: Server-Sent Events with names only; whoever listens asks for the rest with its own rights. */
import type { TeamEvent } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

/** Proxies close what is silent; a comment says that somebody is there. */
const ALIVE_MS = 20_000;

export const eventRoutes: readonly RouteDefinition[] = [
  route({
    ...{ id: 'listen', method: 'get', path: '/events', access: 'signed-in', tag: 'session', summary: 'Changes as Server-Sent Events' },
    async handle({ team, signal }) {
      const encoder = new TextEncoder();
      let close = (): void => undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const send = (text: string): void => controller.enqueue(encoder.encode(text));
          const release = team.listen((event: TeamEvent) => send(`event: ${event.kind}\ndata: ${JSON.stringify({ id: event.id })}\n\n`));
          const timer = setInterval(() => send(': \n\n'), ALIVE_MS);
          send(': \n\n');
          close = () => {
            clearInterval(timer);
            release();
          };
          signal.addEventListener('abort', () => close(), { once: true });
        },
        cancel: () => close(),
      });
      return { raw: true, headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }, body };
    },
  }),
];
