/** The HTTP application: every request goes through the same steps, in this order, whatever its route. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { messagesIn } from '../../use-cases/index.ts';
import { TeamError, isHealthy } from '../../team/index.ts';
import { answerRoute } from './answer.ts';
import { openApi } from './openapi.ts';
import type { AppOptions, Connection } from './options.ts';
import { languageOf } from './options.ts';
import { problemOf } from './problem.ts';
import { metricsRoute } from './routes/index.ts';
import { securityHeaders } from './security-headers.ts';

const API = '/api/v1';

export type ServerApp = Hono<{ Bindings: Connection }>;

export function createApp(options: AppOptions): ServerApp {
  const app: ServerApp = new Hono<{ Bindings: Connection }>();
  const { routes, log, files } = options;
  const ids = new WeakMap<Request, string>();
  app.use(async (context, next) => {
    const id = randomUUID();
    ids.set(context.req.raw, id);
    const begin = performance.now();
    await next();
    context.res.headers.set('x-request-id', id);
    // Neither headers nor queries nor bodies: what is secret is in those.
    const { method, path } = context.req;
    log.info('request', { id, method, path, status: context.res.status, ms: Math.round(performance.now() - begin) });
    for (const [name, value] of securityHeaders(options.origin)) context.res.headers.set(name, value);
  });
  for (const route of routes) {
    const path = `${API}${route.path.replaceAll(/\{(\w+)\}/gu, ':$1')}`;
    app.on(route.method.toUpperCase(), path, (context) => answerRoute(route, { context, options }));
  }
  app.get(`${API}/openapi.json`, (context) => context.json(openApi(routes, options.origin)));
  app.all('/api/*', () => {
    throw new TeamError('not-found', 'no such route');
  });
  app.get('/healthz', async (context) => {
    const isUp = await isHealthy(options.team);
    return context.json({ status: isUp ? 'ok' : 'failed' }, isUp ? 200 : 503);
  });
  app.get('/metrics', (context) => answerRoute(metricsRoute, { context, options }));
  if (files) app.get('*', (context) => files.answer(context.req.path, context.req.header('accept-encoding') ?? ''));
  app.onError((error, context) => {
    if (!(error instanceof TeamError))
      log.error('request failed', {
        ...{ id: ids.get(context.req.raw), path: context.req.path, method: context.req.method, error: describe(error) },
      });
    return problemOf(error, messagesIn(languageOf(context)));
  });
  return app;
}

function describe(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { message: String(error) };
}
