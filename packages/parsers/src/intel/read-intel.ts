/** Any document of threat intelligence, recognized by its content. Never throws. */
import { isRecord } from '@kumomori/model';
import type { IntelDocument } from './document.ts';
import { onlyProblem } from './document.ts';
import { mayBeList, readList } from './lists.ts';
import { isMispEvent, isMispManifest, isWarningList, readMispEvent, readWarningList } from './misp.ts';
import { readOpenIoc } from './openioc.ts';
import { readStixObjects } from './stix.ts';

/** `index` is a file that only tells of others: the manifest of a feed, the table of hashes beside it. */
export type IntelKind = 'stix' | 'misp' | 'openioc' | 'list' | 'warning-list' | 'index' | 'unknown';

const MAX_LENGTH = 512 * 1024 * 1024;

export function readIntel(text: string, name: string): IntelDocument & { readonly kind: IntelKind } {
  if (text.length > MAX_LENGTH) return { kind: 'unknown', ...onlyProblem('too-large', name) };
  const first = /^\uFEFF?\s*(\S)/.exec(text.slice(0, 10_000))?.[1];
  if (first === '<') return { kind: 'openioc', ...readOpenIoc(text, name) };
  // A defanged value may begin with a bracket too; no list is JSON.
  if (first === '{' || first === '[') {
    const value = jsonOf(text);
    if (value !== undefined) return readJson(value, name);
    if (!mayBeList(text)) return { kind: 'unknown', ...onlyProblem('not-json', name) };
  }
  if (isHashTable(text)) return { kind: 'index', indicators: [], warningLists: [], problems: [] };
  if (mayBeList(text)) return { kind: 'list', ...readList(text, name) };
  return { kind: 'unknown', ...onlyProblem('unknown-format', name) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as unknown;
  } catch {
    return undefined;
  }
}

function readJson(value: unknown, name: string): IntelDocument & { readonly kind: IntelKind } {
  if (isMispEvent(value) && isRecord(value)) return { kind: 'misp', ...readMispEvent(value, name) };
  if (isMispManifest(value)) return { kind: 'index', indicators: [], warningLists: [], problems: [] };
  if (isWarningList(value)) {
    const list = readWarningList(value);
    if ('code' in list) return { kind: 'warning-list', ...onlyProblem(list.code, list.detail) };
    return { kind: 'warning-list', indicators: [], warningLists: [list], problems: [] };
  }
  const events = isRecord(value) && Array.isArray(value['response']) ? value['response'] : Array.isArray(value) ? value : null;
  if (events?.some((each: unknown) => isMispEvent(each)))
    return { kind: 'misp', ...merged(events.filter((each: unknown) => isRecord(each)).map((each) => readMispEvent(each, name))) };
  if (isRecord(value) && Array.isArray(value['objects'])) return { kind: 'stix', ...readStixObjects(value['objects'], name) };
  if (isRecord(value) && typeof value['type'] === 'string' && typeof value['pattern'] === 'string')
    return { kind: 'stix', ...readStixObjects([value], name) };
  if (events?.every((each: unknown) => typeof each === 'string')) return { kind: 'list', ...readList(events.join('\n'), name) };
  if (events?.some((each: unknown) => isRecord(each) && each['type'] === 'indicator'))
    return { kind: 'stix', ...readStixObjects(events, name) };
  return { kind: 'unknown', ...onlyProblem('unknown-format', name) };
}

function merged(documents: readonly IntelDocument[]): IntelDocument {
  return {
    indicators: documents.flatMap(({ indicators }) => indicators),
    warningLists: [],
    problems: documents.flatMap(({ problems }) => problems),
  };
}

/** `hashes.csv` of a MISP feed: MD5 of a value and the uuid of its event; the values themselves stand in the events. */
function isHashTable(text: string): boolean {
  return /^[0-9a-f]{32},[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\s/i.test(text.slice(0, 100));
}
