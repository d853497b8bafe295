/** Clients of the AWS SDK that keep what they are answered: every page of every call passes through here. */
import type { CallError, CallPlace, CallRecord, JsonObject } from '@kumomori/model';
import { canonicalJson, textOf, withoutPage } from '@kumomori/model';
import { knownAnswer } from '../changes/index.ts';
import type { CollectEnvironment } from '../collecting.ts';
import type { AwsIdentity } from './credentials.ts';
import { lookAt } from './errors.ts';
import { offered } from './offered.ts';
import type { AwsSdkModule, AwsService } from './service.ts';
import { toJson } from './to-json.ts';

/** The part of an SDK client that is used; its packages share no type that says so. */
interface SdkClient {
  send(command: unknown): Promise<object>;
  destroy(): void;
  readonly middlewareStack: {
    add(middleware: Middleware, options: object): void;
    addRelativeTo(middleware: Middleware, options: object): void;
  };
}
type Handler = (args: { input: object }) => Promise<{ output: object; response?: unknown }>;
type Middleware = (next: Handler, context: { commandName?: string }) => Handler;

export interface AwsConnection {
  readonly account: string;
  readonly partition: string;
  readonly credentials: AwsIdentity;
  /** Of an emulator; null for AWS itself. */
  readonly endpoint: string | null;
}

/** A service's client in one region, for as long as its calls are made. */
export interface RecordingClient {
  /** The answers of an operation, page by page; the error is the last thing when there is one. What was recorded is not asked again. */
  pages(operation: string, input: JsonObject, options: PageOptions): AsyncGenerator<JsonObject, CallError | null>;
  close(): void;
}

export interface PageOptions {
  readonly redact: readonly string[];
  readonly maxPages: number;
  readonly next?: Readonly<Record<string, string>>;
  /** What an earlier collection was answered still stands. */
  readonly mayReuse?: boolean;
}

const ATTEMPTS = 8;
const HOPELESS_AFTER = 2;
const TIMEOUT_MS = 60_000;

export async function openClient(
  service: AwsService,
  region: string,
  { connection, env }: { readonly connection: AwsConnection; readonly env: CollectEnvironment },
): Promise<RecordingClient> {
  const sdk = await service.load();
  const isGlobal = service.scope === 'global';
  const client = construct(sdk, service.client, {
    region: isGlobal ? homeOf(connection.partition, service.home) : region,
    credentials: connection.credentials,
    maxAttempts: ATTEMPTS,
    retryMode: 'standard',
    requestHandler: { requestTimeout: TIMEOUT_MS, connectionTimeout: 10_000 },
    followRegionRedirects: true,
    ...(connection.endpoint !== null && (await emulated(connection.endpoint, service))),
  });
  const asking: Asking = {
    env,
    bucket: `aws:${connection.account}:${region}:${service.id}`,
    redactions: new Map(),
    reusable: new Set(),
    placeOf: (operation) => ({ provider: 'aws', account: connection.account, region, service: service.id, operation }),
    named: async (error) => (connection.endpoint === null && !isGlobal ? await offered(error, { service, region }) : error),
  };
  client.middlewareStack.add(keeping(asking), { step: 'initialize', priority: 'high', name: 'kumomoriRecords' });
  client.middlewareStack.addRelativeTo(polite(asking), { relation: 'after', toMiddleware: 'retryMiddleware', name: 'kumomoriBudget' });
  return {
    async *pages(operation, input, { redact, maxPages, next = {}, mayReuse = false }) {
      asking.redactions.set(operation, redact);
      if (mayReuse) asking.reusable.add(questionOf(operation, input));
      try {
        let count = 0;
        for await (const page of answers({ sdk, client, operation, next }, input)) {
          yield page as JsonObject;
          count += 1;
          if (count >= maxPages) return await cutOff(asking, { operation, input, maxPages });
        }
        return null;
      } catch (error) {
        const { call } = lookAt(error);
        if (call === null) throw error;
        return call;
      }
    },
    close: () => client.destroy(),
  };
}

/** What the middleware of one client knows. */
interface Asking {
  readonly env: CollectEnvironment;
  /** Of the budget. */
  readonly bucket: string;
  /** By operation. */
  readonly redactions: Map<string, readonly string[]>;
  /** Questions that an earlier collection may answer. */
  readonly reusable: Set<string>;
  placeOf(operation: string): CallPlace;
  /** What a name that nobody knows means here. */
  named(error: CallError): Promise<CallError>;
}

/** Every try of a call waits for its turn. */
function polite({ env, bucket, placeOf }: Asking): Middleware {
  const failures = new Map<string, number>();
  /** An operation that fails without an AWS error code again and again is not there at all (emulators, regions without the service): trying on is no use. */
  const isHopeless = (operation: string, code: string): boolean => {
    if (!/^(?:Http5|ENOTFOUND$)/.test(code)) return false;
    const count = (failures.get(operation) ?? 0) + 1;
    failures.set(operation, count);
    return count >= HOPELESS_AFTER;
  };
  return (next, context) => {
    const operation = operationOf(context);
    const attempt = async (args: { input: object }): ReturnType<Handler> => {
      try {
        return await next(args);
      } catch (error) {
        const { call, isThrottling } = lookAt(error);
        if (isThrottling) env.budget.throttled(bucket);
        // The retry strategy goes on for as long as it sees a status of 5xx.
        if (call !== null && isHopeless(operation, call.code)) throw new RecordedFailure(call);
        throw error;
      }
    };
    const name = `aws:${placeOf(operation).service}:${operation}`;
    return async (args) => await env.budget.run(bucket, name, async () => await attempt(args), env.signal);
  };
}

/** Every call is answered from the unfinished collection, else kept with what it is answered. */
function keeping(asking: Asking): Middleware {
  const { env, redactions, reusable, placeOf } = asking;
  return (next, context) => async (args) => {
    const operation = operationOf(context);
    const place = placeOf(operation);
    const request = toJson(args.input) as JsonObject;
    const known = await knownAnswer(env, { place, request, mayReuse: reusable.has(questionOf(operation, withoutPage(request))) });
    if (known?.error) throw new RecordedFailure(known.error);
    if (known) return { output: (known.response ?? {}) as object };
    const record = (answer: Pick<CallRecord, 'response' | 'error'>): Promise<void> =>
      env.sink.record(place, { request, at: env.now().toISOString(), ...answer });
    try {
      const result = await next(args);
      const response = env.redact(toJson(result.output) as JsonObject, redactions.get(operation) ?? []);
      await record({ response });
      return { ...result, output: response };
    } catch (error) {
      // Also what may work another time: without its error a listing that was cut off would look whole.
      const { call: failed } = lookAt(error);
      if (failed === null) throw error;
      const call = await asking.named(failed);
      await record({ error: call });
      throw call === failed ? error : new RecordedFailure(call);
    }
  };
}

function questionOf(operation: string, input: JsonObject): string {
  return `${operation} ${canonicalJson(input)}`;
}

/** What lies behind the last page that is read is not known, and a reader of the snapshot has to be told so. */
async function cutOff(
  { env, placeOf }: Asking,
  { operation, input, maxPages }: { readonly operation: string; readonly input: JsonObject; readonly maxPages: number },
): Promise<CallError> {
  const error = { code: 'TooManyPages', message: `only the first ${maxPages} pages were read` };
  await env.sink.record(placeOf(operation), { request: { ...input, $page: maxPages + 1 }, at: env.now().toISOString(), error });
  return error;
}

/** An error of an earlier, unfinished collection: the call would fail again. */
export class RecordedFailure extends Error {
  readonly call: CallError;

  constructor(call: CallError) {
    super(call.message);
    this.name = 'RecordedFailure';
    this.call = call;
  }
}

interface Asked {
  readonly sdk: AwsSdkModule;
  readonly client: SdkClient;
  readonly operation: string;
  readonly next: Readonly<Record<string, string>>;
}

/** Every page: as the SDK pages through an operation, else as the definition of the call says. */
async function* answers({ sdk, client, operation, next }: Asked, input: JsonObject): AsyncGenerator<object> {
  const paginate = sdk[`paginate${operation}`];
  // What a client package exports under these names is documented by the SDK; the names are checked by a test.
  if (typeof paginate === 'function') {
    yield* paginate({ client, stopOnSameToken: true }, input) as AsyncIterable<object>;
    return;
  }
  for (let request: JsonObject | null = input; request !== null;) {
    const page = (await client.send(construct(sdk, `${operation}Command`, request))) as JsonObject;
    yield page;
    const tokens = tokensOf(page, next);
    // A service that answers with the token it was asked with would be asked forever.
    const leadsOn = Object.entries(tokens).some(([member, token]) => request?.[member] !== token);
    request = leadsOn ? { ...input, ...tokens } : null;
  }
}

function tokensOf(page: JsonObject, next: Readonly<Record<string, string>>): JsonObject {
  const found = Object.entries(next).flatMap(([path, member]) => {
    const token = textOf(page, path);
    return token === undefined || token === '' ? [] : [[member, token] as const];
  });
  return Object.fromEntries(found);
}

function construct(sdk: AwsSdkModule, name: string, options: object): SdkClient {
  const made = sdk[name];
  if (typeof made !== 'function') throw new TypeError(`the AWS SDK has no ${name}`);
  return Reflect.construct(made, [options]) as SdkClient;
}

/** What a client needs to reach an emulator. */
async function emulated(endpoint: string, { client }: AwsService): Promise<object> {
  return {
    endpoint,
    forcePathStyle: true,
    // Puts the account before the host, which is no address when the host is one: 123456789012.127.0.0.1.
    ...(client === 'S3ControlClient' && { disableHostPrefix: true, endpointProvider: () => ({ url: new URL(endpoint) }) }),
    // Speaks HTTP/2 only, emulators HTTP/1.1: it takes the handler of a client that does the same.
    ...(client === 'KinesisClient' && { requestHandler: await plainHandler() }),
  };
}

async function plainHandler(): Promise<unknown> {
  const { STSClient } = await import('@aws-sdk/client-sts');
  return new STSClient({ region: 'us-east-1', requestHandler: { requestTimeout: TIMEOUT_MS, connectionTimeout: 10_000 } }).config
    .requestHandler;
}

function operationOf({ commandName = '' }: { commandName?: string }): string {
  return commandName.replace(/Command$/, '');
}

/** `home`: what the service says; it names a region of the partition `aws`. */
function homeOf(partition: string, home = 'us-east-1'): string {
  if (partition === 'aws-cn') return 'cn-northwest-1';
  return partition === 'aws-us-gov' ? 'us-gov-west-1' : home;
}
