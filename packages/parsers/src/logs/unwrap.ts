/** What logs come wrapped in, taken off: files, answers of APIs, subscriptions, event buses, export rows. The record itself stays as it was. */
import type { LogOrigin } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import { flowTuples } from './azure-flow.ts';
import { base64Text } from './base64.ts';
import type { Found } from './found.ts';
import { parsed } from './pieces.ts';
import { lakeRecord } from './lake-row.ts';
import { readLine } from './line.ts';
import type { LogRecord } from './types.ts';
import { MAX_RECORD, MAX_WRAPPINGS } from './types.ts';

/** Members that hold nothing but records. */
const LISTS = ['Records', 'records', 'Events', 'value', 'entries', 'items'] as const;

/** Finds the records in a value of JSON and adds them. */
export function unwrap(value: unknown, found: Found): void {
  records(value, found, { origin: null, depth: 0 });
}

interface Place {
  readonly origin: LogOrigin | null;
  readonly depth: number;
}

function records(value: unknown, found: Found, place: Place): void {
  if (place.depth > MAX_WRAPPINGS) return found.problem('too-nested', '');
  if (Array.isArray(value)) return each(value, found, place);
  if (!isRecord(value)) return found.problem('bad-line', typeof value);
  if (found.again(value, place.origin)) return;
  const list = LISTS.find((key) => Array.isArray(value[key]));
  if (list !== undefined && !('properties' in value)) return each(value[list], found, place);
  if (Array.isArray(value['logEvents'])) return cloudWatch(value, value['logEvents'], found, place);
  if ('detail-type' in value && isRecord(value['detail'])) return records(value['detail'], found, deeper(place, busOrigin(value)));
  if ('CloudTrailEvent' in value || 'eventJson' in value || 'eventjson' in value)
    return inText(value['CloudTrailEvent'] ?? value['eventJson'] ?? value['eventjson'], found, place);
  if (typeof value['AuditData'] === 'string' || isRecord(value['AuditData'])) return inText(value['AuditData'], found, place);
  if ('QueryResultRows' in value) return lakeRows(value['QueryResultRows'], found, place);
  if (value['digestStartTime'] !== undefined && Array.isArray(value['logFiles'])) return found.skip('cloudtrail-digest');
  if (Array.isArray(value['configurationItems'])) return found.skip('aws-config');
  if (containerLine(value, found, place)) return;
  if (isRecord(value['properties']) && azure(value, value['properties'], found, place)) return;
  if ('flowRecords' in value) return flows(value, found);
  pushed(value, found, place);
}

function each(list: unknown, found: Found, { origin, depth }: Place): void {
  if (!Array.isArray(list)) return;
  const inside = { origin, depth: depth + 1 };
  for (const item of list) records(item, found, inside);
}

const deeper = ({ origin, depth }: Place, own: LogOrigin | null = null): Place => ({ origin: own ?? origin, depth: depth + 1 });

/** The envelope of a CloudWatch Logs subscription, or the events of FilterLogEvents: each message is a record of its own, as text. */
function cloudWatch(envelope: LogRecord, events: readonly unknown[], found: Found, place: Place): void {
  if (envelope['messageType'] === 'CONTROL_MESSAGE') return found.skip('control-message');
  const group = text(envelope['logGroup']);
  const cluster = group === null ? null : (/^\/aws\/eks\/([^/]+)\/cluster$/.exec(group)?.[1] ?? group);
  const inside = deeper(place, { account: text(envelope['owner']), region: null, name: cluster });
  for (const event of events) inText(isRecord(event) ? event['message'] : event, found, inside);
}

function busOrigin(event: LogRecord): LogOrigin {
  return { account: text(event['account']), region: text(event['region']), name: null };
}

/** A record that is written as text inside another: JSON, or a line of a text format. */
function inText(value: unknown, found: Found, place: Place): void {
  if (typeof value !== 'string') return records(value, found, deeper(place));
  const inner = value.startsWith('{') || value.startsWith('[') ? parsed(value) : undefined;
  if (inner !== undefined) return records(inner, found, deeper(place));
  const event = readLine(value);
  if (event) found.event(place.origin ? { ...event, origin: place.origin } : event);
  else found.problem(value.startsWith('{') ? 'bad-json' : 'bad-line', value.startsWith('{') ? '' : value.slice(0, 20));
}

/** Answer of CloudTrail Lake's GetQueryResults: a row is a list of objects with one column each. */
function lakeRows(rows: unknown, found: Found, place: Place): void {
  if (!Array.isArray(rows)) return;
  for (const row of rows) {
    const columns: unknown = Array.isArray(row) ? Object.assign({}, ...row.filter(isRecord)) : row;
    if (isRecord(columns)) records(lakeRecord(columns) ?? columns, found, deeper(place));
  }
}

/** Diagnostic records of Azure that hold other records: the audit log of AKS as text, flow logs as tuples. */
function azure(record: LogRecord, properties: LogRecord, found: Found, place: Place): boolean {
  const category = text(record['category']) ?? '';
  if (category.startsWith('kube-audit') && typeof properties['log'] === 'string') {
    inText(properties['log'], found, deeper(place, clusterOrigin(text(record['resourceId']) ?? '')));
    return true;
  }
  if (!Array.isArray(properties['flows'])) return false;
  flows(record, found);
  return true;
}

/**
 * The audit log of a cluster as one line of a container: `log` with the agent's `stream` and `kubernetes` beside it (Fluent Bit, Container Insights of CloudWatch),
 * `LogMessage` or `LogEntry` of Azure's Container Insights, `log_s` of AzureDiagnostics. Lines of anything else are no audit log and stay what they are.
 */
function containerLine(line: LogRecord, found: Found, place: Place): boolean {
  const written = [line['log'], line['log_s'], line['log_processed'], line['LogMessage'], line['LogEntry']].find(
    (each) => isRecord(each) || (typeof each === 'string' && each.length <= MAX_RECORD && /^\s{0,8}\{/.test(each)),
  );
  if (written === undefined) return false;
  const inner = typeof written === 'string' ? parsed(written) : written;
  if (!isRecord(inner) || inner['kind'] !== 'Event' || !String(inner['apiVersion']).startsWith('audit.k8s.io/')) return false;
  records(inner, found, deeper(place, clusterOrigin(text(line['_ResourceId']) ?? text(line['ResourceId']) ?? '')));
  return true;
}

/** Subscription and name of `/SUBSCRIPTIONS/…/MANAGEDCLUSTERS/NAME`. */
function clusterOrigin(resourceId: string): LogOrigin {
  const parts = resourceId.toLowerCase().split('/');
  return { account: parts[2] ?? null, region: null, name: parts.at(-1) || null };
}

function flows(record: LogRecord, found: Found): void {
  const { tuples, damaged } = flowTuples(record);
  for (const tuple of tuples) found.event({ source: 'azure.flow', record: tuple });
  for (let index = 0; index < damaged; index += 1) found.problem('bad-line', 'flow tuple');
}

/** Pub/Sub: `data` as an object, or as base64 text, alone or in `message`. Anything else is a record. */
function pushed(value: LogRecord, found: Found, place: Place): void {
  const message = value['message'];
  const data = isRecord(message) && typeof message['data'] === 'string' ? message['data'] : value['data'];
  if (isRecord(data) && ('protoPayload' in data || 'logName' in data)) return records(data, found, deeper(place));
  if (typeof data === 'string' && (isRecord(message) || 'messageId' in value || 'message_id' in value)) {
    const inner = parsed(base64Text(data) ?? '');
    if (inner !== undefined) return records(inner, found, deeper(place));
  }
  // `{"timestamp":…,"message":"{…}"}`: the events of FilterLogEvents, and agents that forward lines.
  if (
    typeof message === 'string' &&
    message.startsWith('{') &&
    ('ingestionTime' in value || 'timestamp' in value || '@timestamp' in value)
  ) {
    const inner = parsed(message);
    if (isRecord(inner)) return records(inner, found, deeper(place));
  }
  if (Array.isArray(value['events']) && !('id' in value) && !('kind' in value)) return each(value['events'], found, place);
  found.record(value, place.origin);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
