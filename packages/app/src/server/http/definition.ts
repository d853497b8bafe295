/** A route as data: what it takes, what it gives, who may ask. The API, its description, its client and the tests of every role are made of this list. */
import type { z } from 'zod';
import type { Language } from '@kumomori/model';
import type { Asking, Permission, Team } from '../../team/index.ts';

/** `public`: without signing in; `signed-in`: whoever has a session or a token. */
export type RouteAccess = Permission | 'public' | 'signed-in';

type Parsed<Schema> = Schema extends z.ZodType<infer Output> ? Output : undefined;

export interface RouteRequest<Params, Query, Body> {
  readonly params: Parsed<Params>;
  readonly query: Parsed<Query>;
  readonly body: Parsed<Body>;
  readonly team: Team;
  readonly asking: Asking;
  readonly language: Language;
  /** The id of the session in the cookie; null for tokens. */
  readonly session: string | null;
  readonly agent: string | null;
  /** A cookie of a name of ours. */
  readonly cookie: (name: string) => string | null;
  /** The address under which the console is reached. */
  readonly origin: string;
  readonly signal: AbortSignal;
}

/** A file, a stream, or an answer that sets or clears the session. */
export interface RawAnswer {
  readonly raw: true;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of `set-cookie`, one each. */
  readonly cookies?: readonly string[];
  readonly body: string | Uint8Array | ReadableStream<Uint8Array> | null;
}

export interface SessionAnswer<Result> {
  /** A new id for the cookie; null ends the session. */
  readonly setSession: string | null;
  readonly result: Result;
}

export interface RouteDefinition {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{name}` for parameters, below /api/v1. */
  readonly path: string;
  readonly access: RouteAccess;
  readonly summary: string;
  readonly tag: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** None: no content, or a raw answer. */
  readonly response?: z.ZodType;
  readonly maxBodyBytes?: number;
  /** Beside application/json. */
  readonly bodyType?: string;
  readonly handle: (request: RouteRequest<z.ZodType, z.ZodType, z.ZodType>) => Promise<unknown>;
}

export interface TypedRoute<Params, Query, Body, Response> extends Omit<
  RouteDefinition,
  'params' | 'query' | 'body' | 'response' | 'handle'
> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response?: Response;
  readonly handle: (
    request: RouteRequest<Params, Query, Body>,
  ) => Promise<
    | (Response extends z.ZodType ? z.input<Response> : void)
    | RawAnswer
    | SessionAnswer<Response extends z.ZodType ? z.input<Response> : void>
  >;
}

/** Ties the types of the schemas to those of the handler. */
export function route<
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Response extends z.ZodType | undefined = undefined,
>(definition: TypedRoute<Params, Query, Body, Response>): RouteDefinition {
  // The mount parses with these very schemas before it calls the handler, so that what the handler gets is what it was typed with.
  return definition as unknown as RouteDefinition;
}
