/** What correlations need of the events that their rules matched: times and some fields. */
import type { LogSource } from '@kumomori/model';
import { derivedFields, isDerivedField } from '@kumomori/model';
import { placesOf } from '../field-names.ts';
import type { Place } from '../record-values.ts';
import { placeAt, someValue, textOfValue } from '../record-values.ts';
import type { CompiledCorrelation, CompiledRule, RuleSet } from '../rule-set.ts';

/** One match of a rule or correlation, as correlations above it see it. `I` is what the caller wants back of the event. */
export interface Point<I> {
  /** Of the rule or correlation that matched. */
  readonly order: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Tells events apart and puts those of one time in order. */
  readonly sequence: number;
  /** Field → its values as texts; fields without a value are left out. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly info: I;
}

/** Values of one field of one event; more make no better correlation. */
const MAX_VALUES = 100;

/** Rules (by order) that correlations are made of → the fields that have to be kept of their events. */
export function neededFields({ rules, correlations }: Pick<RuleSet, 'rules' | 'correlations'>): ReadonlyMap<number, readonly string[]> {
  const needed = new Map<number, Set<string>>();
  // What a correlation is made of comes before it: from the last to the first, each passes on what those above it need.
  for (const correlation of correlations.toReversed()) {
    const fields = new Set([...fieldsOf(correlation), ...(needed.get(correlation.order) ?? [])]);
    for (const member of correlation.members.flat()) needed.set(member, new Set([...(needed.get(member) ?? []), ...fields]));
  }
  const orders = new Set(rules.map(({ order }) => order));
  return new Map([...needed].filter(([order]) => orders.has(order)).map(([order, fields]) => [order, [...fields]]));
}

function fieldsOf({ document }: CompiledCorrelation): readonly string[] {
  const names = [...document.groupBy, ...document.valueFields];
  const aliased = [...document.aliases.values()].flatMap((fields) => [...fields.values()]);
  return [...names.filter((name) => !document.aliases.has(name)), ...aliased];
}

/** A function that takes the needed fields out of records. */
export function fieldReader(): (
  event: { readonly source: LogSource | null; readonly record: Readonly<Record<string, unknown>> },
  fields: readonly string[],
) => Readonly<Record<string, readonly string[]>> {
  const places = new Map<string, readonly Place[]>();
  const placesFor = (source: LogSource | null, field: string): readonly Place[] => {
    const key = `${source ?? ''}\n${field}`;
    const known = places.get(key);
    if (known) return known;
    const made = placesOf(source, field).map((path) => placeAt(path));
    places.set(key, made);
    return made;
  };
  return ({ source, record }, fields) => {
    const found: Record<string, readonly string[]> = {};
    for (const field of fields) {
      const values = new Set<string>();
      if (isDerivedField(field)) for (const value of derivedFields(source, record)[field.toLowerCase()] ?? []) values.add(String(value));
      for (const place of placesFor(source, field)) someValue(record, place, (value) => values.add(textOfValue(value)).size >= MAX_VALUES);
      if (values.size > 0) found[field] = [...values];
    }
    return found;
  };
}

/** The field that a name in `group-by` stands for in events of a member. */
export function aliasedField({ document }: CompiledCorrelation, name: string, member: CompiledRule | CompiledCorrelation): string {
  const alias = document.aliases.get(name);
  if (!alias) return name;
  const { id, name: memberName } = member.document;
  return alias.get(memberName ?? '') ?? alias.get(id ?? '') ?? name;
}
