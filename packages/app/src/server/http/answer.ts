/** One request of a route: size, who asks, whether that one may, what was sent, the handler, the answer. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { z } from 'zod';
import type { Asking } from '../../team/index.ts';
import { TeamError, isAllowed, openSession, openToken } from '../../team/index.ts';
import type { AppOptions, Connection } from './options.ts';
import { languageOf } from './options.ts';
import { clearedCookie, cookieName, sessionCookie } from './cookie.ts';
import type { RawAnswer, RouteDefinition, RouteRequest, SessionAnswer } from './definition.ts';
import { invalid } from './problem.ts';

const MAX_BODY_BYTES = 1_048_576;
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

interface Answering {
  readonly context: Context<{ Bindings: Connection }>;
  readonly options: AppOptions;
}

interface Caller {
  readonly asking: Asking;
  readonly session: string | null;
}

export async function answerRoute(route: RouteDefinition, answering: Answering): Promise<Response> {
  const { context, options } = answering;
  const body = await bodyOf(route, context);
  const caller = await callerOf(route, answering);
  if (route.access !== 'public' && route.access !== 'signed-in' && !isAllowed(caller.asking.actor, route.access))
    throw new TeamError('forbidden', `needs ${route.access}`);
  const request = {
    params: parse(route.params, context.req.param()),
    query: parse(route.query, queryOf(context)),
    body: parse(route.body, body),
    ...{ team: options.team, asking: caller.asking, session: caller.session, language: languageOf(context) },
    ...{ agent: context.req.header('user-agent') ?? null, origin: options.origin, signal: context.req.raw.signal },
    cookie: (name: string) => getCookie(context, name) ?? null,
  };
  const answer = await route.handle(request as RouteRequest<z.ZodType, z.ZodType, z.ZodType>);
  if (isRaw(answer)) return rawResponse(answer);
  const session = isSession(answer) ? answer : null;
  const result = session ? session.result : answer;
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (session)
    headers.append(
      'set-cookie',
      session.setSession === null ? clearedCookie(options.origin) : sessionCookie(session.setSession, options.origin),
    );
  if (!route.response) return new Response(null, { status: 204, headers });
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(route.response.parse(result)), { status: 200, headers });
}

function rawResponse({ status = 200, headers, cookies = [], body }: RawAnswer): Response {
  const all = new Headers({ 'cache-control': 'no-store', ...headers });
  for (const cookie of cookies) all.append('set-cookie', cookie);
  return new Response(body as ConstructorParameters<typeof Response>[0], { status, headers: all });
}

/** A cookie that another site's page made the browser send is no answer to "who asks": what changes things must come from our own pages. */
async function callerOf(route: RouteDefinition, { context, options }: Answering): Promise<Caller> {
  const { team } = options;
  const address = context.env.address;
  const bearer = /^Bearer (\S+)$/u.exec(context.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const actor = await openToken(team, bearer);
    if (actor) return { asking: { actor, address }, session: null };
    throw new TeamError('not-signed-in', 'the token is unknown, revoked or has expired');
  }
  if (!SAFE.includes(context.req.method)) assertOwnOrigin(context, options.origin);
  const session = getCookie(context, cookieName(options.origin)) ?? null;
  const opened = session === null ? null : await openSession(team, session);
  if (opened) return { asking: { actor: opened.actor, address }, session };
  if (route.access !== 'public') throw new TeamError('not-signed-in', 'no session');
  return {
    asking: { actor: { kind: 'user', userId: null, name: 'anonymous', role: 'member', departments: [], scopes: [] }, address },
    session: null,
  };
}

/** Browsers send Origin with whatever is not a plain GET; a client without a browser sends neither header nor, by itself, a cookie. */
function assertOwnOrigin(context: Context, own: string): void {
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  const isForeign = origin === undefined ? site !== undefined && site !== 'same-origin' && site !== 'none' : origin !== own;
  if (isForeign) throw new TeamError('forbidden', 'the request came from another origin', { reason: 'other-origin' });
}

async function bodyOf(route: RouteDefinition, context: Context): Promise<unknown> {
  if (!route.body) return undefined;
  const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && (type === undefined || type !== route.bodyType))
    throw new TeamError('invalid', 'the body is not application/json', {
      fields: [{ path: '', message: 'content-type: application/json' }],
    });
  const text = await limited(context.req.raw, route.maxBodyBytes ?? MAX_BODY_BYTES);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TeamError('invalid', 'the body is no JSON', { cause: error });
  }
}

/** Counts while it reads: a Content-Length may be missing or wrong. */
async function limited(request: Request, max: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > max) throw new TeamError('too-large', `more than ${max} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function queryOf(context: Context): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const [key, values] of Object.entries(context.req.queries())) query[key] = values.length === 1 ? (values[0] ?? '') : values;
  return query;
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  if (hasNul(value)) throw new TeamError('invalid', 'a text holds U+0000, which the database does not keep');
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalid(parsed.error);
  return parsed.data;
}

function hasNul(value: unknown): boolean {
  const waiting = [value];
  for (let each = waiting.pop(); each !== undefined || waiting.length > 0; each = waiting.pop()) {
    if (typeof each === 'string' && each.includes('\0')) return true;
    if (typeof each === 'object' && each !== null) for (const [key, inner] of Object.entries(each)) waiting.push(key, inner);
  }
  return false;
}

function isRaw(answer: unknown): answer is RawAnswer {
  return typeof answer === 'object' && answer !== null && 'raw' in answer && answer.raw === true;
}

function isSession(answer: unknown): answer is SessionAnswer<unknown> {
  return typeof answer === 'object' && answer !== null && 'setSession' in answer;
}
