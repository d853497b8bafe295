/** What a match says of its event: the facts of the event, also of a log that is not known. */
import type { DetectedEvent } from '@kumomori/engine';
import type { EventFacts, LogSource } from '@kumomori/model';
import { eventFacts } from '@kumomori/model';

/** Facts of an event; the source is null for records of no known log. */
export type EventSummary = Omit<EventFacts, 'source'> & { readonly source: LogSource | null };

/** Names that logs use for these, the first that is there. */
const NAMES = {
  eventId: ['id', 'uuid', 'event_id', 'eventId', '_id'],
  time: ['time', 'timestamp', '@timestamp', 'eventTime', 'created_at', 'date'],
  principal: ['user', 'username', 'userName', 'actor', 'principal', 'account'],
  sourceIp: ['src_ip', 'sourceIp', 'source_ip', 'client_ip', 'ip', 'src'],
  action: ['action', 'eventName', 'event', 'event_type', 'name', 'type'],
} as const;

export function summaryOf({ source, record }: DetectedEvent): EventSummary {
  if (source !== null) return eventFacts({ source, record });
  const text = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = Object.hasOwn(record, name) ? record[name] : undefined;
      if (typeof value === 'string' && value !== '') return value;
      if (typeof value === 'number') return String(value);
    }
    return null;
  };
  const [principal, time] = [text(NAMES.principal), text(NAMES.time)];
  return {
    ...{ source, eventId: text(NAMES.eventId), time: millisecondsOf(time), account: null, region: null, principal },
    ...{ actorKind: 'unknown' as const, session: null, credential: null, sourceIp: text(NAMES.sourceIp), userAgent: null },
    ...{
      service: null,
      action: text(NAMES.action),
      resource: null,
      outcome: 'unknown' as const,
      error: null,
      readOnly: null,
      bytesOut: null,
    },
  };
}

/** ISO 8601, or seconds or milliseconds since 1970. */
function millisecondsOf(text: string | null): number | null {
  if (text === null) return null;
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : time;
}
