/**
 * Backlog (Nulab): an issue for each subject, comments on it for what follows, its status read back. Compared 2026-11-22 with
 * developer.nulab.com (Get Issue, Get Issue List) and, for the ids of states, with backlog.com (変更: 状態の追加機能 and the API). Add Issue, Add
 * Comment and Rate Limit are general knowledge: their pages were not read.
 */
import { createHash } from 'node:crypto';
import { isRecord } from '@kumomori/model';
import { z } from 'zod';
import type { Answered } from './ask.ts';
import { ask, objectOf } from './ask.ts';
import type { ChannelTools, TicketAnswer, TicketState } from './channel.ts';
import { defineChannel } from './channel.ts';
import { plainText } from './lines.ts';
import type { Message } from './message.ts';
import { cut } from './message.ts';
import type { Outcome } from './outcome.ts';
import { delivered, refused } from './outcome.ts';

const id = z.int().positive();

const settings = z.strictObject({
  /** `https://example.backlog.com` or `https://example.backlog.jp` */
  space: z.string().min(1),
  apiKey: z.string().min(16),
  project: id,
  issueType: id,
  /** 2 high, 3 normal, 4 low; without it by the severity of the finding. */
  priority: z.union([z.literal(2), z.literal(3), z.literal(4)]).optional(),
  /** How the project reads its texts. */
  format: z.enum(['markdown', 'backlog']).default('markdown'),
  assignee: id.optional(),
});
type Settings = z.infer<typeof settings>;

type Failure = Exclude<Outcome, { readonly kind: 'delivered' }>;

export const backlog = defineChannel<Settings>({
  name: 'backlog',
  settings,
  secrets: ({ apiKey }) => [apiKey],
  async send({ message, attempt, previous }, given, tools) {
    const place = { given, tools };
    if (previous !== null) return comment(message, previous, place);
    if (message.state !== 'open') return delivered(null, { detail: 'makes no ticket' });
    const known = attempt > 1 ? await findEarlier(message, place) : null;
    return known ?? create(message, place);
  },
  ticket: (reference, given, tools) => readTicket(reference, { given, tools }),
});

interface Place {
  readonly given: Settings;
  readonly tools: ChannelTools;
}

/** The key stands in the query: there is no other place for it. URLs are never part of an outcome. */
function call(method: 'GET' | 'POST', path: string, { given, tools }: Place, fields: URLSearchParams): Promise<Answered | Failure> {
  const key = new URLSearchParams({ apiKey: given.apiKey });
  const query = method === 'GET' ? `${String(key)}&${String(fields)}` : String(key);
  const url = `${given.space.replace(/\/+$/, '')}/api/v2/${path}?${query}`;
  const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: String(fields) };
  return ask({ url, method, ...(method === 'POST' ? form : {}) }, tools);
}

const viewOf = (space: string, key: string): string => `${space.replace(/\/+$/, '')}/view/${encodeURIComponent(key)}`;
const isKey = (value: unknown): value is string => typeof value === 'string' && /^[A-Z][A-Z0-9_]*-\d{1,12}$/.test(value);

/** Finds the issue of a subject again; stands at the end of its text. */
const markOf = ({ subject }: Message): string => `kumomori-${createHash('sha256').update(subject).digest('hex').slice(0, 16)}`;

const PRIORITIES = { critical: 2, high: 2, medium: 3, low: 4, info: 4 } as const;

async function create(message: Message, place: Place): Promise<Outcome> {
  const { given } = place;
  const { severity, event } = message;
  const due = 'finding' in event ? event.finding.due : event.kind === 'request' ? event.due : null;
  const fields = new URLSearchParams({
    projectId: String(given.project),
    summary: cut(message.title, 255),
    issueTypeId: String(given.issueType),
    priorityId: String(given.priority ?? PRIORITIES[severity ?? 'medium']),
    description: `${quoted(message, given.format)}\n\n${markOf(message)}`,
    ...(due === null ? {} : { dueDate: due }),
    ...(given.assignee === undefined ? {} : { assigneeId: String(given.assignee) }),
  });
  const answer = await call('POST', 'issues', place, fields);
  if (answer.kind !== 'answered') return answer;
  const key = objectOf(answer.text)?.['issueKey'];
  return isKey(key) ? delivered(key, { url: viewOf(given.space, key) }) : refused('unexpected-answer');
}

/** What an attempt made whose answer got lost. The search is by words, so the mark is looked for in what it finds. */
async function findEarlier(message: Message, place: Place): Promise<Outcome | null> {
  const { given } = place;
  const query = new URLSearchParams({ 'projectId[]': String(given.project), keyword: markOf(message), count: '20', sort: 'created' });
  const answer = await call('GET', 'issues', place, query);
  if (answer.kind !== 'answered') return answer;
  for (const issue of listOf(answer.text)) {
    if (!isRecord(issue) || !String(issue['description']).includes(markOf(message)) || !isKey(issue['issueKey'])) continue;
    if (stateOf(issue['status']) !== 'done') return delivered(issue['issueKey'], { url: viewOf(given.space, issue['issueKey']) });
  }
  return null;
}

function listOf(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

async function comment(message: Message, previous: string, place: Place): Promise<Outcome> {
  const { space, format } = place.given;
  if (!isKey(previous)) return refused('settings', 'no key of an issue');
  const content = quoted({ ...message, summary: `${message.title}: ${message.summary}` }, format);
  const answer = await call('POST', `issues/${previous}/comments`, place, new URLSearchParams({ content }));
  return answer.kind === 'answered' ? delivered(previous, { url: viewOf(space, previous) }) : answer;
}

/** The four states every project has keep the ids 1 open, 2 in progress, 3 resolved, 4 closed. States of a project's own count as work going on. */
function stateOf(status: unknown): TicketState {
  const number = isRecord(status) ? status['id'] : undefined;
  if (number === 1) return 'open';
  return number === 3 || number === 4 ? 'done' : 'in-progress';
}

async function readTicket(reference: string, place: Place): Promise<TicketAnswer> {
  if (!isKey(reference)) return { kind: 'missing' };
  const answer = await call('GET', `issues/${reference}`, place, new URLSearchParams());
  if (answer.kind === 'refused' && answer.reason === 'gone') return { kind: 'missing' };
  if (answer.kind !== 'answered') return answer;
  const issue = objectOf(answer.text);
  const status = issue?.['status'];
  if (!isRecord(status)) return { kind: 'refused', reason: 'unexpected-answer', guard: null, detail: '' };
  const key = issue?.['issueKey'];
  return {
    kind: 'ticket',
    state: stateOf(status),
    status: String(status['name']),
    url: viewOf(place.given.space, isKey(key) ? key : reference),
  };
}

/**
 * Texts of others in a project's notation. Markdown: signs are escaped line by line, links of ours stay. Backlog's own notation has no sign
 * for that, so the text stands in a block of code, whose end mark is broken up.
 */
function quoted(message: Message, format: Settings['format']): string {
  const text = plainText(message);
  if (format === 'backlog') return `{code}\n${text.replace(/\{(\/?)code/gi, '{\u2060$1code')}\n{/code}`;
  const { link } = message;
  const isOurs = (line: string): boolean => /^ {2}https?:/.test(line) || (link !== null && line === `${link.label}: ${link.url}`);
  return text
    .split('\n')
    .map((line) => (isOurs(line) ? line : markdownLine(line)))
    .join('  \n');
}

function markdownLine(line: string): string {
  const escaped = line.replace(/[\\`*_[\]<>#!|~&]/g, (sign) => `\\${sign}`);
  return escaped.replace(/^(\s*)([-+=])/, '$1\\$2').replace(/^(\s*\d+)\./, '$1\\.');
}
