/**
 * PagerDuty, Events API v2: an alert is triggered, acknowledged and resolved by its deduplication key. Requests and answers as
 * developer.pagerduty.com describes them (Send an Alert Event; openapiv3.json of Events v2), read 2026-11-22.
 */
import { z } from 'zod';
import { ask, objectOf } from './ask.ts';
import { defineChannel } from './channel.ts';
import type { Message } from './message.ts';
import { cut } from './message.ts';
import { delivered } from './outcome.ts';

const settings = z.strictObject({
  /** The integration key of an Events API v2 integration. */
  routingKey: z.string().regex(/^[A-Za-z0-9]{32}$/),
  region: z.enum(['us', 'eu']).default('us'),
});

const HOSTS = { us: 'https://events.pagerduty.com', eu: 'https://events.eu.pagerduty.com' };

export const pagerduty = defineChannel<z.infer<typeof settings>>({
  name: 'pagerduty',
  settings,
  secrets: ({ routingKey }) => [routingKey],
  async send({ message }, { routingKey, region }, tools) {
    if (actionOf(message) === null) return delivered(null, { detail: 'raises no alarm' });
    const url = `${tools.endpoints?.pagerduty ?? HOSTS[region]}/v2/enqueue`;
    const body = JSON.stringify(pagerDutyEvent(message, routingKey));
    const answer = await ask({ url, method: 'POST', headers: { 'content-type': 'application/json' }, body }, tools);
    if (answer.kind !== 'answered') return answer;
    const key = objectOf(answer.text)?.['dedup_key'];
    return delivered(typeof key === 'string' ? key : dedupKey(message));
  },
});

const SEVERITIES = { critical: 'critical', high: 'error', medium: 'warning', low: 'warning', info: 'info' } as const;
const SUMMARY = 1024;

/** The same for everything about one subject; at most 255 characters. */
const dedupKey = ({ subject }: Message): string => `kumomori/${subject}`.slice(0, 255);

/** An exception that is granted acknowledges: somebody looked at it. */
function actionOf({ state, kind }: Message): 'trigger' | 'acknowledge' | 'resolve' | null {
  if (kind === 'exception-approved') return 'acknowledge';
  if (state === 'information') return null;
  return state === 'resolved' ? 'resolve' : 'trigger';
}

function pagerDutyEvent(message: Message, routingKey: string): unknown {
  const { title, summary, facts, items, link, severity, at, event } = message;
  const action = actionOf(message);
  const about = { routing_key: routingKey, event_action: action, dedup_key: dedupKey(message) };
  if (action !== 'trigger') return about;
  const source = 'finding' in event ? event.finding.resource : message.subject;
  return {
    ...about,
    client: 'kumomori',
    ...(link === null ? {} : { client_url: link.url, links: [{ href: link.url, text: link.label }] }),
    payload: {
      summary: cut(title, SUMMARY),
      source: cut(source, SUMMARY),
      severity: SEVERITIES[severity ?? 'medium'],
      timestamp: at,
      component: 'finding' in event ? event.finding.checkId : message.kind,
      ...('finding' in event && event.finding.account !== null ? { group: event.finding.account } : {}),
      class: message.kind,
      custom_details: {
        summary,
        ...Object.fromEntries(facts.map(({ label, value }) => [label, value])),
        ...(items.length === 0 ? {} : { items: items.map(({ text }) => text) }),
      },
    },
  };
}
