/** SNS: Publish. Needs `sns:Publish` on the topic, and for an encrypted one its key. */
import type { SNSClient } from '@aws-sdk/client-sns';
import { credentialsFor } from '../aws/index.ts';
import type { CloudOptions } from '../logs/index.ts';
import { awsFailure, RemoteError } from '../logs/index.ts';

export interface TopicMessage {
  /** ARN. */
  readonly topic: string;
  /** ASCII, at most 99 characters; subscribers by mail see it. */
  readonly subject: string;
  /** At most 256 KiB. */
  readonly message: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of topics of the kind FIFO. */
  readonly group?: string;
  readonly deduplication?: string;
}

/** The id SNS gave it. One attempt: who calls knows when to try again. Throws a RemoteError. */
export async function publishToTopic(message: TopicMessage, options: CloudOptions & { readonly signal?: AbortSignal }): Promise<string> {
  const { region, profile, endpoint, signal } = options;
  const sdk = await import('@aws-sdk/client-sns');
  const { own } = await credentialsFor(profile === undefined ? {} : { profile });
  const client: SNSClient = new sdk.SNSClient({
    region,
    credentials: own,
    maxAttempts: 1,
    requestHandler: { requestTimeout: 15_000, connectionTimeout: 10_000 },
    ...(endpoint !== undefined && { endpoint }),
  });
  const command = new sdk.PublishCommand({
    TopicArn: message.topic,
    Subject: message.subject,
    Message: message.message,
    MessageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
    ),
    ...(message.group !== undefined && { MessageGroupId: message.group }),
    ...(message.deduplication !== undefined && { MessageDeduplicationId: message.deduplication }),
  });
  try {
    const { MessageId } = await client.send(command, signal && { abortSignal: signal });
    if (MessageId === undefined) throw new RemoteError('failed', 'an answer without an id');
    return MessageId;
  } catch (cause) {
    throw awsFailure(cause, `sns:Publish on ${message.topic}`, signal);
  } finally {
    client.destroy();
  }
}
