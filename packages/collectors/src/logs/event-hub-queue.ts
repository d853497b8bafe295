/** Azure Event Hubs: partitions are read on from where the last run ended. Events are never hidden or deleted: the reader keeps its place. */
import type { MessageQueue, QueueMessage } from './types.ts';
import { RemoteError } from './types.ts';

export interface HubEvent {
  readonly partition: string;
  readonly sequence: number;
  /** Text or bytes as they came; what the library has parsed already otherwise. */
  readonly body: unknown;
}

/** What is used of @azure/event-hubs; tests have their own. */
export interface HubReceiver {
  /** Events come until `stop`. Without a place for a partition: only what is new. */
  start(places: Readonly<Record<string, number>>, handlers: HubHandlers): void;
  stop(): Promise<void>;
}

export interface HubHandlers {
  /** The next events of the partition come when it has returned. */
  events(events: readonly HubEvent[]): Promise<void>;
  failed(cause: unknown): void;
}

/** Where each partition was read up to: sequence numbers. */
export interface HubPlaces {
  read(): Readonly<Record<string, number>>;
  /** On the disk when it returns. */
  write(places: Readonly<Record<string, number>>): void;
}

/** Events that wait before no more are taken. */
const MOST = 2000;

/** Nothing is asked before the first `receive`. */
export function openEventHub(
  address: string,
  { receiver, places }: { readonly receiver: HubReceiver; readonly places: HubPlaces },
): MessageQueue {
  const waiting: QueueMessage[] = [];
  const place: Record<string, number> = { ...places.read() };
  let [isStarted, failure]: [boolean, unknown] = [false, null];
  let [wake, drained]: [() => void, () => void] = [() => {}, () => {}];
  const handlers: HubHandlers = {
    async events(events) {
      for (const { partition, sequence, body } of events)
        waiting.push({ id: `${partition}/${sequence}`, body: bodyText(body), attributes: {}, receipt: `${partition}/${sequence}` });
      wake();
      if (waiting.length >= MOST) await new Promise<void>((resolve) => (drained = resolve));
    },
    failed(cause) {
      failure = cause;
      wake();
    },
  };
  return {
    address,
    returns: false,
    async receive({ waitMs, signal }) {
      if (!isStarted) receiver.start(place, handlers);
      isStarted = true;
      if (waiting.length === 0 && failure === null) await changed(waitMs, signal, (resolve) => (wake = resolve));
      const found = waiting.splice(0);
      drained();
      if (found.length === 0 && failure !== null) {
        const cause = failure;
        failure = null;
        throw hubFailure(cause, address);
      }
      return found;
    },
    async done(messages) {
      for (const { receipt } of messages) {
        const [partition = '', sequence] = receipt.split('/');
        place[partition] = Math.max(place[partition] ?? -1, Number(sequence));
      }
      places.write(place);
    },
    async close() {
      drained();
      if (isStarted) await receiver.stop();
    },
  };
}

async function changed(waitMs: number, signal: AbortSignal, listen: (resolve: () => void) => void): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, waitMs);
    signal.addEventListener('abort', end);
    listen(end);
  });
}

/** The library parses bodies that are JSON; readers want text. */
function bodyText(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString('utf8');
  return JSON.stringify(body ?? null);
}

function hubFailure(cause: unknown, address: string): RemoteError {
  if (cause instanceof RemoteError) return cause;
  const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  const code = cause instanceof Error ? String((cause as { code?: unknown }).code ?? cause.name) : '';
  if (/Unauthorized/i.test(code))
    return new RemoteError('refused', message, { permission: `Azure Event Hubs Data Receiver on ${address}`, cause });
  if (/NotFound|ENOTFOUND|MessagingEntity/i.test(code)) return new RemoteError('missing', message, { cause });
  if (/Credential|Authentication/i.test(code)) return new RemoteError('credentials', message, { cause });
  if (/Busy|QuotaExceeded/i.test(code)) return new RemoteError('throttled', message, { cause });
  return new RemoteError('interrupted', message, { cause });
}

/** The library's own client, with the credentials of the standard chain. */
export async function azureReceiver({
  host,
  hub,
  group,
  from,
}: {
  readonly host: string;
  readonly hub: string;
  readonly group: string;
  /** Where a partition without a place begins. */
  readonly from: 'earliest' | 'latest';
}): Promise<HubReceiver> {
  const [{ earliestEventPosition, EventHubConsumerClient, latestEventPosition }, { DefaultAzureCredential }] = await Promise.all([
    import('@azure/event-hubs'),
    import('@azure/identity'),
  ]);
  const client = new EventHubConsumerClient(group, host, hub, new DefaultAzureCredential());
  let ended: (() => Promise<void>) | null = null;
  return {
    start(places, { events, failed }) {
      const known = Object.entries(places).map(
        ([partition, sequenceNumber]) => [partition, { sequenceNumber, isInclusive: false }] as const,
      );
      const subscription = client.subscribe(
        {
          async processEvents(batch, { partitionId }) {
            await events(
              batch.map(({ body, sequenceNumber }) => ({ partition: partitionId, sequence: sequenceNumber, body: body as unknown })),
            );
          },
          processError: async (cause) => failed(cause),
        },
        {
          startPosition: known.length > 0 ? Object.fromEntries(known) : from === 'earliest' ? earliestEventPosition : latestEventPosition,
          ...{ maxBatchSize: 200, maxWaitTimeInSeconds: 2 },
        },
      );
      ended = () => subscription.close();
    },
    async stop() {
      await ended?.();
      await client.close();
    },
  };
}
