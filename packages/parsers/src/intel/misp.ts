/** MISP: events as JSON (core format), the manifest of a feed, warning lists. github.com/MISP/misp-rfc: misp-core-format, read 2026-11-22. */
import type { Indicator, IntelProblem, IntelRelation, Observable, ObservableKind, Tlp, WarningList } from '@kumomori/model';
import { isRecord, narrowed, normalValue, refang } from '@kumomori/model';
import type { IntelDocument } from './document.ts';
import { indicatorOf, instant, instantOf, line, strictest, techniquesIn, tlpOf } from './make.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Types of attributes → what each part of the value is; parts are separated by `|`. Null: not looked for. */
const TYPES: Readonly<Record<string, readonly (ObservableKind | null)[]>> = {
  'ip-src': ['address'],
  'ip-dst': ['address'],
  'ip-src|port': ['address', null],
  'ip-dst|port': ['address', null],
  domain: ['domain'],
  'domain|ip': ['domain', 'address'],
  hostname: ['host'],
  'hostname|port': ['host', null],
  url: ['url'],
  link: ['url'],
  'user-agent': ['user-agent'],
  email: ['email'],
  'email-src': ['email'],
  'email-dst': ['email'],
  'github-username': ['account'],
  'x509-fingerprint-md5': ['hash'],
  'x509-fingerprint-sha1': ['hash'],
  'x509-fingerprint-sha256': ['hash'],
};
const HASH_TYPE = /^(?:filename\|)?(?:md5|sha1|sha224|sha256|sha384|sha512)$/;

/** `misp:confidence-level` and `admiralty-scale:information-credibility`, taxonomies of MISP. */
const CONFIDENCE: Readonly<Record<string, number>> = {
  'misp:confidence-level="completely-confident"': 100,
  'misp:confidence-level="usually-confident"': 75,
  'misp:confidence-level="fairly-confident"': 50,
  'misp:confidence-level="rarely-confident"': 25,
  'misp:confidence-level="unconfident"': 0,
  'admiralty-scale:information-credibility="1"': 100,
  'admiralty-scale:information-credibility="2"': 75,
  'admiralty-scale:information-credibility="3"': 50,
  'admiralty-scale:information-credibility="4"': 25,
  'admiralty-scale:information-credibility="5"': 0,
};
const GALAXY = /^misp-galaxy:([a-z0-9-]{1,60})="([^"]{1,200})"$/;

interface Tags {
  readonly tlp: Tlp | null;
  readonly confidence: number | null;
  readonly labels: readonly string[];
  readonly related: readonly IntelRelation[];
  readonly techniques: readonly string[];
}

export function isMispEvent(value: unknown): boolean {
  return isRecord(value) && isRecord(value['Event']) && typeof value['Event']['uuid'] === 'string';
}

/** The manifest of a feed: uuids of events and when each was changed. */
export function isMispManifest(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const entries = Object.entries(value).slice(0, 5);
  return entries.length > 0 && entries.every(([uuid, each]) => /^[0-9a-f-]{36}$/i.test(uuid) && isRecord(each) && 'timestamp' in each);
}

export function readMispEvent(value: Raw, name: string): IntelDocument {
  const event = isRecord(value['Event']) ? value['Event'] : {};
  const org = isRecord(event['Orgc']) ? event['Orgc'] : isRecord(event['Org']) ? event['Org'] : {};
  const context: Context = {
    source: line(org['name']) ?? name,
    title: line(event['info']) ?? String(event['uuid']),
    tags: tagsOf(event['Tag']),
  };
  const problems: IntelProblem[] = [];
  const indicators: Indicator[] = [];
  for (const { attribute, object } of attributesOf(event)) {
    const made = indicatorIn(attribute, object, context);
    if (made && 'code' in made) problems.push(made);
    else if (made) indicators.push(made);
  }
  return { indicators, warningLists: [], problems };
}

interface Context {
  readonly source: string;
  readonly title: string;
  readonly tags: Tags;
}

function* attributesOf(event: Raw): Generator<{ readonly attribute: Raw; readonly object: Raw | null }> {
  for (const attribute of recordsIn(event['Attribute'])) yield { attribute, object: null };
  for (const object of recordsIn(event['Object'])) for (const attribute of recordsIn(object['Attribute'])) yield { attribute, object };
}

function recordsIn(value: unknown): readonly Raw[] {
  return Array.isArray(value) ? value.filter((each: unknown) => isRecord(each)) : [];
}

/** Null for what nobody asks to be looked for. */
function indicatorIn(attribute: Raw, object: Raw | null, context: Context): Indicator | IntelProblem | null {
  const { uuid, type, value } = attribute;
  if (attribute['to_ids'] !== true && attribute['to_ids'] !== '1' && attribute['to_ids'] !== 1) return null;
  if (typeof type !== 'string' || typeof value !== 'string' || typeof uuid !== 'string' || !/^[0-9a-f-]{36}$/i.test(uuid))
    return { code: 'invalid-object', detail: line(uuid) ?? 'an attribute without uuid, type or value', line: null };
  const observables = observablesIn(type, value);
  if (observables.length === 0) return { code: 'no-observable', detail: `${line(type, 60)}: ${line(value, 80)}`, line: null };
  const own = tagsOf(attribute['Tag']);
  const tags = context.tags;
  const comment = line(attribute['comment']);
  return indicatorOf({
    ...{ id: uuid.toLowerCase(), format: 'misp', source: context.source, observables },
    title: comment === null ? context.title : `${context.title}: ${comment}`,
    modified: unixTime(attribute['timestamp']),
    validFrom: instant(attribute['first_seen']),
    lastSeen: instant(attribute['last_seen']) ?? lastSighting(attribute['Sighting']),
    confidence: decayed(attribute['decay_score']) ?? own.confidence ?? tags.confidence,
    tlp: strictest([own.tlp, tags.tlp]),
    labels: [...new Set([...own.labels, ...tags.labels])],
    related: [...own.related, ...tags.related],
    techniques: [...new Set([...own.techniques, ...tags.techniques])],
    revoked: isTrue(attribute['deleted']) || isTrue(object?.['deleted']),
  });
}

const isTrue = (value: unknown): boolean => value === true || value === 1 || value === '1';

function observablesIn(type: string, value: string): readonly Observable[] {
  const kinds: readonly (ObservableKind | null)[] = HASH_TYPE.test(type)
    ? type.startsWith('filename|')
      ? [null, 'hash']
      : ['hash']
    : Object.hasOwn(TYPES, type)
      ? (TYPES[type] ?? [])
      : [];
  const parts = kinds.length > 1 ? value.split('|', 3) : [value];
  return kinds.flatMap((kind, index) => {
    const part = parts[index];
    if (kind === null || part === undefined) return [];
    const text = kind === 'user-agent' || kind === 'account' ? part : refang(part);
    const normal = normalValue(kind, text);
    if (normal !== null) return [{ kind, value: normal }];
    const range = kind === 'address' ? normalValue('range', text) : null;
    return range === null ? [] : [narrowed({ kind: 'range', value: range })];
  });
}

function unixTime(value: unknown): string | null {
  const seconds = typeof value === 'number' || (typeof value === 'string' && /^\d{1,11}$/.test(value)) ? Number(value) : Number.NaN;
  return Number.isFinite(seconds) ? instantOf(seconds * 1000) : null;
}

/** Sightings of type 0 are sightings; 1 are false positives, 2 expirations. */
function lastSighting(value: unknown): string | null {
  const times = recordsIn(value).flatMap((each) => (String(each['type'] ?? '0') === '0' ? (unixTime(each['date_sighting']) ?? []) : []));
  return times.toSorted().at(-1) ?? null;
}

/** The lowest score that a server's decaying models gave; 0 once one calls it decayed. */
function decayed(value: unknown): number | null {
  const scores = recordsIn(value).flatMap((each) =>
    each['decayed'] === true ? [0] : typeof each['score'] === 'number' ? [each['score']] : [],
  );
  const least = Math.min(...scores.slice(0, 100));
  return scores.length === 0 || !(least >= 0 && least <= 100) ? null : Math.round(least);
}

function tagsOf(value: unknown): Tags {
  const names = recordsIn(value)
    .slice(0, 200)
    .flatMap((each) => line(each['name']) ?? []);
  const related = names.flatMap((name) => {
    const match = GALAXY.exec(name);
    return match ? [{ type: (match[1] ?? '').replace(/^mitre-/, ''), name: match[2] ?? '' }] : [];
  });
  const confidences = names.flatMap((name) => (Object.hasOwn(CONFIDENCE, name.toLowerCase()) ? [CONFIDENCE[name.toLowerCase()] ?? 0] : []));
  return {
    tlp: strictest(names.map((name) => (/^tlp:/i.test(name) ? tlpOf(name) : null))),
    confidence: confidences.length > 0 ? Math.min(...confidences) : null,
    labels: names.filter((name) => !/^tlp:/i.test(name) && !GALAXY.test(name)),
    related,
    techniques: related.filter(({ type }) => type === 'attack-pattern').flatMap(({ name }) => techniquesIn(name)),
  };
}

const LIST_TYPES = ['cidr', 'hostname', 'string', 'substring', 'regex'] as const;

/** MISP's warning lists: `{ name, type, list: […] }`. */
export function isWarningList(value: unknown): value is Raw & { readonly list: readonly unknown[] } {
  return isRecord(value) && Array.isArray(value['list']) && typeof value['type'] === 'string' && typeof value['name'] === 'string';
}

export function readWarningList(value: Raw & { readonly list: readonly unknown[] }): WarningList | IntelProblem {
  const name = line(value['name']) ?? '';
  const type = LIST_TYPES.find((each) => each === value['type']);
  if (!type) return { code: 'unsupported-term', detail: `${name}: ${line(value['type'], 40)}`, line: null };
  return {
    name,
    type,
    values: value.list.filter((each) => typeof each === 'string' && each !== '' && each.length <= 2048) as readonly string[],
  };
}
