/** Lists of a message as plain lines. */
import { messagesIn } from '../i18n/index.ts';
import type { Message, MessageItem } from './message.ts';

/** `• [High] S3 bucket blocks public access: orders-bucket`; the severity in the language of the message. */
export function itemLine({ severity, text }: MessageItem, { language }: Pick<Message, 'language'>): string {
  const name = severity === null ? '' : `[${messagesIn(language).notify.severities[severity]}] `;
  return `• ${name}${text}`;
}

/** `and 12 more`, or nothing. */
export function moreLine({ moreItems, language }: Message): readonly string[] {
  return moreItems === 0 ? [] : [messagesIn(language).notify.more(moreItems)];
}

/** The whole message as text: for mail, topics, trackers without formatting. */
export function plainText(message: Message): string {
  const { summary, facts, items, link, footer } = message;
  const paragraphs = [
    [summary],
    facts.map(({ label, value }) => `${label}: ${value}`),
    [...items.flatMap((item) => [itemLine(item, message), ...(item.url === null ? [] : [`  ${item.url}`])]), ...moreLine(message)],
    link === null ? [] : [`${link.label}: ${link.url}`],
    ['-- ', footer],
  ];
  return paragraphs
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
