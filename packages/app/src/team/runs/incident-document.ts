/** What is kept of an incident beside its columns. */
import { isRecord } from '@kumomori/model';
import type { MatchRow } from '../../use-cases/index.ts';

export interface ToldMatch extends Pick<
  MatchRow,
  'time' | 'eventId' | 'source' | 'account' | 'region' | 'principal' | 'sourceIp' | 'action'
> {
  readonly title: { readonly en: string; readonly ja: string };
  readonly level: string;
  readonly technique: readonly string[];
}

export interface IncidentNote {
  readonly at: string;
  readonly actor: string;
  /** What it became. */
  readonly state: string;
  readonly note: string | null;
}

export interface IncidentDocument {
  readonly title: { readonly en: string; readonly ja: string };
  /** Sentences. */
  readonly because: { readonly en: readonly string[]; readonly ja: readonly string[] };
  readonly techniques: readonly string[];
  readonly tactics: readonly string[];
  readonly principals: readonly string[];
  readonly sourceIps: readonly string[];
  readonly ruleIds: readonly string[];
  readonly account: string | null;
  /** The first ones, in the order of time. */
  readonly matches: readonly ToldMatch[];
  readonly matchCount: number;
  readonly notes: readonly IncidentNote[];
}

/** Also of an incident as detection prints it, in one language and without matches. */
export function readIncidentDocument(document: unknown): IncidentDocument {
  const read = (name: string): unknown => (isRecord(document) ? document[name] : undefined);
  const title = read('title');
  const because = read('because');
  const matches = listOf(read('matches')).filter(isMatch);
  const account = read('account');
  const count = read('matchCount');
  return {
    title: { en: textOf(isRecord(title) ? title['en'] : title), ja: textOf(isRecord(title) ? title['ja'] : title) },
    because: { en: texts(isRecord(because) ? because['en'] : because), ja: texts(isRecord(because) ? because['ja'] : because) },
    ...{ techniques: texts(read('techniques')), tactics: texts(read('tactics')), principals: texts(read('principals')) },
    ...{ sourceIps: texts(read('sourceIps')), ruleIds: texts(read('ruleIds')), matches, notes: listOf(read('notes')).filter(isNote) },
    account: typeof account === 'string' ? account : null,
    matchCount: typeof count === 'number' ? count : matches.length,
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): readonly string[] {
  return listOf(value).filter((each) => typeof each === 'string');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Written by record-incidents.ts: one field tells it from anything else. */
function isMatch(value: unknown): value is ToldMatch {
  return isRecord(value) && isRecord(value['title']) && typeof value['level'] === 'string' && Array.isArray(value['technique']);
}

function isNote(value: unknown): value is IncidentNote {
  return isRecord(value) && typeof value['at'] === 'string' && typeof value['state'] === 'string';
}
