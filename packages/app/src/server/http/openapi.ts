/** The API's description (OpenAPI 3.1), made of the routes; the console's client is generated from it. */
import { z } from '@hono/zod-openapi';
import type { RouteConfig } from '@hono/zod-openapi';
import { OpenAPIHono } from '@hono/zod-openapi';
import { toolVersion } from '../../version.ts';
import type { RouteDefinition } from './definition.ts';
import { problemSchema } from './problem.ts';

const JSON_TYPE = 'application/json';

export function openApi(routes: readonly RouteDefinition[], origin: string): unknown {
  const registry = new OpenAPIHono().openAPIRegistry;
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'kumomori' });
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  const app = new OpenAPIHono();
  for (const route of routes) app.openAPIRegistry.registerPath(described(route));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'kumomori', version: toolVersion() },
    servers: [{ url: `${origin}/api/v1` }],
  });
}

function described({ id, method, path, access, summary, tag, params, query, body, response }: RouteDefinition): RouteConfig {
  const request = {
    ...(params instanceof z.ZodObject ? { params } : {}),
    ...(query instanceof z.ZodObject ? { query } : {}),
    ...(body ? { body: { required: true, content: { [JSON_TYPE]: { schema: body } } } } : {}),
  };
  const ok = response ? { 200: { description: 'done', content: { [JSON_TYPE]: { schema: response } } } } : { 204: { description: 'done' } };
  const refused = { description: 'refused', content: { 'application/problem+json': { schema: problemSchema } } };
  return {
    ...{ operationId: id, method, path, summary, tags: [tag], request },
    ...(access === 'public' ? { security: [] } : { security: [{ session: [] }, { token: [] }] }),
    description: access === 'public' ? 'Without signing in.' : `Needs: ${access}`,
    responses: { ...ok, default: refused },
  };
}
