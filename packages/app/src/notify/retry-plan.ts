/** When to try again. Time and chance come in from outside. */
import type { Channel, ChannelTools, Delivery } from './channel.ts';
import type { Outcome } from './outcome.ts';

export interface RetryPlan {
  /** Attempts in all; after the last one a delivery is dead. */
  readonly attempts: number;
  readonly firstSeconds: number;
  /** Each wait is so many times the one before. */
  readonly factor: number;
  readonly longestSeconds: number;
}

/** Eight attempts within about an hour: 30 s, 1, 2, 4, 8, 16, 32 minutes, each shortened by up to half. */
export const usualPlan: RetryPlan = { attempts: 8, firstSeconds: 30, factor: 2, longestSeconds: 3600 };

export type NextAttempt = { readonly kind: 'again'; readonly afterSeconds: number } | { readonly kind: 'dead' };

/**
 * Whether and when a delivery is tried again after the attempt with this number (from 1). Exponential, with jitter: `random` (0 to 1) says
 * where in the upper half of the wait. Never earlier than the receiver asked.
 */
export function nextAttempt(
  attempt: number,
  asked: number | null,
  { plan = usualPlan, random }: { readonly plan?: RetryPlan; readonly random: number },
): NextAttempt {
  if (attempt >= plan.attempts) return { kind: 'dead' };
  const full = Math.min(plan.longestSeconds, plan.firstSeconds * plan.factor ** (attempt - 1));
  const wait = full * (0.5 + Math.min(1, Math.max(0, random)) / 2);
  return { kind: 'again', afterSeconds: Math.ceil(Math.max(wait, asked ?? 0)) };
}

export type DeliveryResult =
  | Extract<Outcome, { readonly kind: 'delivered' }>
  | { readonly kind: 'again'; /** ISO 8601 in UTC. */ readonly at: string; readonly attempt: number; readonly outcome: Outcome }
  | { readonly kind: 'dead'; readonly outcome: Outcome };

export interface DeliverTools extends ChannelTools {
  readonly random: () => number;
  readonly plan?: RetryPlan;
}

/** One attempt, and what follows: it is there, it is tried again at a time, or it belongs among the dead letters with its last outcome. */
export async function deliver(channel: Channel, delivery: Delivery, settings: unknown, tools: DeliverTools): Promise<DeliveryResult> {
  const outcome = await channel.send(delivery, settings, tools);
  if (outcome.kind === 'delivered') return outcome;
  if (outcome.kind === 'refused') return { kind: 'dead', outcome };
  const { plan = usualPlan } = tools;
  const next = nextAttempt(delivery.attempt, outcome.afterSeconds, { plan, random: tools.random() });
  if (next.kind === 'dead') return { kind: 'dead', outcome };
  const at = new Date(tools.now().getTime() + next.afterSeconds * 1000).toISOString();
  return { kind: 'again', at, attempt: delivery.attempt + 1, outcome };
}
