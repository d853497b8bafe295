/** What a way to tell people is: settings that are checked, one attempt to send, an outcome. Nothing is kept, nothing is tried again here. */
import type { z } from 'zod';
import type { OutgoingPolicy, ResolveOptions } from '../net/index.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import { refused, withoutSecrets } from './outcome.ts';

export type ChannelName = 'mail' | 'slack' | 'teams' | 'webhook' | 'sns' | 'pagerduty' | 'jira' | 'backlog';

export interface Delivery {
  readonly message: Message;
  /** From 1. From 2 on, channels that make tickets look first whether an earlier attempt made one after all. */
  readonly attempt: number;
  /** The reference of an earlier delivery about the same subject: a thread or a ticket to go on with. */
  readonly previous: string | null;
}

export interface ChannelTools extends ResolveOptions {
  readonly policy: OutgoingPolicy;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** For tests and emulators: the services whose address is not part of the settings. */
  readonly endpoints?: { readonly slack?: string; readonly pagerduty?: string; readonly sns?: string };
}

export type TicketState = 'open' | 'in-progress' | 'done';

/** What a ticket says now. `missing`: it was deleted, or moved to where we may not look. */
export type TicketAnswer =
  | {
      readonly kind: 'ticket';
      readonly state: TicketState;
      /** In the words of the tracker. */ readonly status: string;
      readonly url: string;
    }
  | { readonly kind: 'missing' }
  | Exclude<Outcome, { readonly kind: 'delivered' }>;

/** One of the channels, for callers that have settings of unknown shape. Neither function throws. */
export interface Channel {
  readonly name: ChannelName;
  /** One line for each setting that is not as it should be; empty when all are. */
  problems(settings: unknown): readonly string[];
  send(delivery: Delivery, settings: unknown, tools: ChannelTools): Promise<Outcome>;
  /** Of trackers: the state of the ticket that `send` made. */
  readonly ticket?: (reference: string, settings: unknown, tools: ChannelTools) => Promise<TicketAnswer>;
}

interface ChannelDefinition<S> {
  readonly name: ChannelName;
  readonly settings: z.ZodType<S>;
  /** Never to be seen in an outcome. */
  readonly secrets: (settings: S) => readonly string[];
  readonly send: (delivery: Delivery, settings: S, tools: ChannelTools) => Promise<Outcome>;
  readonly ticket?: (reference: string, settings: S, tools: ChannelTools) => Promise<TicketAnswer>;
}

/** Settings are checked before, secrets taken out of outcomes after each call. */
export function defineChannel<S>({ name, settings: schema, secrets, send, ticket }: ChannelDefinition<S>): Channel {
  const problems = (settings: unknown): readonly string[] =>
    (schema.safeParse(settings).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
  const wrong = (settings: unknown): Exclude<Outcome, { readonly kind: 'delivered' | 'retry' }> => ({
    ...{ kind: 'refused', reason: 'settings', guard: null },
    detail: problems(settings).join('; '),
  });
  return {
    name,
    problems,
    async send(delivery, settings, tools) {
      const parsed = schema.safeParse(settings);
      if (!parsed.success) return wrong(settings);
      try {
        return withoutSecrets(await send(delivery, parsed.data, tools), secrets(parsed.data));
      } catch (cause) {
        // A fault of ours: it would be the same next time. Its text may hold anything.
        return refused('unexpected-answer', cause instanceof Error ? cause.name : '');
      }
    },
    ...(ticket && {
      async ticket(reference, settings, tools) {
        const parsed = schema.safeParse(settings);
        if (!parsed.success) return wrong(settings);
        const answer = await ticket(reference, parsed.data, tools);
        if (answer.kind === 'ticket' || answer.kind === 'missing') return answer;
        const clean = withoutSecrets(answer, secrets(parsed.data));
        return clean.kind === 'delivered' ? { kind: 'missing' } : clean;
      },
    }),
  };
}
