/** A message as every channel gets it: words in one language, not yet in the form of a channel. */
import type { Language, Severity } from '@kumomori/model';
import type { EventKind, NotificationEvent } from './events.ts';

export interface MessageItem {
  readonly severity: Severity | null;
  readonly text: string;
  /** Where the console shows it. */
  readonly url: string | null;
}

export interface Message {
  /** Of the event: the same on every attempt, so that receivers can drop what they know. */
  readonly id: string;
  readonly kind: EventKind;
  /** The same for all messages about one thing: what PagerDuty deduplicates by, what mails and tickets are threaded by. */
  readonly subject: string;
  /** `open` raises an alarm or ticket, `resolved` ends it, `information` does neither. */
  readonly state: 'open' | 'resolved' | 'information';
  readonly severity: Severity | null;
  readonly language: Language;
  readonly at: string;
  /** One line. */
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly items: readonly MessageItem[];
  /** Items that were left out. */
  readonly moreItems: number;
  readonly link: { readonly label: string; readonly url: string } | null;
  readonly footer: string;
  /** For machines. */
  readonly event: NotificationEvent;
}

/** Cut to so many UTF-16 units, never in the middle of a character, with an ellipsis where something is missing. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.slice(0, Math.max(0, most - 1)).replace(/[\ud800-\udbff]$/, '');
  return `${end}…`;
}
