/** The HTTP application: every request goes through the same steps, in this order, whatever its route. */
import { Hono } from 'hono';
import { messagesIn } from '../../use-cases/index.ts';
import { TeamError } from '../../team/index.ts';
import { answerRoute } from './answer.ts';
import { openApi } from './openapi.ts';
import type { AppOptions, Connection } from './options.ts';
import { languageOf } from './options.ts';
import { problemOf } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

const API = '/api/v1';

export type ServerApp = Hono<{ Bindings: Connection }>;

export function createApp(options: AppOptions): ServerApp {
  const app: ServerApp = new Hono<{ Bindings: Connection }>();
  const { routes, log, files } = options;
  app.use(async (context, next) => {
    await next();
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
  if (files) app.get('*', (context) => files.answer(context.req.path, context.req.header('accept-encoding') ?? ''));
  app.onError((error, context) => {
    if (!(error instanceof TeamError))
      log.error('request failed', { path: context.req.path, method: context.req.method, error: describe(error) });
    return problemOf(error, messagesIn(languageOf(context)));
  });
  return app;
}

function describe(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { message: String(error) };
}
