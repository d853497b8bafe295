/** Answers of a running server, with the rights of the token's owner: what it refuses is refused here. */
import type { Language } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import { AppError } from '../../errors.ts';
import { explainId, messagesIn } from '../../use-cases/index.ts';
import type { Answers } from './answers.ts';

export interface ServerOptions {
  /** Origin of the server. */
  readonly url: string;
  readonly token: string;
  readonly language: Language;
  readonly cwd: string;
  readonly allowWrites: boolean;
}

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 32 * 1024 * 1024;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
/** Operations of the API that some servers have and some have not. */
const OPTIONAL = {
  resources: 'listResources',
  whoCan: 'whoCan',
  paths: 'listPaths',
  path: 'getPath',
  query: 'queryLake',
  overview: 'getOverview',
} as const;

type Query = Readonly<Record<string, string | number | readonly string[] | null>>;

/** Throws AppErrors when the address or the token is no good. */
export async function answersOfServer(options: ServerOptions): Promise<Answers> {
  const { language, cwd, allowWrites } = options;
  const api = new Api(options);
  await api.get('/session', {});
  const offered = operationsOf(await api.get('/openapi.json', {}));
  const at = (name: keyof typeof OPTIONAL): string | null => offered.get(OPTIONAL[name]) ?? null;
  const [resources, whoCan, paths, path, query, overview] = [
    at('resources'),
    at('whoCan'),
    at('paths'),
    at('path'),
    at('query'),
    at('overview'),
  ];
  return {
    overview: async () => ({
      findings: await api.get('/findings/counts', { open: 'true' }),
      ...(overview === null ? {} : { overview: await api.get(overview, {}) }),
    }),
    findings: ({ state, text, ...asked }) => api.get('/findings', { ...asked, state, text, open: state.length > 0 ? null : 'true' }),
    finding: (id) => api.get(`/findings/${encodeURIComponent(id)}`, {}),
    resources: resources === null ? null : (asked) => api.get(resources, { ...asked }),
    whoCan: whoCan === null ? null : (asked) => api.get(whoCan, asked),
    paths:
      paths === null
        ? null
        : ({ id, ...asked }) =>
            id === null || path === null ? api.get(paths, { ...asked }) : api.get(path.replace('{id}', encodeURIComponent(id)), {}),
    explain: (id) => (UUID.test(id) ? api.get(`/findings/${id}`, {}) : explainId(id, { language, cwd })),
    query: query === null ? null : (asked) => api.post(query, asked),
    ...{ hunts: null, scanAgain: null },
    comment: allowWrites ? (id, text) => api.post(`/findings/${encodeURIComponent(id)}/comments`, { text }) : null,
    acknowledge: allowWrites
      ? (id, note) => api.post('/findings/actions', { ids: [id], event: 'acknowledge', note, holdUntil: null })
      : null,
    close: async () => undefined,
  };
}

/** Operation → path below the API's root. */
function operationsOf(description: unknown): ReadonlyMap<string, string> {
  const paths = isRecord(description) && isRecord(description['paths']) ? description['paths'] : {};
  const operations = new Map<string, string>();
  for (const [path, methods] of Object.entries(paths))
    for (const operation of Object.values(isRecord(methods) ? methods : {}))
      if (isRecord(operation) && typeof operation['operationId'] === 'string')
        operations.set(operation['operationId'], path.replace(/^\/api\/v1/u, ''));
  return operations;
}

class Api {
  readonly #root: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #language: Language;

  constructor({ url, token, language }: ServerOptions) {
    this.#root = `${url}/api/v1`;
    this.#language = language;
    this.#headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'x-kumomori-language': language };
  }

  get(path: string, query: Query): Promise<unknown> {
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value === null) continue;
      for (const each of typeof value === 'object' ? value : [value]) asked.append(name, String(each));
    }
    return this.#ask(asked.size === 0 ? path : `${path}?${asked.toString()}`, {});
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.#ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  async #ask(path: string, request: { method?: string; body?: string; headers?: Readonly<Record<string, string>> }): Promise<unknown> {
    const texts = messagesIn(this.#language).mcp;
    const headers = { ...this.#headers, ...request.headers };
    let response: Response;
    let text: string;
    try {
      // A redirect could carry the token elsewhere.
      response = await fetch(this.#root + path, { ...request, headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      text = await limitedText(response);
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new AppError('store-unreachable', { message: texts.unreachable(this.#root, why), cause: error });
    }
    const answer = parsed(text);
    if (response.ok) return answer;
    const title = isRecord(answer) && typeof answer['title'] === 'string' ? answer['title'] : response.statusText;
    throw new AppError('usage', { message: texts.refused(response.status, title) });
  }
}

async function limitedText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > MAX_BYTES) throw new Error(`more than ${MAX_BYTES} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
