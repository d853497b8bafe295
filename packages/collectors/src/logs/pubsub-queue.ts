/** Google Pub/Sub over REST: pull, more time, acknowledge. */
import { setTimeout } from 'node:timers/promises';
import { isRecord } from '@kumomori/model';
import type { CloudHttp } from './cloud-http.ts';
import type { MessageQueue, QueueMessage } from './types.ts';

const MOST = 200;
/** Seconds until a message that was not acknowledged comes again; the subscription's own ten are too few. */
const HIDDEN = 300;

/** Nothing is asked yet. */
export function openPubSub(
  { project, subscription }: { readonly project: string; readonly subscription: string },
  http: CloudHttp,
): MessageQueue {
  const path = `/v1/projects/${encodeURIComponent(project)}/subscriptions/${encodeURIComponent(subscription)}`;
  const post = (verb: string, body: object, signal: AbortSignal): Promise<unknown> =>
    http.json(`${path}:${verb}`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal,
      permission: `pubsub.subscriptions.consume on ${subscription}`,
    });
  const closed = new AbortController();
  let pulling: Promise<unknown> | null = null;
  return {
    address: `pubsub://${project}/${subscription}`,
    returns: true,
    async receive({ waitMs, signal }) {
      // The service answers when there is something; a question that is given up may be answered all the same, to nobody.
      pulling ??= post('pull', { maxMessages: MOST }, AbortSignal.any([signal, closed.signal]));
      const answer = await within(pulling, waitMs, signal).catch((cause: unknown) => {
        pulling = null;
        throw cause;
      });
      if (answer === null) return [];
      pulling = null;
      const messages = messagesOf(answer);
      if (messages.length > 0)
        await post('modifyAckDeadline', { ackIds: messages.map(({ receipt }) => receipt), ackDeadlineSeconds: HIDDEN }, signal);
      else await setTimeout(Math.min(waitMs, 200), undefined, { signal }).catch(() => undefined);
      return messages;
    },
    done: async (messages) =>
      void (await post('acknowledge', { ackIds: messages.map(({ receipt }) => receipt) }, AbortSignal.timeout(60_000))),
    async close() {
      closed.abort();
      await pulling?.catch(() => undefined);
    },
  };
}

function messagesOf(answer: unknown): readonly QueueMessage[] {
  const received = isRecord(answer) && Array.isArray(answer['receivedMessages']) ? answer['receivedMessages'] : [];
  return received.flatMap((each): readonly QueueMessage[] => {
    if (!isRecord(each) || typeof each['ackId'] !== 'string' || !isRecord(each['message'])) return [];
    const { messageId, data, attributes } = each['message'];
    const body = typeof data === 'string' ? Buffer.from(data, 'base64').toString('utf8') : '';
    const named = isRecord(attributes)
      ? Object.entries(attributes).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
      : [];
    return [{ id: String(messageId), body, attributes: Object.fromEntries(named), receipt: each['ackId'] }];
  });
}

/** Null when there is no answer yet. */
async function within(answer: Promise<unknown>, ms: number, signal: AbortSignal): Promise<unknown> {
  const late = new AbortController();
  const wait = setTimeout(ms, null, { signal: AbortSignal.any([signal, late.signal]) }).catch(() => null);
  return await Promise.race([answer, wait]).finally(() => late.abort());
}
