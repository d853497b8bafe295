/**
 * Jira Cloud: an issue for each subject, comments on it for what follows, its status read back. REST API v3 (Create issue, Add comment, Get
 * issue, Search with JQL) and the Atlassian Document Format from general knowledge: Atlassian's own pages were not read. That
 * `POST /search/jql` and the categories of status have these names was seen on 2026-11-22 in descriptions and tests of other public clients.
 */
import { createHash } from 'node:crypto';
import { isRecord } from '@kumomori/model';
import { z } from 'zod';
import type { Answered } from './ask.ts';
import { ask, objectOf } from './ask.ts';
import type { ChannelTools, TicketAnswer, TicketState } from './channel.ts';
import { defineChannel } from './channel.ts';
import { itemLine, moreLine } from './lines.ts';
import type { Message } from './message.ts';
import { cut } from './message.ts';
import type { Outcome } from './outcome.ts';
import { delivered, refused } from './outcome.ts';

const settings = z.strictObject({
  /** `https://example.atlassian.net` */
  site: z.string().min(1),
  email: z.email(),
  token: z.string().min(8),
  project: z.string().regex(/^[A-Z][A-Z0-9_]{1,30}$/),
  issueType: z.string().min(1).max(60).default('Task'),
  labels: z
    .array(z.string().regex(/^[^\s"]{1,60}$/))
    .max(10)
    .default([]),
});
type Settings = z.infer<typeof settings>;

type Failure = Exclude<Outcome, { readonly kind: 'delivered' }>;

export const jira = defineChannel<Settings>({
  name: 'jira',
  settings,
  secrets: ({ email, token }) => [token, Buffer.from(`${email}:${token}`).toString('base64')],
  async send({ message, attempt, previous }, given, tools) {
    if (previous !== null) return comment(message, previous, { given, tools });
    // Nobody works on tickets that only tell.
    if (message.state !== 'open') return delivered(null, { detail: 'makes no ticket' });
    const known = attempt > 1 ? await findEarlier(message, given, tools) : null;
    if (known !== null && known.kind !== 'delivered') return known;
    return known ?? create(message, given, tools);
  },
  ticket: readTicket,
});

interface Place {
  readonly given: Settings;
  readonly tools: ChannelTools;
}

function call(method: string, path: string, { given, tools }: Place, body?: unknown): Promise<Answered | Failure> {
  const credentials = Buffer.from(`${given.email}:${given.token}`).toString('base64');
  const headers = { authorization: `Basic ${credentials}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const url = `${given.site.replace(/\/+$/, '')}/rest/api/3/${path}`;
  return ask({ url, method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }, tools);
}

const browse = (site: string, key: string): string => `${site.replace(/\/+$/, '')}/browse/${encodeURIComponent(key)}`;
const isKey = (value: unknown): value is string => typeof value === 'string' && /^[A-Z][A-Z0-9_]*-\d{1,12}$/.test(value);

/** Finds the issue of a subject again. */
const markOf = ({ subject }: Message): string => `kumomori-${createHash('sha256').update(subject).digest('hex').slice(0, 16)}`;

async function create(message: Message, given: Settings, tools: ChannelTools): Promise<Outcome> {
  const fields = {
    project: { key: given.project },
    issuetype: { name: given.issueType },
    // One line of at most 255 characters.
    summary: cut(message.title, 255),
    description: documentOf(message),
    labels: ['kumomori', markOf(message), ...given.labels],
  };
  const answer = await call('POST', 'issue', { given, tools }, { fields });
  if (answer.kind !== 'answered') return answer;
  const key = objectOf(answer.text)?.['key'];
  return isKey(key) ? delivered(key, { url: browse(given.site, key) }) : refused('unexpected-answer');
}

/** What an attempt made whose answer got lost; null when it made none. */
async function findEarlier(message: Message, given: Settings, tools: ChannelTools): Promise<Outcome | null> {
  const jql = `project = "${given.project}" AND labels = "${markOf(message)}" AND statusCategory != Done ORDER BY created DESC`;
  const answer = await call('POST', 'search/jql', { given, tools }, { jql, maxResults: 1, fields: ['status'] });
  if (answer.kind !== 'answered') return answer;
  const issues = objectOf(answer.text)?.['issues'];
  const first: unknown = Array.isArray(issues) ? issues[0] : undefined;
  const key = isRecord(first) ? first['key'] : undefined;
  return isKey(key) ? delivered(key, { url: browse(given.site, key) }) : null;
}

async function comment(message: Message, previous: string, place: Place): Promise<Outcome> {
  const { site } = place.given;
  if (!isKey(previous)) return refused('settings', 'no key of an issue');
  const answer = await call('POST', `issue/${previous}/comment`, place, { body: documentOf(message, message.title) });
  return answer.kind === 'answered' ? delivered(previous, { url: browse(site, previous) }) : answer;
}

/** Every status belongs to one of three categories, whatever a project calls it. */
const STATES: Readonly<Record<string, TicketState>> = { new: 'open', indeterminate: 'in-progress', done: 'done' };

async function readTicket(reference: string, given: Settings, tools: ChannelTools): Promise<TicketAnswer> {
  if (!isKey(reference)) return { kind: 'missing' };
  const answer = await call('GET', `issue/${reference}?fields=status`, { given, tools });
  if (answer.kind === 'refused' && answer.reason === 'gone') return { kind: 'missing' };
  if (answer.kind !== 'answered') return answer;
  const object = objectOf(answer.text);
  const status = isRecord(object?.['fields']) ? object['fields']['status'] : undefined;
  const category = isRecord(status) && isRecord(status['statusCategory']) ? status['statusCategory']['key'] : undefined;
  const state = typeof category === 'string' ? STATES[category] : undefined;
  const key = object?.['key'];
  if (!isRecord(status) || state === undefined) return { kind: 'refused', reason: 'unexpected-answer', guard: null, detail: '' };
  // An issue that was moved answers with its new key.
  return { kind: 'ticket', state, status: String(status['name']), url: browse(given.site, isKey(key) ? key : reference) };
}

type Node = Readonly<Record<string, unknown>>;

/** Text nodes know no markup, and may not be empty. */
const textNode = (text: string, ...marks: readonly Node[]): readonly Node[] =>
  text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }];
const paragraph = (...content: readonly Node[]): Node => ({ type: 'paragraph', content });
const linked = (text: string, url: string): readonly Node[] => textNode(text, { type: 'link', attrs: { href: url } });

/** In the Atlassian Document Format. */
function documentOf(message: Message, heading = ''): Node {
  const { summary, facts, items, link, footer } = message;
  const list = [
    ...items.map((item) => {
      const line = itemLine(item, message).replace(/^• /, '');
      return paragraph(...(item.url === null ? textNode(line) : linked(line, item.url)));
    }),
    ...moreLine(message).map((line) => paragraph(...textNode(line))),
  ];
  const content = [
    ...(heading === '' ? [] : [paragraph(...textNode(heading, { type: 'strong' }))]),
    ...(summary === '' ? [] : [paragraph(...textNode(summary))]),
    ...facts.map(({ label, value }) => paragraph(...textNode(`${label}: `, { type: 'strong' }), ...textNode(value))),
    ...(list.length === 0 ? [] : [{ type: 'bulletList', content: list.map((each) => ({ type: 'listItem', content: [each] })) }]),
    ...(link === null ? [] : [paragraph(...linked(link.label, link.url))]),
    paragraph(...textNode(footer, { type: 'em' })),
  ];
  return { type: 'doc', version: 1, content };
}
