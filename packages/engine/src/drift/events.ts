/** Who changed what, from CloudTrail records. */
import type { Json, JsonObject } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';

export interface Change {
  readonly time: string;
  /** `ec2:AuthorizeSecurityGroupIngress` */
  readonly event: string;
  /** ARN of who did it, else what the record has of them. */
  readonly principal: string;
  readonly sourceIp: string | null;
  /** `console`, else the user agent. */
  readonly via: string | null;
  readonly eventId: string | null;
}

/** A thing by the names that the cloud's records may use for it. */
export interface Named {
  readonly key: string;
  readonly names: readonly string[];
  /** `s3`, `ec2`: whose events may name it by a bare name; null: any. */
  readonly service: string | null;
  readonly account: string | null;
}

/** Shorter names are words. */
const MIN_NAME = 3;
const MAX_DEPTH = 8;

/** Remembers the last successful write event of each thing while records are shown to it. O(texts of the records). */
export class ChangeLog {
  readonly #byName = new Map<string, Named[]>();
  readonly #last = new Map<string, Change>();

  constructor(things: readonly Named[]) {
    for (const thing of things)
      for (const name of new Set(thing.names))
        if (name.length >= MIN_NAME) this.#byName.set(name, [...(this.#byName.get(name) ?? []), thing]);
  }

  add(record: Json): void {
    if (!isJsonObject(record) || !isWrite(record)) return;
    const change = changeOf(record);
    if (!change) return;
    const [service] = change.event.split(':');
    const account = textOf(record['recipientAccountId']);
    for (const text of new Set(textsOf([record['resources'], record['requestParameters'], record['responseElements']]))) {
      for (const thing of this.#byName.get(text) ?? []) {
        if (thing.account !== null && account !== null && thing.account !== account) continue;
        if (!text.startsWith('arn:') && thing.service !== null && thing.service !== service) continue;
        const known = this.#last.get(thing.key);
        if (!known || known.time < change.time) this.#last.set(thing.key, change);
      }
    }
  }

  lastOf(key: string): Change | null {
    return this.#last.get(key) ?? null;
  }
}

/** Names of events that change nothing, for records that do not say it. */
const READS =
  /^(?:Get|List|Describe|Head|Lookup|BatchGet|Search|View|Check|Test|Validate|Simulate|Estimate|Query|Scan|Select|Assume|Decrypt|ConsoleLogin|Receive|Poll)/;

function isWrite(record: JsonObject): boolean {
  const { errorCode, readOnly, eventName } = record;
  if (typeof errorCode === 'string' && errorCode !== '') return false;
  if (readOnly === true || readOnly === 'true') return false;
  return typeof eventName === 'string' && !READS.test(eventName);
}

export function changeOf(record: JsonObject): Change | null {
  const { eventTime, eventName, eventSource } = record;
  if (typeof eventTime !== 'string' || typeof eventName !== 'string' || typeof eventSource !== 'string') return null;
  return {
    time: eventTime,
    event: `${eventSource.replace(/\.amazonaws\.com(?:\.cn)?$/, '')}:${eventName}`,
    principal: principalOf(record['userIdentity']),
    sourceIp: textOf(record['sourceIPAddress']),
    via: record['sessionCredentialFromConsole'] === 'true' ? 'console' : textOf(record['userAgent']),
    eventId: textOf(record['eventID']),
  };
}

function principalOf(identity: Json | undefined): string {
  if (!isJsonObject(identity)) return '?';
  return (
    textOf(identity['arn']) ??
    textOf(identity['principalId']) ??
    textOf(identity['invokedBy']) ??
    textOf(identity['accountId']) ??
    textOf(identity['type']) ??
    '?'
  );
}

export function textsOf(roots: readonly (Json | undefined)[]): readonly string[] {
  const found: string[] = [];
  const visit = (json: Json | undefined, depth: number): void => {
    if (typeof json === 'string') found.push(json);
    else if (depth < MAX_DEPTH && typeof json === 'object' && json !== null)
      for (const each of Array.isArray(json) ? (json as readonly Json[]) : Object.values(json as JsonObject)) visit(each, depth + 1);
  };
  for (const root of roots) visit(root, 0);
  return found;
}

function textOf(json: Json | undefined): string | null {
  return typeof json === 'string' && json !== '' ? json : null;
}
