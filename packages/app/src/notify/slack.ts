/**
 * Slack: incoming webhooks, and chat.postMessage of a bot, which can go on in a thread. The names of errors were compared on 2026-11-22 with
 * copies of Slack's method reference (slack-ruby/slack-api-ref; slack_kit on hex.pm), not with docs.slack.dev itself. Requests and the
 * limits of blocks are general knowledge: their pages were not read.
 */
import { z } from 'zod';
import { ask, objectOf } from './ask.ts';
import type { ChannelTools, Delivery } from './channel.ts';
import { defineChannel } from './channel.ts';
import type { Message } from './message.ts';
import { cut } from './message.ts';
import type { Outcome } from './outcome.ts';
import { delivered, refused, retry } from './outcome.ts';
import { itemLine, moreLine } from './lines.ts';

const settings = z.union([
  z.strictObject({ url: z.string().min(1) }),
  z.strictObject({ token: z.string().min(10), channel: z.string().regex(/^[#@A-Za-z0-9][\w\p{L}-]*$/u) }),
]);
type Settings = z.infer<typeof settings>;

export const slack = defineChannel<Settings>({
  name: 'slack',
  settings,
  secrets: (given) => ('url' in given ? [given.url, ...given.url.split('/').slice(-3)] : [given.token]),
  send: (delivery, given, tools) => ('url' in given ? toWebhook(delivery, given.url, tools) : asBot(delivery, given, tools)),
});

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

async function toWebhook({ message }: Delivery, url: string, tools: ChannelTools): Promise<Outcome> {
  const answer = await ask({ url, method: 'POST', headers: JSON_TYPE, body: JSON.stringify(payload(message)) }, tools);
  return answer.kind === 'answered' ? delivered() : answer;
}

/** Errors that say nothing about the message. */
const PASSING = new Set(['ratelimited', 'rate_limited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
const NO_ACCESS = /^(?:invalid_auth|not_authed|account_inactive|token_|no_permission|missing_scope|not_allowed|access_denied)/;

async function asBot({ message, previous }: Delivery, given: Extract<Settings, { token: string }>, tools: ChannelTools): Promise<Outcome> {
  const url = `${tools.endpoints?.slack ?? 'https://slack.com'}/api/chat.postMessage`;
  const thread = previous === null ? {} : { thread_ts: previous };
  const body = JSON.stringify({ channel: given.channel, ...thread, ...payload(message) });
  const answer = await ask({ url, method: 'POST', headers: { ...JSON_TYPE, authorization: `Bearer ${given.token}` }, body }, tools);
  if (answer.kind !== 'answered') return answer;
  const object = objectOf(answer.text);
  if (!object) return refused('unexpected-answer');
  // A thread goes on with its first message.
  if (object['ok'] === true) return delivered(previous ?? (typeof object['ts'] === 'string' ? object['ts'] : null));
  const error = typeof object['error'] === 'string' ? object['error'] : 'no reason';
  if (PASSING.has(error)) return retry(error.includes('limited') ? 'throttled' : 'server-error', error);
  if (NO_ACCESS.test(error)) return refused('unauthorized', error);
  return refused(/^(?:channel_not_found|is_archived)$/.test(error) ? 'gone' : 'rejected', error);
}

// Block Kit: at most 50 blocks; header 150, section 3000, ten fields of 2000, button 75, its URL 3000 characters.
const HEADER = 150;
const SECTION = 3000;
const FIELD = 2000;
const FIELDS = 10;
const URL_CHARACTERS = 3000;

/** Texts of others stand in `plain_text`, where neither formatting nor mentions nor `:emoji:` are read. */
const plain = (text: string, most: number): unknown => ({ type: 'plain_text', text: cut(text, most), emoji: false });

/** The one place with markup, for notifications of the system: `<` `>` `&` begin mentions and links there. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function payload(message: Message): Readonly<Record<string, unknown>> {
  const { title, summary, facts, items, link, footer } = message;
  const list = [...items.map((item) => itemLine(item, message)), ...moreLine(message)].join('\n');
  const url = link !== null && link.url.length <= URL_CHARACTERS ? link.url : null;
  return {
    text: cut(escaped(title), SECTION),
    blocks: [
      { type: 'header', text: plain(title, HEADER) },
      ...(summary === '' ? [] : [{ type: 'section', text: plain(summary, SECTION) }]),
      ...(facts.length === 0
        ? []
        : [{ type: 'section', fields: facts.slice(0, FIELDS).map(({ label, value }) => plain(`${label}\n${value}`, FIELD)) }]),
      ...(list === '' ? [] : [{ type: 'section', text: plain(list, SECTION) }]),
      ...(url === null ? [] : [{ type: 'actions', elements: [{ type: 'button', text: plain(link?.label ?? '', 75), url }] }]),
      { type: 'context', elements: [plain(footer, SECTION)] },
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
}
