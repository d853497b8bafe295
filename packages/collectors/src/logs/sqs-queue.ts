/** SQS: long polling, deletion of what was kept. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import { credentialsFor } from '../aws/index.ts';
import { awsFailure } from './aws-failure.ts';
import type { CloudOptions, MessageQueue, QueueMessage } from './types.ts';

/** The most SQS hands out, and deletes, at once. */
const AT_ONCE = 10;
/** Messages of one micro-batch. */
const MOST = 200;
/** How long what was received is hidden from others, in seconds; a crash delays it so long. */
const HIDDEN = 300;

/** `place`: the queue's name or its address with https. Nothing is asked yet. */
export async function openSqs(place: string, { region, profile, endpoint }: CloudOptions): Promise<MessageQueue> {
  const sdk = await import('@aws-sdk/client-sqs');
  const { own } = await credentialsFor(profile === undefined ? {} : { profile });
  const url = place.startsWith('https://') ? new URL(place) : null;
  const client: SQSClient = new sdk.SQSClient({
    region: /^(?:sqs\.)([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/.exec(url?.host ?? '')?.[1] ?? region,
    credentials: own,
    maxAttempts: 6,
    retryMode: 'standard',
    // An answer takes as long as the longest wait for messages.
    requestHandler: { requestTimeout: 60_000, connectionTimeout: 10_000 },
    ...(endpoint !== undefined && { endpoint }),
  });
  const name = url ? (url.pathname.split('/').at(-1) ?? '') : place;
  let known: string | null = url && endpoint === undefined ? place : null;
  const failed =
    (permission: string, signal?: AbortSignal) =>
    (cause: unknown): never => {
      throw awsFailure(cause, `${permission} on the queue ${name}`, signal);
    };
  const queueUrl = async (signal?: AbortSignal): Promise<string> => {
    if (known !== null) return known;
    const found = await client
      .send(new sdk.GetQueueUrlCommand({ QueueName: name }), signal && { abortSignal: signal })
      .catch(failed('sqs:GetQueueUrl', signal));
    return (known = found.QueueUrl ?? '');
  };
  /** Others may have them at once; without the permission they have to wait. */
  const giveBack = async (QueueUrl: string, messages: readonly QueueMessage[]): Promise<void> => {
    for (const { receipt } of messages)
      await client
        .send(new sdk.ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: receipt, VisibilityTimeout: 0 }))
        .catch(() => undefined);
  };
  return {
    address: `sqs://${place.replace(/^https:\/\//, '')}`,
    returns: true,
    async receive({ waitMs, signal }) {
      const QueueUrl = await queueUrl(signal);
      const found: QueueMessage[] = [];
      for (let wait = waitMs; found.length < MOST && !signal.aborted; wait = 0) {
        // Not cut short by the signal: what the queue hands out then would be hidden from everybody for minutes.
        const { Messages = [] } = await client
          .send(
            new sdk.ReceiveMessageCommand({
              ...{ QueueUrl, MaxNumberOfMessages: AT_ONCE, VisibilityTimeout: HIDDEN },
              WaitTimeSeconds: Math.min(20, Math.ceil(wait / 1000)),
            }),
          )
          .catch(failed('sqs:ReceiveMessage', signal));
        for (const { MessageId = '', Body = '', ReceiptHandle = '' } of Messages)
          found.push({ id: MessageId, body: Body, attributes: {}, receipt: ReceiptHandle });
        if (Messages.length < AT_ONCE) break;
      }
      if (!signal.aborted) return found;
      await giveBack(QueueUrl, found);
      return [];
    },
    async done(messages) {
      const QueueUrl = await queueUrl();
      for (let at = 0; at < messages.length; at += AT_ONCE) {
        const Entries = messages.slice(at, at + AT_ONCE).map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt }));
        // What could not be deleted comes again and does nothing then.
        await client.send(new sdk.DeleteMessageBatchCommand({ QueueUrl, Entries })).catch(failed('sqs:DeleteMessage'));
      }
    },
    close: async () => client.destroy(),
  };
}
