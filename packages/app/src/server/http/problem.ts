/** Refusals as RFC 9457 tells them: application/problem+json. */
import { z } from 'zod';
import type { Messages } from '../../use-cases/index.ts';
import { TeamError } from '../../team/index.ts';
import type { TeamErrorCode } from '../../team/index.ts';

const STATUS: Readonly<Record<TeamErrorCode, number>> = {
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'second-factor': 401,
  'password-change': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
};

export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  reason: z.string().nullable(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })),
});

/** What went wrong inside is for the log: nobody outside learns a path, a statement or a stack. */
export function problemOf(error: unknown, { server }: Messages): Response {
  const known = error instanceof TeamError ? error : null;
  const status = known ? STATUS[known.code] : 500;
  const title = known
    ? ((known.reason === null ? null : server.reasons[known.reason]) ?? server.problems[known.code])
    : server.problems.internal;
  const body = {
    type: 'about:blank',
    title,
    status,
    code: known?.code ?? 'internal',
    reason: known?.reason ?? null,
    fields: known?.fields ?? [],
  };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  const wait = known?.retryAfterSeconds ?? null;
  if (wait !== null) headers.set('retry-after', String(wait));
  return new Response(JSON.stringify(body), { status, headers });
}

/** What a schema found, by field. */
export function invalid(error: z.ZodError): TeamError {
  const fields = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return new TeamError('invalid', 'the request is not as described', { fields, cause: error });
}
