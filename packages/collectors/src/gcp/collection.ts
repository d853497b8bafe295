/** What all parts of a collection share: the client, the records, the gaps. */
import type { CallError, CallPlace, CoverageGap, Json, JsonObject } from '@kumomori/model';
import { GLOBAL_REGION, accountOfParent } from '@kumomori/model';
import { isUnchanged, knownAnswer } from '../changes/index.ts';
import type { CollectEnvironment } from '../collecting.ts';
import { gapOf } from '../collecting.ts';
import type { GcpAnswer, GcpClient } from './client.ts';
import { split } from './listing.ts';

/** A project, folder or organization. */
export interface Account {
  /** `orders`, `organizations-123`: as snapshots name it. */
  readonly name: string;
  /** `projects/orders`, `organizations/123`: as APIs name it. */
  readonly parent: string;
  /** Of a project, by which errors and assets name it. */
  readonly number: string | null;
}

export interface Question {
  readonly account: Account;
  /** `storage.googleapis.com:buckets` */
  readonly call: string;
  /** As recorded. */
  readonly request: JsonObject;
  readonly url: string;
  readonly method?: 'GET' | 'POST' | undefined;
  readonly body?: JsonObject | undefined;
  readonly permission: string;
  /** What is kept of the answer. */
  readonly keep?: ((answer: JsonObject) => JsonObject) | undefined;
  /** Error codes by which the cloud says that there is no such thing. */
  readonly absent?: readonly string[] | undefined;
}

/** Nothing can exist in a project that has not switched the API on. */
const NOTHING: readonly string[] = ['SERVICE_DISABLED'];

export class Collection {
  readonly client: GcpClient;
  readonly environment: CollectEnvironment;
  /** Asset types that Cloud Asset Inventory turned out not to know. */
  readonly unknownAssets = new Set<string>();
  readonly #gaps = new Map<string, CoverageGap>();

  constructor(client: GcpClient, environment: CollectEnvironment) {
    this.client = client;
    this.environment = environment;
  }

  get gaps(): readonly CoverageGap[] {
    return [...this.#gaps.values()];
  }

  /** Asks, keeps what was answered, and notes the gap of what was not. What an unfinished collection was answered before is not asked again. */
  async ask(question: Question): Promise<GcpAnswer> {
    const { account, call, request, url, method, body, permission, keep = (answer) => answer, absent = [] } = question;
    const place = this.place(account.name, call);
    const before = await knownAnswer(this.environment, { place, request, mayReuse: isUnchanged(this.environment, place, request) });
    if (before) {
      if (before.error) {
        this.#lack(place, before.error, absent);
        return { error: before.error };
      }
      return { json: objectOf(before.response) };
    }
    const { service } = split(call);
    const about = [account.name, ...(account.number === null ? [] : [account.number])];
    const answer = await this.client.call({
      url,
      method: method ?? 'GET',
      body,
      permission,
      about,
      bucket: `gcp:${account.name}:${GLOBAL_REGION}:${service}`,
      operation: `gcp:${call}`,
    });
    if (answer.error) {
      await this.fail({ account: account.name, call, request }, answer.error, absent);
      return answer;
    }
    const kept = keep(answer.json);
    await this.keep({ account: account.name, call, request }, kept);
    return { json: kept };
  }

  async keep({ account, call, request }: { account: string; call: string; request: JsonObject }, response: Json): Promise<void> {
    await this.environment.sink.record(this.place(account, call), { request, at: this.environment.now().toISOString(), response });
  }

  /** Records an error, and the gap unless it says that there is nothing. */
  async fail(
    { account, call, request }: { account: string; call: string; request: JsonObject },
    error: CallError,
    absent: readonly string[] = [],
  ): Promise<void> {
    const place = this.place(account, call);
    await this.environment.sink.record(place, { request, at: this.environment.now().toISOString(), error });
    this.#lack(place, error, absent);
  }

  gap(gap: CoverageGap): void {
    this.#gaps.set([gap.scope, gap.operation, gap.reason, gap.permission ?? ''].join(' '), gap);
  }

  place(account: string, call: string): CallPlace {
    return { provider: 'gcp', account, region: GLOBAL_REGION, ...split(call) };
  }

  #lack(place: CallPlace, error: CallError, absent: readonly string[]): void {
    if (!NOTHING.includes(error.code) && !absent.includes(error.code)) this.gap(gapOf(place, error));
  }
}

export function accountOf(parent: string, number: string | null = null): Account {
  return { name: accountOfParent(parent), parent, number };
}

function objectOf(json: Json | undefined): JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : {};
}

/** Runs for all, so many at a time. The first that throws ends it when those in flight are done. */
export async function forEach<T>(items: readonly T[], parallel: number, run: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next];
      next += 1;
      if (item !== undefined) await run(item);
    }
  };
  const done = await Promise.allSettled(Array.from({ length: Math.min(parallel, items.length) }, async () => await worker()));
  const failed = done.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
