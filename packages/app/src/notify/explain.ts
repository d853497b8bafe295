/** What became of a delivery, in words. */
import type { Language } from '@kumomori/model';
import { messagesIn } from '../i18n/index.ts';
import type { Outcome } from './outcome.ts';
import type { DeliveryResult } from './retry-plan.ts';

/** `the receiver rejects the message (400 invalid_payload); given up` */
export function explainDelivery(result: DeliveryResult, language: Language): string {
  const { outcomes } = messagesIn(language).notify;
  if (result.kind === 'delivered') return withDetail(outcomes.delivered, result.detail);
  const reason = explainOutcome(result.outcome, language);
  return result.kind === 'again' ? outcomes.again(reason, result.at) : outcomes.dead(reason);
}

/** The same of one attempt. */
export function explainOutcome(outcome: Outcome, language: Language): string {
  const { outcomes, retryReasons, refusals, guards } = messagesIn(language).notify;
  if (outcome.kind === 'delivered') return withDetail(outcomes.delivered, outcome.detail);
  if (outcome.kind === 'retry') return withDetail(retryReasons[outcome.reason], outcome.detail);
  const detail = outcome.guard === null ? outcome.detail : guards[outcome.guard];
  return withDetail(refusals[outcome.reason], detail);
}

function withDetail(sentence: string, detail: string): string {
  return detail === '' ? sentence : `${sentence} (${detail})`;
}
