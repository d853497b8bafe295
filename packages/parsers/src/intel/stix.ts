/** STIX 2.1 bundles (and 2.0, whose indicators look the same): indicators with what they point at, who says it, who may know it. */
import type { Indicator, IntelProblem, IntelRelation, Tlp } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import type { IntelDocument } from './document.ts';
import { indicatorOf, instant, latest, line, meaningOf, percent, strictest, techniquesIn, texts, tlpOf } from './make.ts';

type Raw = Readonly<Record<string, unknown>>;

const MAX_OBJECTS = 2_000_000;
const MAX_RELATED = 50;

/** Ids of the markings that everybody has. Sources: STIX 2.1 §7.2.1.4 (TLP 1), FIRST TLP 2.0 extension definition. */
const TLP_IDS: Readonly<Record<string, Tlp>> = {
  'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487': 'clear',
  'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb': 'green',
  'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421': 'amber',
  'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003': 'amber+strict',
  'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1': 'red',
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9': 'clear',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da': 'green',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82': 'amber',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'red',
};

/** What an indicator says something of, beyond a relation of its own. */
const NAMED = new Set([
  'malware',
  'threat-actor',
  'campaign',
  'attack-pattern',
  'intrusion-set',
  'tool',
  'infrastructure',
  'vulnerability',
]);

/** `objects`: of a bundle or of an answer of a TAXII server. */
export function readStixObjects(objects: readonly unknown[], name: string): IntelDocument {
  const problems: IntelProblem[] = [];
  const problem = (code: IntelProblem['code'], detail: string): void => void problems.push({ code, detail, line: null });
  if (objects.length > MAX_OBJECTS) problem('too-large', name);
  const newest = newestVersions(objects.slice(0, MAX_OBJECTS), problem);
  const world = worldOf(newest.values());
  const indicators: Indicator[] = [];
  for (const object of newest.values()) {
    if (object['type'] !== 'indicator') continue;
    const made = indicatorIn(object, world, name);
    if ('code' in made) problems.push(made);
    else indicators.push(made);
  }
  return { indicators, warningLists: [], problems };
}

/** STIX 2.1 §3.6: of one id the newest `modified` counts; objects without one have one version. */
function newestVersions(
  objects: readonly unknown[],
  problem: (code: IntelProblem['code'], detail: string) => void,
): ReadonlyMap<string, Raw> {
  const newest = new Map<string, Raw>();
  for (const object of objects) {
    if (!isRecord(object) || typeof object['type'] !== 'string' || typeof object['id'] !== 'string' || object['id'].length > 200) {
      problem('invalid-object', line(isRecord(object) ? object['id'] : '') ?? 'an object without id');
      continue;
    }
    const before = newest.get(object['id']);
    if (!before || versionOf(object) >= versionOf(before)) newest.set(object['id'], object);
  }
  return newest;
}

function versionOf(object: Raw): string {
  return instant(object['modified']) ?? instant(object['created']) ?? '';
}

interface World {
  readonly objects: ReadonlyMap<string, Raw>;
  /** By the id they come from. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
  /** Actors and campaigns by what they use. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  readonly lastSeen: ReadonlyMap<string, string>;
  readonly markings: ReadonlyMap<string, Tlp>;
}

function worldOf(list: Iterable<Raw>): World {
  const objects = new Map<string, Raw>();
  const targets = new Map<string, string[]>();
  const users = new Map<string, string[]>();
  const lastSeen = new Map<string, string>();
  const markings = new Map<string, Tlp>(Object.entries(TLP_IDS));
  const put = (map: Map<string, string[]>, key: string, value: string): void => {
    const before = map.get(key);
    if (!before) map.set(key, [value]);
    else if (before.length < MAX_RELATED) before.push(value);
  };
  for (const object of list) {
    const id = String(object['id']);
    objects.set(id, object);
    if (object['revoked'] === true) continue;
    const [from, to] = [object['source_ref'], object['target_ref']];
    if (object['type'] === 'relationship' && typeof from === 'string' && typeof to === 'string') {
      put(targets, from, to);
      if (object['relationship_type'] === 'uses') put(users, to, from);
    } else if (object['type'] === 'sighting' && typeof object['sighting_of_ref'] === 'string') {
      const seen = latest(lastSeen.get(object['sighting_of_ref']) ?? null, instant(object['last_seen']) ?? instant(object['modified']));
      if (seen !== null) lastSeen.set(object['sighting_of_ref'], seen);
    } else if (object['type'] === 'marking-definition') {
      const level = markingLevel(object);
      if (level) markings.set(id, level);
    }
  }
  return { objects, targets, users, lastSeen, markings };
}

function markingLevel(object: Raw): Tlp | null {
  const definition = object['definition'];
  const named = isRecord(definition) && typeof definition['tlp'] === 'string' ? definition['tlp'] : object['name'];
  const extensions = isRecord(object['extensions']) ? Object.values(object['extensions']).slice(0, 20) : [];
  const extended = extensions.flatMap((each) => (isRecord(each) && typeof each['tlp_2_0'] === 'string' ? [tlpOf(each['tlp_2_0'])] : []));
  return strictest([...extended, typeof named === 'string' ? tlpOf(named) : null]);
}

function indicatorIn(object: Raw, world: World, name: string): Indicator | IntelProblem {
  const id = String(object['id']);
  const title = line(object['name']) ?? id;
  const type = object['pattern_type'];
  const revoked = object['revoked'] === true;
  if (type !== undefined && type !== 'stix')
    return { code: 'unsupported-pattern', detail: `${title}: ${line(type, 40) ?? ''}`, line: null };
  const meaning = typeof object['pattern'] === 'string' ? meaningOf(object['pattern'], title) : null;
  // What was taken back need not be understood.
  if (!revoked && !meaning) return { code: 'invalid-pattern', detail: `${title}: no pattern`, line: null };
  if (!revoked && meaning && 'code' in meaning) return meaning;
  const { observables, pattern } = meaning && !('code' in meaning) ? meaning : { observables: [], pattern: null };
  const author = world.objects.get(String(object['created_by_ref']));
  const marks = texts(object['object_marking_refs']).map((each) => world.markings.get(each) ?? null);
  const { related, techniques } = relationsOf(id, world);
  return indicatorOf({
    ...{ id, format: 'stix', source: line(author?.['name']) ?? name, title, observables, pattern, revoked, related, techniques },
    modified: instant(object['modified']) ?? instant(object['created']),
    validFrom: instant(object['valid_from']),
    validUntil: instant(object['valid_until']),
    lastSeen: world.lastSeen.get(id) ?? null,
    confidence: percent(object['confidence']),
    tlp: strictest(marks),
    labels: [...texts(object['indicator_types']), ...texts(object['labels'])],
  });
}

/** What the indicator indicates, and who uses that or stands behind it: two steps. */
function relationsOf(id: string, { objects, targets, users }: World): Pick<Indicator, 'related' | 'techniques'> {
  const near = targets.get(id) ?? [];
  const far = near.flatMap((each) => [...(users.get(each) ?? []), ...(targets.get(each) ?? [])]).slice(0, MAX_RELATED);
  const related: IntelRelation[] = [];
  const techniques = new Set<string>();
  for (const each of new Set([...near, ...far])) {
    const object = objects.get(each);
    const type = line(object?.['type'], 60);
    const title = line(object?.['name']);
    if (!object || type === null || title === null || !NAMED.has(type) || object['revoked'] === true) continue;
    if (related.length < MAX_RELATED) related.push({ type, name: title });
    if (type === 'attack-pattern') for (const technique of attackIds(object)) techniques.add(technique);
  }
  return { related, techniques: [...techniques] };
}

function attackIds(object: Raw): readonly string[] {
  const references: readonly unknown[] = Array.isArray(object['external_references']) ? object['external_references'].slice(0, 50) : [];
  return references.flatMap((each) =>
    isRecord(each) && each['source_name'] === 'mitre-attack' && typeof each['external_id'] === 'string'
      ? techniquesIn(each['external_id'])
      : [],
  );
}
