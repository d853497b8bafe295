/**
 * Amazon SNS: one publication to a topic, for mail, queues, functions and phones behind it. Limits as documented in the types of
 * @aws-sdk/client-sns 3.1048.0 (PublishInput), compared 2026-11-22: a message and its attributes 262,144 bytes together; a subject UTF-8
 * without line ends and control characters, shorter than 100 characters. The address is the SDK's own, so there is nothing for the guard.
 */
import { createHash } from 'node:crypto';
import type { RemoteError } from '@kumomori/collectors';
import { isRecord } from '@kumomori/model';
import { z } from 'zod';
import { defineChannel } from './channel.ts';
import { plainText } from './lines.ts';
import type { Message } from './message.ts';
import { cut } from './message.ts';
import type { Outcome } from './outcome.ts';
import { delivered, refused, retry } from './outcome.ts';

const settings = z.strictObject({
  topic: z.string().regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}(?:\.fifo)?$/),
  /** Of the credentials file; the environment's own when left out. */
  profile: z
    .string()
    .regex(/^[\w.@-]{1,100}$/)
    .optional(),
});

const MOST_BYTES = 200_000;

export const sns = defineChannel<z.infer<typeof settings>>({
  name: 'sns',
  settings,
  secrets: () => [],
  async send({ message }, { topic, profile }, { endpoints, signal }) {
    // With the SDK of AWS, which nobody else here needs.
    const collectors = await import('@kumomori/collectors');
    const region = topic.split(':')[3] ?? '';
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    try {
      const id = await collectors.publishToTopic(
        {
          topic,
          subject: subjectOf(message),
          message: cutBytes(`${message.title}\n\n${plainText(message)}`),
          attributes: { kind: message.kind, state: message.state, severity: message.severity ?? 'none', language: message.language },
          ...(topic.endsWith('.fifo') ? { group: hash(message.subject), deduplication: hash(message.id) } : {}),
        },
        { region, profile, endpoint: endpoints?.sns, ...(signal ? { signal } : {}) },
      );
      return delivered(id);
    } catch (cause) {
      return cause instanceof collectors.RemoteError ? outcomeOf(cause) : retry('interrupted');
    }
  },
});

/** Fewer than 100 characters, no line ends, beginning with a letter. */
function subjectOf({ title }: Message): string {
  return cut(`kumomori: ${title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}`, 99);
}

function cutBytes(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.length <= MOST_BYTES
    ? text
    : bytes
        .subarray(0, MOST_BYTES)
        .toString('utf8')
        .replace(/\ufffd+$/, '');
}

function outcomeOf({ kind, detail, cause }: RemoteError): Outcome {
  switch (kind) {
    case 'throttled':
      return retry('throttled', detail);
    case 'interrupted':
      return retry('interrupted', detail);
    case 'stopped':
      return retry('stopped');
    case 'failed':
      return isOurFault(cause) ? refused('rejected', detail) : retry('server-error', detail);
    case 'refused':
    case 'credentials':
      return refused('unauthorized', detail);
    case 'missing':
      return refused('gone', detail);
    case 'too-large':
    case 'changed':
      return refused('rejected', detail);
  }
}

/** The SDK puts the status of HTTP on its errors; 4xx would be the same next time. */
function isOurFault(cause: unknown): boolean {
  const metadata = isRecord(cause) ? cause['$metadata'] : undefined;
  const status = isRecord(metadata) ? metadata['httpStatusCode'] : undefined;
  return typeof status === 'number' && status >= 400 && status < 500;
}
