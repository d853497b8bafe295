/** A mapping to OCSF taken apart for columns: which values each leaf of a class table is chosen from. */
import type { OcsfCondition, OcsfField, OcsfList, OcsfMapping, OcsfRow, OcsfValue } from '@kumomori/model';
import { ocsfCast, ocsfElements } from '@kumomori/model';
import type { FileSchema, Leaf, Value } from '../parquet/index.ts';
import { fileSchema } from '../parquet/index.ts';
import type { Columns } from '../schema.ts';

/** A condition on the text at a slot. */
export interface Test {
  readonly slot: number;
  readonly holds: (text: string | null) => boolean;
}

/** What a leaf may hold; the first one that gives a value counts. A list of texts is one value. */
export interface Alternative {
  readonly when: readonly Test[];
  /** Texts are taken from there; none: `otherwise`. Several are joined. */
  readonly slots: readonly number[];
  readonly by: string;
  readonly convert: (text: string, list: unknown) => Value | readonly string[] | null;
}

export type LeafPlan =
  /** Of the row's class and activity alone. */
  | { readonly kind: 'own'; readonly of: (activityId: number) => number }
  | { readonly kind: 'chosen'; readonly alternatives: readonly Alternative[] }
  /** A member of the elements that a list of the record becomes. */
  | {
      readonly kind: 'elements';
      readonly slot: number;
      readonly elementsOf: (list: unknown) => readonly OcsfRow[];
      readonly member: string;
    }
  /** A member of a list of one object; the list is there when any of its leaves has a value. */
  | { readonly kind: 'element'; readonly alternatives: readonly Alternative[]; readonly list: string }
  | { readonly kind: 'none' };

export interface ClassPlan {
  readonly classUid: number;
  readonly table: string;
  readonly schema: FileSchema;
  /** In the order of the schema's leaves, without the lake's own columns at the end. */
  readonly leaves: readonly LeafPlan[];
  /** By path: the slots that its leaves ask for. */
  readonly slots: ReadonlyMap<string, number>;
}

export interface Rule {
  readonly when: readonly Test[];
  readonly classUid: number;
  readonly activityId: number;
}

/** Slots are numbers of paths, the same in all classes of a mapping. */
export class MappingPlan {
  readonly mapping: OcsfMapping;
  readonly rules: readonly Rule[];
  /** Paths of the rules. */
  readonly ruleSlots: ReadonlyMap<string, number>;
  readonly #slots = new Map<string, number>();
  readonly #classes = new Map<number, ClassPlan>();
  readonly #columnsOf: (classUid: number) => { readonly table: string; readonly columns: Columns };

  constructor(mapping: OcsfMapping, columnsOf: (classUid: number) => { readonly table: string; readonly columns: Columns }) {
    this.mapping = mapping;
    this.#columnsOf = columnsOf;
    this.rules = mapping.rules.map(({ when = [], classUid, activityId }) => ({ when: this.#tests(when), classUid, activityId }));
    this.ruleSlots = new Map(this.#slots);
  }

  classOf(classUid: number): ClassPlan {
    const known = this.#classes.get(classUid);
    if (known) return known;
    const { table, columns } = this.#columnsOf(classUid);
    const schema = fileSchema(columns, ['unmapped', 'raw_data']);
    const applies = ({ classes }: { readonly classes?: readonly number[] }): boolean => classes?.includes(classUid) ?? true;
    const fields = Map.groupBy(this.mapping.fields.filter(applies), ({ to }) => to);
    const lists = new Map((this.mapping.lists ?? []).filter(applies).map((list) => [list.to, list]));
    const leaves = schema.leaves.slice(0, -2).map((leaf) => this.#leaf(leaf, classUid, { fields, lists }));
    const used = new Set(leaves.flatMap(slotsOf));
    const slots = new Map([...this.#slots].filter(([, slot]) => used.has(slot)));
    const plan = { classUid, table, schema, leaves, slots };
    this.#classes.set(classUid, plan);
    return plan;
  }

  #leaf(
    leaf: Leaf,
    classUid: number,
    { fields, lists }: { readonly fields: ReadonlyMap<string, readonly OcsfField[]>; readonly lists: ReadonlyMap<string, OcsfList> },
  ): LeafPlan {
    const own = OWN[leaf.name];
    if (own) return { kind: 'own', of: (activityId) => own(classUid, activityId) };
    const [list = '', member] = leaf.name.split('[].');
    const found = member === undefined ? undefined : lists.get(list);
    if (found && member !== undefined)
      return { kind: 'elements', slot: this.#slot(found.each), elementsOf: (value) => ocsfElements(found, value), member };
    const alternatives = (fields.get(leaf.name) ?? []).flatMap((field) => this.#alternatives(field, leaf));
    // A member that is never given is still one of an element that may be there.
    const isOfElement = member !== undefined && [...fields.keys()].some((to) => to.startsWith(`${list}[].`));
    if (alternatives.length === 0 && !isOfElement) return { kind: 'none' };
    return member === undefined ? { kind: 'chosen', alternatives } : { kind: 'element', alternatives, list };
  }

  #alternatives(field: OcsfField, leaf: Leaf): readonly Alternative[] {
    const { from = [], join, as = 'text', values, otherwise, constant } = field;
    const when = this.#tests(field.when ?? []);
    const fixed = (value: OcsfValue): Alternative => ({ when, slots: [], by: '', convert: () => typed(value, leaf) });
    if (constant) return [fixed(constant)];
    const isText = !values && (as === 'text' || as === 'json') && leaf.type === 'text';
    const cast: Alternative['convert'] = isText
      ? (text) => text
      : values
        ? (text) => typed(Object.hasOwn(values, text) ? (values[text] ?? null) : null, leaf)
        : (text, list) => typed(ocsfCast(text, list, as), leaf);
    return [
      ...(join ? [{ when, slots: join.paths.map((path) => this.#slot(path)), by: join.by, convert: cast }] : []),
      ...from.map((path) => ({ when, slots: [this.#slot(path)], by: '', convert: cast })),
      ...(otherwise === undefined ? [] : [fixed(otherwise)]),
    ];
  }

  #tests(when: readonly OcsfCondition[]): readonly Test[] {
    return when.map((condition) => ({ slot: this.#slot(condition.path), holds: (text) => isMet(condition, text) }));
  }

  #slot(path: string): number {
    const slot = this.#slots.get(path) ?? this.#slots.size;
    this.#slots.set(path, slot);
    return slot;
  }
}

const OWN: Readonly<Record<string, (classUid: number, activityId: number) => number>> = {
  activity_id: (_classUid, activityId) => activityId,
  category_uid: (classUid) => Math.floor(classUid / 1000),
  class_uid: (classUid) => classUid,
  type_uid: (classUid, activityId) => classUid * 100 + activityId,
};

function slotsOf(plan: LeafPlan): readonly number[] {
  if (plan.kind === 'elements') return [plan.slot];
  if (plan.kind !== 'chosen' && plan.kind !== 'element') return [];
  return plan.alternatives.flatMap(({ when, slots }) => [...when.map(({ slot }) => slot), ...slots]);
}

function isMet({ is, startsWith, endsWith, contains, exists, fold }: OcsfCondition, plain: string | null): boolean {
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

/** A value in the leaf's type; two mappings that disagree meet in text. Null where it is no such thing. */
function typed(value: OcsfValue | null, { type, shape }: Leaf): Value | readonly string[] | null {
  if (value === null) return null;
  if (shape === 'list' && Array.isArray(value)) return value.map(String);
  if (type === 'text') return typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (type === 'boolean') return typeof value === 'boolean' ? value : null;
  const number = typeof value === 'number' ? value : Number.NaN;
  if (!Number.isFinite(number)) return null;
  if (type === 'number') return number;
  const whole = Math.trunc(number);
  return Number.isSafeInteger(whole) ? whole : null;
}
