import type { LogEvent } from '../event.ts';
import { trailRecord } from '../names.ts';
import { castText } from './cast.ts';
import { ocsfTable } from './classes.ts';
import { OCSF_MAPPINGS } from './mappings.ts';
import { EventPaths } from './paths.ts';
import type { OcsfCondition, OcsfEvent, OcsfField, OcsfList, OcsfMapping, OcsfRow, OcsfValue } from './types.ts';
import { unmappedOf } from './unmapped.ts';

/**
 * An event in OCSF 1.8, by the mapping of its source. What the record does not say is absent; `time` too, for the caller to decide. Never throws.
 * Linear in the size of record and mapping.
 */
export function toOcsf(event: LogEvent): OcsfEvent {
  const mapping = OCSF_MAPPINGS.get(event.source);
  if (!mapping) throw new Error(`no mapping of ${event.source}`);
  const record = event.source === 'aws.cloudtrail' ? trailRecord(event.record) : event.record;
  return mapEvent(record === event.record ? event : { ...event, record }, mapping);
}

/** As `toOcsf`, by any mapping. */
export function mapEvent(event: LogEvent, mapping: OcsfMapping): OcsfEvent {
  const paths = new EventPaths(event);
  const rule = mapping.rules.find(({ when }) => holds(when, paths)) ?? { classUid: 0, activityId: 0 };
  const { classUid, activityId } = rule;
  const row: Draft = {};
  put(row, 'activity_id', activityId);
  put(row, 'category_uid', Math.floor(classUid / 1000));
  put(row, 'class_uid', classUid);
  put(row, 'type_uid', classUid * 100 + activityId);
  const { lists, fields } = ofClass(mapping, classUid);
  for (const list of lists) putList(row, list, paths);
  for (const field of fields) {
    if (has(row, field.to)) continue;
    const value = fieldValue(field, paths);
    if (value !== null) put(row, field.to, value);
  }
  return { classUid, table: ocsfTable(classUid), row: row as OcsfRow, unmapped: unmappedOf(event.record, mapping, classUid) };
}

type Draft = { [attribute: string]: OcsfValue | Draft | Draft[] };

interface Texts {
  value(path: string): unknown;
  text(path: string): string | null;
}

interface ClassPart {
  readonly fields: readonly OcsfField[];
  readonly lists: readonly OcsfList[];
}

const PARTS = new WeakMap<OcsfMapping, Map<number, ClassPart>>();

/** What of a mapping applies to a class; found once. */
function ofClass(mapping: OcsfMapping, classUid: number): ClassPart {
  const ofMapping = PARTS.get(mapping) ?? new Map<number, ClassPart>();
  const known = ofMapping.get(classUid);
  if (known) return known;
  const inClass = (part: { readonly classes?: readonly number[] }): boolean => applies(part, classUid);
  const part = { fields: mapping.fields.filter(inClass), lists: (mapping.lists ?? []).filter(inClass) };
  PARTS.set(mapping, ofMapping.set(classUid, part));
  return part;
}

const applies = ({ classes }: { readonly classes?: readonly number[] }, classUid: number): boolean => classes?.includes(classUid) ?? true;

function holds(when: readonly OcsfCondition[] | undefined, paths: Texts): boolean {
  return when === undefined || when.every((condition) => isMet(condition, paths));
}

function isMet({ path, is, startsWith, endsWith, contains, exists, fold }: OcsfCondition, paths: Texts): boolean {
  const plain = paths.text(path);
  if (exists !== undefined && exists !== (plain !== null)) return false;
  if (!is && !startsWith && !endsWith && !contains) return true;
  if (plain === null) return false;
  const text = fold ? plain.toLowerCase() : plain;
  return Boolean(
    is?.includes(text) ||
    startsWith?.some((each) => text.startsWith(each)) ||
    endsWith?.some((each) => text.endsWith(each)) ||
    contains?.some((each) => text.includes(each)),
  );
}

function fieldValue(field: OcsfField, paths: Texts): OcsfValue | null {
  const { from = [], join, as = 'text', values, otherwise, constant, when } = field;
  if (when && !holds(when, paths)) return null;
  if (constant) return constant;
  if (join) {
    const texts = join.paths.map((path) => paths.text(path));
    if (texts.every((text) => text !== null)) {
      const value = castText(texts.join(join.by), null, as);
      if (value !== null) return value;
    }
  }
  for (const path of from) {
    const text = paths.text(path);
    if (text === null) continue;
    const value = values ? (Object.hasOwn(values, text) ? (values[text] ?? null) : null) : castText(text, paths.value(path), as);
    if (value !== null) return value;
  }
  return otherwise ?? null;
}

function putList(row: Draft, list: OcsfList, paths: Texts): void {
  const elements = elementsIn(list, paths.value(list.each));
  if (elements.length > 0) put(row, list.to, elements);
}

/** The elements that a list of a record becomes by its mapping; none where it is no list or nothing in it has a value. */
export function ocsfElements(list: OcsfList, value: unknown): readonly OcsfRow[] {
  return elementsIn(list, value) as readonly OcsfRow[];
}

function elementsIn({ fields }: OcsfList, list: unknown): Draft[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly unknown[]).flatMap((element): readonly Draft[] => {
    if (typeof element !== 'object' || element === null) return [];
    const inside = new EventPaths({ source: 'aws.cloudtrail', record: element as Readonly<Record<string, unknown>> });
    const item: Draft = {};
    for (const field of fields) {
      const value = has(item, field.to) ? null : fieldValue(field, inside);
      if (value !== null) put(item, field.to, value);
    }
    return Object.keys(item).length === 0 ? [] : [item];
  });
}

interface Target {
  readonly owners: readonly { readonly key: string; readonly isList: boolean }[];
  readonly last: string;
}

/** Targets of fields, taken apart once: mappings have some hundred of them. */
const TARGETS = new Map<string, Target>();

function targetOf(to: string): Target {
  const known = TARGETS.get(to);
  if (known) return known;
  const names = to.split('.');
  const last = names.pop() ?? '';
  const target = { owners: names.map((name) => ({ key: name.replace('[]', ''), isList: name.endsWith('[]') })), last };
  TARGETS.set(to, target);
  return target;
}

/** The object that an attribute belongs to, made where it is missing and `make`; a list has one object. */
function holder(row: Draft, { owners }: Target, make: boolean): Draft | null {
  let at = row;
  for (const { key, isList } of owners) {
    const known = at[key];
    if (known === undefined) {
      if (!make) return null;
      const inner: Draft = {};
      at[key] = isList ? [inner] : inner;
      at = inner;
      continue;
    }
    const inner: unknown = Array.isArray(known) ? known[0] : known;
    if (typeof inner !== 'object' || inner === null) return null;
    // Made above, or by `putList`: drafts, never values of a record.
    at = inner as Draft;
  }
  return at;
}

function has(row: Draft, to: string): boolean {
  const target = targetOf(to);
  return holder(row, target, false)?.[target.last] !== undefined;
}

function put(row: Draft, to: string, value: OcsfValue | Draft[]): void {
  const target = targetOf(to);
  const owner = holder(row, target, true);
  if (owner) owner[target.last] = value;
}
