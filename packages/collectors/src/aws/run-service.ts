/** Asks one service in one region everything that its definition says. */
import type { CallError, CallPlace, CoverageGap, Json, JsonObject } from '@kumomori/model';
import { GLOBAL_REGION, NOT_OFFERED, isAbsent, itemsAt } from '@kumomori/model';
import type { CollectEnvironment } from '../collecting.ts';
import { gapOf } from '../collecting.ts';
import type { AwsConnection, RecordingClient } from './aws-client.ts';
import { openClient } from './aws-client.ts';
import { isRefusal } from './errors.ts';
import { permissionsOf } from './permissions.ts';
import { chunks } from './answered.ts';
import type { Reuse } from './reuse.ts';
import { reuseOf } from './reuse.ts';
import type { AwsCall, AwsCallScope, AwsService } from './service.ts';
import { placeOf } from './service.ts';

const MAX_PAGES = 1000;
/** Calls about things of one listing at the same time; the budget decides how fast. */
const TOGETHER = 8;

interface Run {
  readonly service: AwsService;
  readonly client: RecordingClient;
  readonly scope: AwsCallScope;
  readonly env: CollectEnvironment;
  readonly gaps: GapList;
  readonly reuse: Reuse;
}

/** One gap for each operation and reason, however many things it failed for. */
class GapList {
  readonly #byKey = new Map<string, CoverageGap>();

  add(place: CallPlace, error: CallError): void {
    const key = `${place.operation} ${error.code}`;
    if (!this.#byKey.has(key)) this.#byKey.set(key, gapOf(place, error));
  }

  get all(): readonly CoverageGap[] {
    return [...this.#byKey.values()];
  }
}

/** The gaps it leaves. Throws only when the collection as a whole is to stop. */
export async function runService(
  service: AwsService,
  region: string,
  { connection, env }: { readonly connection: AwsConnection; readonly env: CollectEnvironment },
): Promise<readonly CoverageGap[]> {
  const where = service.scope === 'global' ? GLOBAL_REGION : region;
  const client = await openClient(service, where, { connection, env });
  const gaps = new GapList();
  const scope: AwsCallScope = { account: connection.account, region: where, partition: connection.partition, above: [] };
  try {
    await runCalls(service.calls, null, { service, client, scope, env, gaps, reuse: reuseOf(service, scope, env.earlier) });
  } finally {
    client.close();
  }
  return gaps.all;
}

async function runCalls(calls: readonly AwsCall[], item: Json, run: Run): Promise<void> {
  for (const call of calls) await runCall(call, item, run);
}

async function runCall(call: AwsCall, item: Json, run: Run): Promise<void> {
  const input = typeof call.input === 'function' ? call.input(item, run.scope) : (call.input ?? {});
  if (input === null) return;
  const pages = run.client.pages(call.operation, input, {
    redact: call.redact ?? [],
    maxPages: call.firstPage ? 1 : (call.maxPages ?? MAX_PAGES),
    next: call.next ?? {},
    mayReuse: run.reuse.mayReuse(call, input, item),
  });
  for (;;) {
    run.env.signal.throwIfAborted();
    const { value, done } = await pages.next();
    if (done) {
      const isEnough = call.firstPage && value?.code === 'TooManyPages';
      if (value !== null && !isEnough && !isAbsent(value, call.absent ?? [])) noteGap(call, value, run);
      return;
    }
    await runEach(call, value, { ...run, scope: { ...run.scope, above: [item, ...run.scope.above] } });
  }
}

async function runEach({ each }: AwsCall, page: JsonObject, run: Run): Promise<void> {
  if (!each) return;
  const items = itemsAt(page, each.items);
  const single = each.calls.filter(({ batch }) => batch === undefined);
  if (single.length > 0) await inParallel(items, async (item) => await runCalls(single, item, run));
  for (const call of each.calls.filter(({ batch }) => batch !== undefined))
    await inParallel(chunks(items, call.batch ?? 1), async (some) => await runCall(call, some, run));
}

function noteGap(call: AwsCall, error: CallError, { service, scope, gaps }: Run): void {
  if (error.code === NOT_OFFERED) return;
  const [permission] = permissionsOf(service, call);
  const place = placeOf(service, call, scope);
  gaps.add(place, isRefusal(error.code) && permission !== undefined ? { ...error, permission } : error);
}

async function inParallel<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(TOGETHER, items.length) }, worker));
}
