/** Lines of text formats that need no header: each is told by its own look. */
import type { LogEvent, LogSource } from '@kumomori/model';
import { ACCESS_NUMBERS, ALB_ACCESS, CLB_ACCESS, NLB_ACCESS, S3_ACCESS, VPC_FLOW_DEFAULT, VPC_FLOW_NUMBERS } from './columns.ts';
import type { LogRecord } from './types.ts';

/** The event a line stands for, or null: default VPC Flow Logs, S3 server access logs, access logs of the three load balancers. */
export function readLine(line: string): LogEvent | null {
  if (VPC_DEFAULT.test(line)) return event('aws.vpc-flow', named(line.trim().split(/ +/), VPC_FLOW_DEFAULT, VPC_FLOW_NUMBERS));
  if (S3.test(line.slice(0, 400))) return s3Line(line);
  const columns = looks(line);
  if (!columns) return null;
  const parts = splitFields(line);
  return parts && parts.length >= columns.atLeast ? event(columns.source, named(parts, columns.names, ACCESS_NUMBERS)) : null;
}

const event = (source: LogSource, record: LogRecord): LogEvent => ({ source, record });

const VPC_DEFAULT = /^2 \S+ \S+ \S+ \S+ \S+ \S+ \S+ \S+ \S+ \d{9,11} \d{9,11} (?:ACCEPT|REJECT|-) (?:OK|NODATA|SKIPDATA)\s*$/;
const ALB = /^(?:http|https|h2|grpcs|ws|wss) \d{4}-\d\d-\d\dT[\d:.]+Z (?:app|net)\//;
const NLB = /^tls \d\.\d \d{4}-\d\d-\d\dT[\d:.]+ net\//;
const CLB = /^\d{4}-\d\d-\d\dT[\d:.]+Z \S+ \S+:\d{1,5} (?:\S+:\d{1,5}|-) -?[\d.]+ /;
const S3 = /^[0-9a-zA-Z-]{1,80} [a-z0-9][a-z0-9._-]{2,62} \[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] /;

interface Columns {
  readonly source: LogSource;
  readonly names: readonly string[];
  readonly atLeast: number;
}

function looks(line: string): Columns | null {
  const head = line.slice(0, 400);
  if (ALB.test(head)) return { source: 'aws.load-balancer', names: ALB_ACCESS, atLeast: 12 };
  if (NLB.test(head)) return { source: 'aws.load-balancer', names: NLB_ACCESS, atLeast: 12 };
  return CLB.test(head) ? { source: 'aws.load-balancer', names: CLB_ACCESS, atLeast: 12 } : null;
}

const S3_FIELDS = /^(\S+) (\S+) \[([^\]]+)\] (\S+) (\S+) (\S+) (\S+) (\S+) (?:"(.*?)"|-) (\d{3}|-) (\S+) (\S+) (\S+) (\S+) (\S+) (.*)$/;

/**
 * S3 writes referrer and user agent as they were sent, quotes and all: what comes after them has no quotes, so that the last quote of the line ends the agent and
 * nobody writes the other fields from outside.
 */
function s3Line(line: string): LogEvent | null {
  const match = S3_FIELDS.exec(line.trimEnd());
  if (!match) return null;
  const rest = match[16] ?? '';
  const last = rest.lastIndexOf('"');
  const sent = last > 0 ? rest.slice(rest.startsWith('"') ? 1 : 0, last) : '';
  const between = sent.indexOf(rest.startsWith('"') ? '" "' : ' "');
  const referrer = between < 0 ? '-' : sent.slice(0, between);
  const agent = between < 0 ? '-' : sent.slice(between + (rest.startsWith('"') ? 3 : 2));
  const tail = rest
    .slice(last + 1)
    .trim()
    .split(' ');
  const parts = [...match.slice(1, 16).map((part) => part ?? '-'), referrer, agent, ...tail];
  return event('aws.s3-access', named(parts, S3_ACCESS, ACCESS_NUMBERS));
}

/** Values by column; `-` stands for no value in all of these formats and becomes null. Columns beyond the known ones keep a number as name. */
export function named(parts: readonly string[], names: readonly string[], numbers: ReadonlySet<string>): LogRecord {
  const result: Record<string, unknown> = {};
  for (const [index, part] of parts.entries()) {
    const name = names[index] ?? `column${index + 1}`;
    result[name] = part === '-' ? null : numbers.has(name) && NUMBER.test(part) ? Number(part) : part;
  }
  return result;
}

const NUMBER = /^-?\d{1,15}(?:\.\d{1,9})?$/;

/** Fields with a blank between them; in quotes or square brackets a field may have blanks itself. Null where a quote is never closed. */
function splitFields(line: string): readonly string[] | null {
  const fields: string[] = [];
  for (let at = 0; at < line.length;) {
    const first = line[at];
    if (first === ' ' || first === '\r') {
      at += 1;
      continue;
    }
    if (first === '"' || first === '[') {
      const end = closing(line, at, first === '"' ? '"' : ']');
      if (end === -1) return null;
      fields.push(line.slice(at + 1, end));
      at = end + 1;
      continue;
    }
    const end = line.indexOf(' ', at);
    fields.push(line.slice(at, end === -1 ? line.length : end).trimEnd());
    at = end === -1 ? line.length : end;
  }
  return fields;
}

/** A quote inside a quoted field is not followed by a blank or the end; S3 and the load balancers escape none but write user agents as sent. */
function closing(line: string, open: number, close: string): number {
  for (let end = line.indexOf(close, open + 1); end !== -1; end = line.indexOf(close, end + 1)) {
    const next = line[end + 1];
    if (next === undefined || next === ' ' || next === '\r') return end;
  }
  return -1;
}
