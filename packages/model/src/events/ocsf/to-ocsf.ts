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
  for (const list of mapping.lists ?? []) if (applies(list, classUid)) putList(row, list, paths);
  for (const field of mapping.fields) {
    if (!applies(field, classUid) || has(row, field.to)) continue;
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

function putList(row: Draft, { to, each, fields }: OcsfList, paths: Texts): void {
  const list = paths.value(each);
  if (!Array.isArray(list)) return;
  const elements = (list as readonly unknown[]).flatMap((element): readonly Draft[] => {
    if (typeof element !== 'object' || element === null) return [];
    const inside = new EventPaths({ source: 'aws.cloudtrail', record: element as Readonly<Record<string, unknown>> });
    const item: Draft = {};
    for (const field of fields) {
      const value = has(item, field.to) ? null : fieldValue(field, inside);
      if (value !== null) put(item, field.to, value);
    }
    return Object.keys(item).length === 0 ? [] : [item];
  });
  if (elements.length > 0) put(row, to, elements);
}

/** The object that an attribute belongs to, made where it is missing and `make`; a list has one object. */
function holder(row: Draft, names: readonly string[], make: boolean): Draft | null {
  let at = row;
  for (const name of names) {
    const isList = name.endsWith('[]');
    const key = isList ? name.slice(0, -2) : name;
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
  const names = to.split('.');
  const last = names.pop() ?? '';
  return holder(row, names, false)?.[last] !== undefined;
}

function put(row: Draft, to: string, value: OcsfValue | Draft[]): void {
  const names = to.split('.');
  const last = names.pop() ?? '';
  const owner = holder(row, names, true);
  if (owner) owner[last] = value;
}
