/** What an event shows that indicators speak of: addresses, names, URLs, hashes, user agents, people, keys. Which fields: docs/intel.md. */
import type { EventFacts, LogSource, StixPlace } from '@kumomori/model';
import { isRecord, MAX_VALUE, normalValue, urlHost } from '@kumomori/model';
import type { DetectedEvent } from '../detect/index.ts';

/** One value; `host` is a name as it was asked for. In normal form but for addresses, which are as the record writes them. */
export interface Observed {
  readonly kind: Exclude<StixPlace['kind'], 'range' | 'domain'>;
  readonly value: string;
  readonly role: StixPlace['role'];
}

type Kind = Observed['kind'] | 'any';
interface Field {
  readonly path: readonly string[];
  readonly kind: Kind;
  readonly role: Observed['role'];
}

const field = (kind: Kind, role: Observed['role'], ...paths: readonly string[]): readonly Field[] =>
  paths.map((path) => ({ path: path.split('/'), kind, role }));

/** Beyond what facts say of every event. Names: docs/logs.md; `any` walks everything below. */
const FIELDS: Readonly<Record<LogSource, readonly Field[]>> = {
  'aws.cloudtrail': [
    ...field('any', null, 'requestParameters', 'additionalEventData'),
    ...field(
      'credential',
      null,
      'userIdentity/accessKeyId',
      'responseElements/accessKey/accessKeyId',
      'responseElements/credentials/accessKeyId',
    ),
    ...field('account', null, 'userIdentity/userName', 'userIdentity/accountId'),
  ],
  'aws.vpc-flow': [
    ...field('address', 'source', 'srcaddr', 'srcAddr', 'pkt-srcaddr', 'pkt_srcaddr'),
    ...field('address', 'destination', 'dstaddr', 'dstAddr', 'pkt-dstaddr', 'pkt_dstaddr'),
    ...field('port', 'source', 'srcport', 'srcPort'),
    ...field('port', 'destination', 'dstport', 'dstPort'),
    ...field('protocol', null, 'protocol'),
  ],
  'aws.s3-access': field('url', null, 'referrer', 'referer'),
  'aws.load-balancer': [...field('host', 'destination', 'domain_name'), ...field('any', null, 'request', 'redirect_url')],
  'aws.cloudfront': [
    ...field('host', 'destination', 'x-host-header', 'cs(Host)', 'cs_host'),
    ...field('url', null, 'cs(Referer)', 'cs_referer'),
    ...field('any', 'source', 'x-forwarded-for', 'x_forwarded_for'),
    ...field('path', null, 'cs-uri-stem', 'cs_uri_stem'),
    ...field('method', null, 'cs-method', 'cs_method'),
  ],
  'aws.waf': [
    ...field('host', 'destination', 'httpRequest/host'),
    ...field('path', null, 'httpRequest/uri'),
    ...field('method', null, 'httpRequest/httpMethod'),
    ...field('any', null, 'httpRequest/headers', 'httpRequest/args'),
  ],
  'aws.route53-resolver': [...field('host', 'destination', 'query_name'), ...field('any', 'destination', 'answers')],
  'azure.activity': field('any', null, 'properties', 'httpRequest'),
  'azure.signin': field('account', null, 'properties/userId', 'properties/appId', 'userId', 'appId'),
  'azure.audit': field('any', null, 'properties/targetResources', 'targetResources', 'TargetResources', 'properties/additionalDetails'),
  'azure.risk': field('any', null, 'properties/additionalInfo', 'additionalInfo'),
  'azure.flow': [
    ...field('address', 'destination', 'destinationIp', 'DestIp'),
    ...field('any', 'destination', 'DestPublicIps'),
    ...field('any', 'source', 'SrcPublicIps'),
    ...field('port', 'destination', 'destinationPort', 'DestPort'),
  ],
  'azure.diagnostic': field('any', null, 'properties', 'uri', 'msg_s'),
  'gcp.audit': field('any', null, 'protoPayload/request', 'protoPayload/metadata', 'protopayload_auditlog/request'),
  'gcp.vpc-flow': [
    ...field('address', 'source', 'jsonPayload/connection/src_ip'),
    ...field('address', 'destination', 'jsonPayload/connection/dest_ip'),
    ...field('port', 'source', 'jsonPayload/connection/src_port'),
    ...field('port', 'destination', 'jsonPayload/connection/dest_port'),
    ...field('protocol', null, 'jsonPayload/connection/protocol'),
  ],
  'google.workspace': field('any', null, 'events'),
  'kubernetes.audit': [...field('address', 'source', 'sourceIPs', 'SourceIps'), ...field('any', null, 'requestObject')],
  'github.audit': field('any', null, 'config', 'data', 'url', 'hook_url'),
  'okta.system': field('any', null, 'request', 'debugContext', 'target', 'client'),
  'm365.audit': field('any', null, ''),
  'onelogin.event': field('any', null, ''),
  'duo.log': field('any', null, ''),
  'bitbucket.audit': field('any', null, ''),
};
const WHOLE = field('any', null, '');

/** Of one event; more says nothing new. */
const MAX_VALUES = 300;
const MAX_DEPTH = 16;

/** Every value once, in the order of fields. O(size of the fields). */
export function observedIn(
  { source, record }: DetectedEvent,
  facts: Pick<EventFacts, 'sourceIp' | 'userAgent' | 'credential' | 'principal'>,
): readonly Observed[] {
  const found: Observed[] = [];
  const add = (kind: Observed['kind'], value: string, role: Observed['role']): void => {
    if (found.length < MAX_VALUES && !found.some((each) => each.kind === kind && each.value === value && each.role === role))
      found.push({ kind, value, role });
  };
  if (facts.sourceIp !== null) add('address', facts.sourceIp, 'source');
  if (facts.userAgent !== null) add('user-agent', facts.userAgent.trim(), null);
  if (facts.credential !== null) add('credential', facts.credential, null);
  if (facts.principal !== null) {
    add('account', facts.principal, null);
    if (facts.principal.includes('@')) asKind(facts.principal, 'email', null, add);
  }
  for (const { path, kind, role } of source === null ? WHOLE : FIELDS[source]) {
    const value = path[0] === '' ? record : at(record, path);
    if (value !== undefined && value !== null) walk(value, { kind, role, add, depth: 0 });
  }
  return found;
}

function at(record: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  let value: unknown = record;
  for (const key of path) value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

type Add = (kind: Observed['kind'], value: string, role: Observed['role']) => void;
interface Walk {
  readonly kind: Kind;
  readonly role: Observed['role'];
  readonly add: Add;
  readonly depth: number;
}

function walk(value: unknown, context: Walk): void {
  const { kind, role, add, depth } = context;
  if (typeof value === 'string') {
    if (kind === 'any') anyText(value, role, add);
    else asKind(value, kind, role, add);
  } else if (typeof value === 'number') {
    if (kind === 'port' || kind === 'protocol') add(kind, String(value), role);
  } else if (typeof value === 'object' && value !== null && depth < MAX_DEPTH) {
    // Both lists and records have enumerable members only of their own once they come from JSON.
    const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    for (const each of members.slice(0, MAX_VALUES)) walk(each, { ...context, depth: depth + 1 });
  }
}

function asKind(text: string, kind: Observed['kind'], role: Observed['role'], add: Add): void {
  if (text === '' || text === '-' || text.length > MAX_VALUE) return;
  switch (kind) {
    case 'address':
      return add('address', text, role);
    case 'port':
    case 'protocol':
    case 'method':
    case 'path':
      return add(kind, text, role);
    case 'host': {
      const bare = text.replace(/:\d{1,5}$/, '');
      const name = normalValue('host', bare);
      if (name !== null) add('host', name, role);
      else if (normalValue('address', bare) !== null) add('address', bare, role);
      return;
    }
    case 'url':
      return addUrl(text, role, add);
    case 'hash':
    case 'email':
    case 'user-agent':
    case 'account':
    case 'credential': {
      const value = normalValue(kind, text);
      if (value !== null) add(kind, value, role);
    }
  }
}

function addUrl(text: string, role: Observed['role'], add: Add): void {
  const url = normalValue('url', text);
  if (url === null) return;
  add('url', url, role);
  const host = urlHost(url);
  if (host === null) return;
  if (host.includes(':') || /^[\d.]+$/.test(host)) add('address', host, role);
  else if (host.includes('.')) add('host', host, role);
}

const HEX = /^[0-9a-fA-F]+$/;
const HASH_LENGTHS = new Set([32, 40, 56, 64, 96, 128]);
const URL_IN_TEXT = /\b(?:https?|ftp|wss?):\/\/[^\s"'<>\\^`{|}]{1,2000}/g;
const WORDS = /[^\s"'<>,;|()[\]{}=\\]{4,300}/g;
const MAX_WORDS = 40;

/** Whatever a free text holds: an address, a name, URLs, a hash; texts with blanks word by word. */
function anyText(text: string, role: Observed['role'], add: Add): void {
  if (text.length < 4 || text.length > MAX_VALUE) return;
  if (text.includes('://'))
    for (const [url] of text.slice(0, MAX_VALUE).matchAll(URL_IN_TEXT)) addUrl(url.replace(/[).,]{1,3}$/, ''), role, add);
  if (!/[\s,;|]/.test(text)) return oneWord(text, role, add);
  let count = 0;
  for (const [word] of text.matchAll(WORDS)) {
    if (++count > MAX_WORDS) return;
    oneWord(word, role, add);
  }
}

function oneWord(word: string, role: Observed['role'], add: Add): void {
  if (HASH_LENGTHS.has(word.length) && HEX.test(word)) return add('hash', word.toLowerCase(), role);
  if (/^A[KS]IA[A-Z0-9]{12,124}$/.test(word)) return add('credential', word, role);
  if (word.length > 320 || !/[.:@]/.test(word) || word.includes('://')) return;
  const first = word.charCodeAt(0);
  const mayBeAddress = (first >= 48 && first <= 58) || (first >= 97 && first <= 102) || (first >= 65 && first <= 70);
  if (mayBeAddress) {
    const bare = word.replace(/\/(?:32|128)$/, '').replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/, '$1');
    if (normalValue('address', bare) !== null) return add('address', bare, role);
  }
  if (word.includes('@')) return asKind(word, 'email', role, add);
  if (!word.includes(':') && !word.includes('/')) asKind(word, 'host', role, add);
}
