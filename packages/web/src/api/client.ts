/** Calls of the API, typed by its routes. */
import type { Operations } from './operations.generated.ts';
import { operations } from './operations.generated.ts';

export type OperationName = keyof Operations;
export type Answer<Name extends OperationName> = Operations[Name]['response'];

type Part<Name extends OperationName, Key extends 'params' | 'query' | 'body'> = Operations[Name][Key];
type Given<Key extends string, Value> = Value extends null ? Readonly<Record<never, never>> : { readonly [K in Key]: Value };
export type Request<Name extends OperationName> = Given<'params', Part<Name, 'params'>> &
  Given<'body', Part<Name, 'body'>> & {
    readonly query?: Part<Name, 'query'> extends null ? undefined : Part<Name, 'query'>;
  };

/** A refusal, with the sentence that the server says in the language of the console. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly reason: string | null;
  readonly fields: readonly { readonly path: string; readonly message: string }[];

  constructor(
    status: number,
    body: { readonly title?: string; readonly code?: string; readonly reason?: string | null; readonly fields?: ApiProblem['fields'] },
  ) {
    super(body.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? 'internal';
    this.reason = body.reason ?? null;
    this.fields = body.fields ?? [];
  }
}

/** Fails with `ApiProblem` for refusals, `TypeError` when the server does not answer. */
export async function call<Name extends OperationName>(name: Name, request: Request<Name>, signal?: AbortSignal): Promise<Answer<Name>> {
  const { method } = operations[name];
  const { body } = request as { readonly body?: unknown };
  const response = await fetch(urlOf(name, request), {
    method,
    headers: {
      accept: 'application/json',
      'x-kumomori-language': document.documentElement.lang,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw new ApiProblem(response.status, await problemOf(response));
  return (response.status === 204 ? undefined : await response.json()) as Answer<Name>;
}

/** For links and downloads. */
export function urlOf<Name extends OperationName>(name: Name, request: Request<Name>): string {
  const { params, query } = request as {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, unknown>>;
  };
  const path = operations[name].path.replaceAll(/\{(\w+)\}/gu, (_, key: string) => encodeURIComponent(params?.[key] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    for (const each of Array.isArray(value) ? value : [value]) search.append(key, String(each));
  }
  return `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`;
}

async function problemOf(response: Response): Promise<ConstructorParameters<typeof ApiProblem>[1]> {
  try {
    return await response.json();
  } catch {
    return {};
  }
}
