/** Making drafts out of parts of other drafts: every value keeps the place where it is written. */
import type { MapValue, Range, Value } from '@kumomori/model';
import { mapValue, stringValue } from '@kumomori/model';
import type { WrittenMember } from '../../documents/index.ts';
import { membersOf, writtenMap } from '../../documents/index.ts';
import type { Draft } from '../draft.ts';

export interface NewDraft {
  readonly name: string;
  readonly type: string;
  readonly properties: readonly WrittenMember[];
  /** It is known by the written resource's logical id: there is only one such part of it. */
  readonly isPart?: true;
}

/** A resource that SAM makes beside the written one: it stands where that one stands, and exists when that one does. */
export function companion(of: Draft, { name, type, properties, isPart }: NewDraft): Draft {
  const kept = membersOf(of.settings).filter(({ key }) => key === 'Condition' || key === 'Metadata');
  const shownAs = isPart ? (of.shownAs ?? of.name) : null;
  return { ...of, name, shownAs, type, settings: writtenMap(kept, of.settings.range), properties: writtenMap(properties, of.head) };
}

/** The written resource itself under its CloudFormation type. */
export function converted(of: Draft, type: string, properties: readonly WrittenMember[]): Draft {
  return { ...of, type, properties: writtenMap(properties, of.properties.range) };
}

/** The members of a resource's properties; of properties that a function decides none. */
export function propertiesOf(draft: Draft): readonly WrittenMember[] {
  return draft.properties.kind === 'map' ? membersOf(draft.properties) : [];
}

/** A property that nobody wrote: it stands at the resource's head. */
export function made(key: string, value: Value, at: Draft): WrittenMember {
  return { key, keyRange: null, value: value.range === null ? { ...value, range: at.head } : value };
}

/** Renamed properties keep their place; null leaves a property out, what is not listed stays as it is. */
export function renamed(members: readonly WrittenMember[], names: Readonly<Record<string, string | null>>): readonly WrittenMember[] {
  return members.flatMap((member) => {
    const name = names[member.key];
    if (name === null) return [];
    return [name === undefined ? member : { ...member, key: name }];
  });
}

export function member(members: readonly WrittenMember[], key: string): WrittenMember | undefined {
  return members.find((each) => each.key === key && each.value.kind !== 'null');
}

export function refTo(name: string, range: Range | null): MapValue {
  return mapValue(new Map([['Ref', stringValue(name, range)]]), range);
}

export function attributeOf(name: string, attribute: string, range: Range | null): MapValue {
  return mapValue(new Map([['Fn::GetAtt', stringValue(`${name}.${attribute}`, range)]]), range);
}

export function objectOf(entries: Readonly<Record<string, Value>>, range: Range | null): MapValue {
  return mapValue(new Map(Object.entries(entries)), range);
}
