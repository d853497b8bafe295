/** Events into messages: words, facts, what to open. The form of each channel is the channel's. */
import type { Language, Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { messagesIn } from '../i18n/index.ts';
import type { DigestEvent, ExceptionEvent, FindingFacts, IncidentEvent, NotificationEvent } from './events.ts';
import type { Message, MessageItem } from './message.ts';
import { cut } from './message.ts';

export interface ComposeOptions {
  readonly language: Language;
  /** Where people open the console, as `https://kumomori.example.com`; null: messages have no links. */
  readonly consoleUrl: string | null;
  /** IANA name of the zone times are shown in; UTC when left out. */
  readonly timeZone?: string;
  /** The most findings that are listed. */
  readonly mostItems?: number;
}

type Words = ReturnType<typeof messagesIn>['notify'];
type Fact = Message['facts'][number];

interface Composing extends ComposeOptions {
  readonly words: Words;
}

/** What the kinds of events give a message; the rest is the same for all. */
type Parts = Pick<Message, 'subject' | 'state' | 'severity' | 'title' | 'summary' | 'facts'> & {
  /** Path in the console. */
  readonly path: string;
  readonly items?: readonly MessageItem[];
};

const TITLE = 250;
const VALUE = 1000;
const ITEMS = 20;

/** The message of an event. Pure; texts of providers are cut and freed of control characters, not yet escaped. */
export function composeMessage(event: NotificationEvent, options: ComposeOptions): Message {
  const words = messagesIn(options.language).notify;
  const { path, items = [], ...parts } = partsOf(event, { ...options, words });
  const most = options.mostItems ?? ITEMS;
  const url = consoleLink(options.consoleUrl, path);
  return {
    ...parts,
    id: event.id,
    kind: event.kind,
    language: options.language,
    at: event.at,
    title: cut(shown(parts.title), TITLE),
    summary: cut(shown(parts.summary), VALUE),
    facts: parts.facts.filter(({ value }) => value !== '').map(({ label, value }) => ({ label, value: cut(shown(value), VALUE) })),
    items: items.slice(0, most).map((item) => ({ ...item, text: cut(shown(item.text), VALUE) })),
    moreItems: Math.max(0, items.length - most),
    link: url === null ? null : { label: words.linkLabel, url },
    footer: words.footer,
    event,
  };
}

function shown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
}

function consoleLink(base: string | null, path: string): string | null {
  return base === null ? null : `${base.replace(/\/+$/, '')}${path}`;
}

const pathOf = (area: string, id: string): string => `/${area}/${encodeURIComponent(id)}`;

function partsOf(event: NotificationEvent, composing: Composing): Parts {
  const { words, language } = composing;
  switch (event.kind) {
    case 'finding-opened':
    case 'finding-reopened':
    case 'finding-verified':
      return {
        ...ofFinding(event.finding, composing),
        state: event.kind === 'finding-verified' ? 'resolved' : 'open',
        title: words.titles[event.kind](event.finding.title[language]),
        summary: event.kind === 'finding-verified' ? words.summaries['finding-verified'] : event.finding.message[language],
      };
    case 'due-soon':
    case 'overdue':
      return {
        ...ofFinding(event.finding, composing),
        state: 'open',
        title: words.titles[event.kind](event.finding.title[language], event.days),
        summary: words.summaries[event.kind],
        facts: [
          ...findingFacts(event.finding, composing),
          { label: words.labels.escalation, value: event.level > 0 ? words.escalationLevel(event.level) : '' },
        ],
      };
    case 'request':
      return {
        subject: `request/${event.id}`,
        state: 'open',
        severity: worst(event.findings),
        title: words.titles.request(event.findings.length, event.due),
        summary: words.summaries.request(event.by),
        facts: [
          { label: words.labels.due, value: event.due ?? '' },
          { label: words.labels.note, value: event.note ?? '' },
        ],
        items: event.findings.map((finding) => itemOf(finding, composing)),
        path: '/findings',
      };
    case 'exception-requested':
    case 'exception-approved':
    case 'exception-declined':
    case 'exception-expiring':
    case 'exception-expired':
      return ofException(event, composing);
    case 'incident-opened':
    case 'incident-closed':
      return ofIncident(event, composing);
    case 'scan-failed':
      return {
        subject: `scan/${event.target}`,
        state: 'open',
        severity: null,
        title: words.titles['scan-failed'](event.target),
        summary: words.summaries['scan-failed'],
        facts: [
          { label: words.labels.target, value: event.target },
          { label: words.labels.reason, value: event.reason },
        ],
        path: pathOf('scans', event.scan),
      };
    case 'source-silent':
    case 'source-back':
      return {
        subject: `source/${event.source}`,
        state: event.kind === 'source-back' ? 'resolved' : 'open',
        severity: null,
        title: words.titles[event.kind](event.source),
        summary: words.summaries[event.kind],
        facts: [
          { label: words.labels.source, value: event.source },
          { label: words.labels.lastHeard, value: event.last === null ? words.never : timeIn(event.last, composing) },
        ],
        path: pathOf('sources', event.source),
      };
    case 'digest':
      return ofDigest(event, composing);
  }
}

function ofFinding(finding: FindingFacts, composing: Composing): Pick<Parts, 'subject' | 'severity' | 'facts' | 'path'> {
  return {
    subject: `finding/${finding.id}`,
    severity: finding.severity,
    facts: findingFacts(finding, composing),
    path: pathOf('findings', finding.id),
  };
}

function findingFacts(finding: FindingFacts, { words: { labels, severities: names } }: Composing): readonly Fact[] {
  return [
    { label: labels.severity, value: names[finding.severity] },
    { label: labels.resource, value: finding.resource },
    { label: labels.account, value: finding.account ?? '' },
    { label: labels.region, value: finding.region ?? '' },
    { label: labels.check, value: finding.checkId },
    { label: labels.owner, value: finding.owner ?? '' },
    { label: labels.due, value: finding.due ?? '' },
  ];
}

function ofException(event: ExceptionEvent, composing: Composing): Parts {
  const { words, language } = composing;
  const { labels } = words;
  const isDecided = event.kind === 'exception-approved' || event.kind === 'exception-declined';
  return {
    ...ofFinding(event.finding, composing),
    state: event.kind === 'exception-expired' ? 'open' : 'information',
    title: words.titles[event.kind](event.finding.title[language]),
    summary: words.summaries[event.kind],
    facts: [
      { label: isDecided ? labels.decidedBy : labels.requestedBy, value: event.by ?? '' },
      { label: labels.reason, value: event.reason },
      { label: labels.expires, value: event.expires ?? '' },
      ...findingFacts(event.finding, composing),
    ],
    path: pathOf('exceptions', event.exception),
  };
}

function ofIncident(event: IncidentEvent, { words, language }: Composing): Parts {
  const isOpen = event.kind === 'incident-opened';
  return {
    subject: `incident/${event.incident}`,
    state: isOpen ? 'open' : 'resolved',
    severity: event.severity,
    title: words.titles[event.kind](event.title[language]),
    summary: isOpen ? words.summaries['incident-opened'](event.detections.length) : words.summaries['incident-closed'],
    facts: [
      { label: words.labels.severity, value: words.severities[event.severity] },
      { label: words.labels.entity, value: event.entity },
      { label: words.labels.account, value: event.account ?? '' },
    ],
    items: event.detections.map((text) => ({ severity: null, text: text[language], url: null })),
    path: pathOf('incidents', event.incident),
  };
}

function ofDigest(event: DigestEvent, composing: Composing): Parts {
  const { words } = composing;
  const { labels, severities: names } = words;
  const open = severities.filter((severity) => event.open[severity] > 0);
  const total = open.reduce((sum, severity) => sum + event.open[severity], 0);
  return {
    subject: `digest/${event.department}`,
    state: 'information',
    severity: null,
    title: words.titles.digest(event.department),
    summary: words.summaries.digest(event.opened, event.fixed, total),
    facts: [
      { label: labels.period, value: `${event.from} – ${event.to}` },
      { label: labels.open, value: open.map((severity) => `${names[severity]} ${event.open[severity]}`).join(' · ') },
      { label: labels.overdue, value: String(event.overdue) },
      { label: labels.dueSoon, value: String(event.dueSoon) },
    ],
    items: event.findings.map((finding) => itemOf(finding, composing)),
    path: pathOf('departments', event.department),
  };
}

function itemOf(finding: FindingFacts, { language, consoleUrl }: Composing): MessageItem {
  return {
    severity: finding.severity,
    text: `${finding.title[language]}: ${finding.resource}`,
    url: consoleLink(consoleUrl, pathOf('findings', finding.id)),
  };
}

function worst(findings: readonly FindingFacts[]): Severity | null {
  return severities.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}

/** `2026-11-22 18:05 Asia/Tokyo` */
function timeIn(time: string, { timeZone = 'UTC' }: ComposeOptions): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return `${format.format(new Date(time))} ${timeZone}`;
}
