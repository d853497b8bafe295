/**
 * Any receiver of HTTP, signed as the Standard Webhooks specification says (github.com/standard-webhooks, spec/standard-webhooks.md, read
 * 2026-11-22): HMAC-SHA256 over `id.timestamp.body`, one signature for each secret, so that secrets can be changed without a gap.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ask } from './ask.ts';
import { defineChannel } from './channel.ts';
import type { Message } from './message.ts';
import { delivered } from './outcome.ts';

const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/);
/** Headers of HTTP itself and of the signature stay ours. */
const OURS = /^(?:webhook-|content-|host$|connection$|transfer-encoding$|te$|trailer$|upgrade$|expect$|keep-alive$|proxy-)/i;

const settings = z.strictObject({
  url: z.string().min(1),
  /** The newest first; the old ones as long as receivers may still know only those. */
  secrets: z.array(secret).min(1).max(3),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]{1,64}$/), z.string().regex(/^[\x20-\x7e]{0,2000}$/))
    .refine((given) => Object.keys(given).every((name) => !OURS.test(name)), 'a header that is set by kumomori itself')
    .optional(),
});

export const webhook = defineChannel<z.infer<typeof settings>>({
  name: 'webhook',
  settings,
  secrets: ({ secrets, headers = {} }) => [...secrets, ...secrets.map((each) => each.slice('whsec_'.length)), ...Object.values(headers)],
  async send({ message }, { url, secrets, headers = {} }, tools) {
    const body = JSON.stringify(webhookBody(message));
    const timestamp = Math.floor(tools.now().getTime() / 1000);
    const signed = {
      ...headers,
      'content-type': 'application/json',
      'webhook-id': message.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': secrets.map((each) => signWebhook({ id: message.id, timestamp, body }, each)).join(' '),
    };
    const answer = await ask({ url, method: 'POST', headers: signed, body }, tools);
    return answer.kind === 'answered' ? delivered() : answer;
  },
});

export interface SignedContent {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** `v1,` and the signature in Base64. The secret as `whsec_` and Base64. */
export function signWebhook({ id, timestamp, body }: SignedContent, secret: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** Whether one of the signatures of a header is ours, and its time within five minutes of `now`: what receivers do. */
export function verifyWebhook(
  content: SignedContent,
  header: string,
  { secret, now }: { readonly secret: string; readonly now: Date },
): boolean {
  if (Math.abs(now.getTime() / 1000 - content.timestamp) > 300) return false;
  const own = Buffer.from(signWebhook(content, secret));
  return header.split(' ').some((text) => {
    const given = Buffer.from(text);
    return given.length === own.length && timingSafeEqual(given, own);
  });
}

/** `type` with dots, `timestamp`, `data`, as the specification recommends; the words of people beside, in the language of the channel. */
function webhookBody({ event, title, summary, link, language, subject, state }: Message): unknown {
  const { kind, at, id: _, ...data } = event;
  return {
    type: kind.replace('-', '.'),
    timestamp: at,
    subject,
    state,
    data,
    message: { language, title, summary, url: link?.url ?? null },
  };
}
