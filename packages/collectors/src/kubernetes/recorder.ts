/** Calls that are kept: what was asked, what came back, what it lacks. */
import type { CallError, CallPlace, CoverageGap, Json, JsonObject } from '@kumomori/model';
import { GLOBAL_REGION } from '@kumomori/model';
import { isUnchanged, knownAnswer } from '../changes/index.ts';
import type { CollectEnvironment } from '../collecting.ts';
import { CollectError, gapOf } from '../collecting.ts';
import type { KubernetesClient } from './client.ts';
import { ApiFailure } from './failure.ts';

export interface RecordedAsk {
  /** API group, `core` for the unnamed one. */
  readonly service: string;
  readonly operation: string;
  readonly path: string;
  /** Query of the call, as the record names it. */
  readonly query?: JsonObject;
  readonly accept?: string;
  readonly attempts?: number;
  readonly body?: Json;
  /** What it takes: `list deployments.apps`. */
  readonly permission?: string;
  /** What is kept of the answer; throws ApiFailure when it is not what was asked for. */
  readonly keep?: (answer: Json) => Json;
}

export type Asked = { readonly response: Json; readonly failure?: never } | { readonly failure: ApiFailure; readonly response?: never };

export class Recorder {
  readonly cluster: string;
  readonly #client: KubernetesClient;
  readonly #env: CollectEnvironment;
  readonly #gaps = new Map<string, CoverageGap>();
  /** The credentials worked once: when they end later, that is a gap. */
  #isKnown = false;

  constructor(cluster: string, client: KubernetesClient, env: CollectEnvironment) {
    this.cluster = cluster;
    this.#client = client;
    this.#env = env;
  }

  /** What an unfinished collection already knows is not asked again. Failures that would repeat are kept too. */
  async ask(asked: RecordedAsk): Promise<Asked> {
    const { service, operation, path, query = {}, accept, attempts, body, permission, keep = (answer) => answer } = asked;
    const { sink, signal, now } = this.#env;
    signal.throwIfAborted();
    const place = this.#place(service, operation);
    const request: JsonObject = { path, ...query };
    const known = await knownAnswer(this.#env, { place, request, mayReuse: isUnchanged(this.#env, place, request) });
    if (known?.error) return { failure: failedBefore(known.error) };
    if (known) return { response: known.response ?? null };
    // Of the query only what the API knows is sent.
    const sent = new URLSearchParams(
      ['limit', 'continue'].flatMap((key): [string, string][] => (query[key] === undefined ? [] : [[key, String(query[key])]])),
    ).toString();
    try {
      const answer = await this.#client.ask({
        operation: `kubernetes:${service}:${operation}`,
        path: sent === '' ? path : `${path}?${sent}`,
        ...(accept !== undefined && { accept }),
        ...(attempts !== undefined && { attempts }),
        ...(body !== undefined && { body }),
      });
      this.#isKnown = true;
      const response = keep(answer);
      await sink.record(place, { request, at: now().toISOString(), response });
      return { response };
    } catch (error) {
      if (error instanceof CollectError && error.code === 'credentials' && this.#isKnown)
        return { failure: new ApiFailure('Unauthorized', error.message, { status: 401, cause: error }) };
      if (!(error instanceof ApiFailure)) throw error;
      if (repeats(error)) await sink.record(place, { request, at: now().toISOString(), error: error.toCallError(permission) });
      return { failure: error };
    }
  }

  /** One gap for each operation and reason. */
  lack(service: string, operation: string, failure: ApiFailure, permission?: string): void {
    const gap = gapOf(this.#place(service, operation), failure.toCallError(permission));
    const key = `${service} ${operation} ${gap.reason}`;
    if (!this.#gaps.has(key)) this.#gaps.set(key, gap);
  }

  get gaps(): readonly CoverageGap[] {
    return [...this.#gaps.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, gap]) => gap);
  }

  #place(service: string, operation: string): CallPlace {
    return { provider: 'kubernetes', account: this.cluster, region: GLOBAL_REGION, service, operation };
  }
}

/** A token that ended (410) or was not accepted (401) is no answer to the question. */
function repeats({ isPassing, status }: ApiFailure): boolean {
  return !isPassing && status !== null && status !== 401 && status !== 410;
}

const STATUSES: Readonly<Record<string, number>> = { Forbidden: 403, NotFound: 404 };

/** What an earlier, unfinished collection met. */
function failedBefore({ code, message }: CallError): ApiFailure {
  return new ApiFailure(code, message, { status: STATUSES[code] ?? 400 });
}
