/** A small client of the Kubernetes API that reads only: credentials, politeness, retries. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '@kumomori/model';
import { BudgetSpent } from '../budget.ts';
import type { CollectEnvironment } from '../collecting.ts';
import { CollectError } from '../collecting.ts';
import type { ClusterConnection } from './connection.ts';
import type { Credential } from './credentials.ts';
import { Credentials } from './credentials.ts';
import { ApiFailure, failureOf } from './failure.ts';
import { exchange } from './http.ts';

export interface ClientOptions {
  /** Of one call. */
  readonly timeoutMs?: number;
  /** Of one answer. */
  readonly maxBytes?: number;
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly environment?: NodeJS.ProcessEnv;
  /** Asked before a program that the kubeconfig names is run; without it every one is. */
  readonly mayRun?: (command: readonly string[]) => boolean;
  readonly pluginTimeoutMs?: number;
}

export interface ApiCall {
  /** `kubernetes:apps:deployments`: what is counted. */
  readonly operation: string;
  /** With its query. */
  readonly path: string;
  readonly accept?: string;
  /** How often it is tried, at most. */
  readonly attempts?: number;
  /** Only for {@link READING_POSTS}. */
  readonly body?: Json;
}

/** Reads that the API makes a POST of: they create nothing. */
export const READING_POSTS: readonly string[] = ['/apis/authentication.k8s.io/v1/selfsubjectreviews'];

const ATTEMPTS = 5;
const TIMEOUT_MS = 60_000;
const MAX_BYTES = 32 * 1024 * 1024;
const SOCKETS = 16;

export class KubernetesClient {
  readonly #connection: ClusterConnection;
  readonly #env: CollectEnvironment;
  readonly #options: ClientOptions;
  readonly #credentials: Credentials;
  readonly #bucket: string;
  #agent: { readonly credential: Credential; readonly agent: HttpAgent | HttpsAgent } | null = null;

  constructor(connection: ClusterConnection, env: CollectEnvironment, options: ClientOptions = {}) {
    this.#connection = connection;
    this.#env = env;
    this.#options = options;
    this.#bucket = `kubernetes:${connection.cluster}:global:api`;
    this.#credentials = new Credentials(connection.user, {
      environment: options.environment ?? process.env,
      signal: env.signal,
      now: env.now,
      mayRun: options.mayRun ?? (() => true),
      pluginTimeoutMs: options.pluginTimeoutMs,
    });
  }

  /** The answer's JSON. Throws ApiFailure when there is none after all attempts, CollectError when nobody can be asked any more. */
  async ask(call: ApiCall): Promise<Json> {
    const { budget, signal } = this.#env;
    let isRefreshed = false;
    for (let attempt = 1; ; attempt++) {
      const credential = await this.#credentials.current();
      try {
        return await budget.run(this.#bucket, call.operation, async () => await this.#once(call, credential), signal);
      } catch (error) {
        if (error instanceof BudgetSpent) throw new ApiFailure('BudgetSpent', error.message, { cause: error });
        if (!(error instanceof ApiFailure)) throw error;
        if (error.status === 401 && !isRefreshed) {
          isRefreshed = true;
          if (await this.#credentials.refresh(credential)) continue;
        }
        if (!error.isPassing || attempt >= (call.attempts ?? ATTEMPTS)) throw error;
        await this.#cool(error, attempt);
      }
    }
  }

  close(): void {
    this.#agent?.agent.destroy();
  }

  async #cool({ status, retryAfterMs }: ApiFailure, attempt: number): Promise<void> {
    const { budget, signal } = this.#env;
    // The budget makes every call of this cluster wait, not only this one.
    if (status === 429) return budget.throttled(this.#bucket, retryAfterMs ?? 1000);
    const { wait = pause } = this.#options;
    await wait(retryAfterMs ?? 250 * 2 ** (attempt - 1), signal);
  }

  async #once({ path, accept = 'application/json', body }: ApiCall, credential: Credential): Promise<Json> {
    const { server, impersonation } = this.#connection;
    if (body !== undefined && !READING_POSTS.includes(path)) throw new CollectError('usage', `${path} is not read with a POST`);
    const { status, retryAfter, text } = await exchange({
      url: new URL(`${server.pathname.replace(/\/$/, '')}${path}`, server),
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept,
        'user-agent': 'kumomori',
        ...impersonation,
        ...(credential.token !== null && { authorization: `Bearer ${credential.token}` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      agent: this.#agentFor(credential),
      timeoutMs: this.#options.timeoutMs ?? TIMEOUT_MS,
      maxBytes: this.#options.maxBytes ?? MAX_BYTES,
      signal: this.#env.signal,
    });
    const json = parsed(text);
    if (status < 200 || status > 299) throw failureOf(status, json, retryAfter);
    if (json === undefined) throw new ApiFailure('MalformedAnswer', `the answer is no JSON (${text.length} characters)`, { status });
    return json;
  }

  /** A new credential has new connections: a certificate belongs to the connection. */
  #agentFor(credential: Credential): HttpAgent | HttpsAgent {
    if (this.#agent?.credential === credential) return this.#agent.agent;
    const { server, authority, isUnverified, serverName } = this.#connection;
    const { certificate, key } = credential;
    const agent =
      server.protocol === 'http:'
        ? new HttpAgent({ keepAlive: true, maxSockets: SOCKETS })
        : new HttpsAgent({
            keepAlive: true,
            maxSockets: SOCKETS,
            rejectUnauthorized: !isUnverified,
            ...(authority !== null && { ca: authority }),
            ...(serverName !== null && { servername: serverName }),
            ...(certificate !== null && key !== null && { cert: certificate, key }),
          });
    this.#agent = { credential, agent };
    return agent;
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal });
}
