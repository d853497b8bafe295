/**
 * Microsoft Teams through the webhook of a workflow ("Post to a channel when a webhook request is received"): an Adaptive Card within a
 * message. Compared 2026-11-22 with learn.microsoft.com: the limit of 28 KB (Create incoming webhooks; known issues of the Teams connector,
 * "about 28 KB"), and that text runs read no Markdown (Adaptive Cards, Text features). The form of the envelope and the properties of cards
 * are general knowledge: their pages were not read.
 */
import { z } from 'zod';
import { ask } from './ask.ts';
import { defineChannel } from './channel.ts';
import { itemLine, moreLine } from './lines.ts';
import type { Message, MessageItem } from './message.ts';
import { delivered } from './outcome.ts';

const settings = z.strictObject({ url: z.string().min(1) });

export const teams = defineChannel<z.infer<typeof settings>>({
  name: 'teams',
  settings,
  // The signature that lets one post stands in the query.
  secrets: ({ url }) => [url, ...new URLSearchParams(URL.parse(url)?.search ?? '').values()],
  async send({ message }, { url }, tools) {
    const answer = await ask({ url, method: 'POST', headers: { 'content-type': 'application/json' }, body: fitting(message) }, tools);
    return answer.kind === 'answered' ? delivered() : answer;
  },
});

const MOST_BYTES = 27_000;

/** Fewer items until the card is small enough; texts are cut to lengths before that leave room for the rest. */
function fitting(message: Message): string {
  for (let { items } = message; ; items = items.slice(0, Math.floor(items.length / 2))) {
    const body = JSON.stringify(payload({ ...message, items, moreItems: message.moreItems + message.items.length - items.length }));
    if (items.length === 0 || Buffer.byteLength(body) <= MOST_BYTES) return body;
  }
}

/** Text runs know no Markdown, unlike text blocks and facts: what providers say stays text. */
const run = (text: string, weight: 'Default' | 'Bolder' = 'Default', size: 'Default' | 'Large' = 'Default'): unknown => ({
  type: 'TextRun',
  text,
  ...(weight === 'Default' ? {} : { weight }),
  ...(size === 'Default' ? {} : { size }),
});
const rich = (...inlines: readonly unknown[]): unknown => ({ type: 'RichTextBlock', inlines });

const COLORS = { critical: 'attention', high: 'attention', medium: 'warning', low: 'accent', info: 'default' } as const;

function payload(message: Message): unknown {
  const { title, summary, facts, items, link, footer, severity, state, language } = message;
  const style = state === 'resolved' ? 'good' : severity === null ? 'default' : COLORS[severity];
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          lang: language,
          fallbackText: title,
          msteams: { width: 'Full' },
          body: [
            { type: 'Container', style, bleed: true, items: [rich(run(title, 'Bolder', 'Large'))] },
            ...(summary === '' ? [] : [rich(run(summary))]),
            ...facts.map(({ label, value }) => rich(run(`${label}: `, 'Bolder'), run(value))),
            ...items.map((item) => listed(item, message)),
            ...moreLine(message).map((line) => rich(run(line))),
            rich({ type: 'TextRun', text: footer, isSubtle: true, size: 'Small' }),
          ],
          ...(link === null ? {} : { actions: [{ type: 'Action.OpenUrl', title: link.label, url: link.url }] }),
        },
      },
    ],
  };
}

function listed(item: MessageItem, message: Message): unknown {
  const action = item.url === null ? {} : { selectAction: { type: 'Action.OpenUrl', url: item.url } };
  return rich({ type: 'TextRun', text: itemLine(item, message), ...action });
}
