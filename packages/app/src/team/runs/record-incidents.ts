/** Incidents that detection told, kept by their ids: what people said of them stays. */
import type { StoreTransaction } from '../../store/index.ts';
import type { IncidentRow, MatchRow } from '../../use-cases/index.ts';
import type { IncidentDocument, IncidentNote, ToldMatch } from './incident-document.ts';
import { readIncidentDocument } from './incident-document.ts';
import type { DetectedLogs, LogSource } from './run-logs.ts';

/** Kept with an incident; the rest is counted. */
const MAX_MATCHES = 500;
const RANKS: readonly string[] = ['informational', 'low', 'medium', 'high', 'critical'];
const PAGE = 200;

/** Ids of those that are new, or that go on after they were closed: these are open again. */
export async function recordIncidents(
  tx: StoreTransaction,
  { source, logs, at }: { readonly source: LogSource; readonly logs: DetectedLogs; readonly at: Date },
): Promise<readonly string[]> {
  const japanese = new Map(logs.japanese.map((each) => [each.incidentId, each]));
  const matches = Map.groupBy(logs.matches, ({ incidentId }) => incidentId);
  const found: string[] = [];
  for (let from = 0; from < logs.english.length; from += PAGE) {
    const page = logs.english.slice(from, from + PAGE);
    const ids = page.map(({ incidentId }) => incidentId);
    const rows = await tx.selectFrom('incidents').select(['id', 'state', 'last_seen', 'document']).where('id', 'in', ids).execute();
    const known = new Map(rows.map((row) => [row.id, row]));
    for (const incident of page) {
      const { incidentId: id, title, severity, principal, firstSeen, lastSeen, eventCount } = incident;
      const before = known.get(id);
      const goesOn = before?.state === 'closed' && Date.parse(lastSeen) > before.last_seen.getTime();
      const notes = [...(before ? readIncidentDocument(before.document).notes : []), ...(goesOn ? [againNote(at)] : [])];
      const document = documentOf(incident, {
        japanese: japanese.get(id) ?? incident,
        matches: matches.get(id) ?? [],
        titles: logs.titles,
        notes,
      });
      const values = {
        ...{ title, severity, severity_rank: RANKS.indexOf(severity), principal, account: document.account },
        ...{ first_seen: new Date(firstSeen), last_seen: new Date(lastSeen), event_count: eventCount, document: JSON.stringify(document) },
      };
      await tx
        .insertInto('incidents')
        .values({ id, source_id: source.id, department_id: source.department_id, ...values })
        .onConflict((each) => each.column('id').doUpdateSet({ ...values, ...(goesOn ? { state: 'open' as const } : {}) }))
        .execute();
      if (!before || goesOn) found.push(id);
    }
  }
  return found;
}

function againNote(at: Date): IncidentNote {
  return { at: at.toISOString(), actor: 'kumomori', state: 'open', note: null };
}

interface Beside {
  readonly japanese: IncidentRow;
  readonly matches: readonly MatchRow[];
  readonly titles: DetectedLogs['titles'];
  readonly notes: readonly IncidentNote[];
}

function documentOf(incident: IncidentRow, { japanese, matches, titles, notes }: Beside): IncidentDocument {
  const { techniques, tactics, principals, sourceIps, ruleIds } = incident;
  const inTime = matches.toSorted((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1));
  return {
    ...{ title: { en: incident.title, ja: japanese.title }, because: { en: incident.because, ja: japanese.because } },
    ...{ techniques, tactics, principals, sourceIps, ruleIds, notes },
    account: matches.find(({ account }) => account !== null)?.account ?? null,
    matches: inTime.slice(0, MAX_MATCHES).map((match) => toldMatch(match, titles)),
    matchCount: matches.length,
  };
}

function toldMatch(match: MatchRow, titles: DetectedLogs['titles']): ToldMatch {
  const { ruleId, title, level, technique, time, eventId, source, account, region, principal, sourceIp, action } = match;
  const japanese = ruleId === null ? undefined : titles.get(ruleId);
  return {
    ...{
      title: { en: title, ja: japanese ?? title },
      level,
      technique,
      time,
      eventId,
      source,
      account,
      region,
      principal,
      sourceIp,
      action,
    },
  };
}
