/**
 * Evaluated values of infrastructure code: known, or unknown with a reason; each carries where it was written, the way it took
 * (provenance), the resources it depends on, and whether it is sensitive. Immutable.
 */
import type { Range } from './source.ts';

/** One step on the way of a value from where it was written to where it is used; the newest step is the head of the chain. */
export interface Provenance {
  readonly kind: 'variable' | 'local' | 'module-argument' | 'module-output' | 'each' | 'resource-attribute' | 'document' | 'input';
  /** What the step passed through, as the author wrote it: `var.acl`, `local.tags`, `module.logs.bucket`. */
  readonly name: string;
  /**
   * The place of the reference or argument, e.g. `acl = var.acl` in the calling module. Of an `input`, the oldest step of a computed
   * value, the place where that input is written (the tfvars literal); it has the name of the step before.
   */
  readonly range: Range | null;
  readonly next: Provenance | null;
}

/** A dependency on a resource, data source or its attribute: an edge that survives when the value is unknown. */
export interface Reference {
  /** Absolute address, with instance keys where they are known: `module.logs["a"].aws_s3_bucket.this[0]`. */
  readonly address: string;
  /** Attribute path below the resource, `''` for the whole resource. */
  readonly attribute: string;
}

export type UnknownCode =
  | 'computed' // decided by the provider at apply time: ids, ARNs, generated names
  | 'unset-variable' // a variable without default and without value
  | 'data-source' // read from the cloud at plan time
  | 'remote-module' // a module whose source is not on this disk
  | 'unresolved-reference' // names something that does not exist in the code
  | 'failed-function' // a function call that cannot be carried out
  | 'unsupported' // an expression or function we do not evaluate
  | 'outside-root' // a file outside the scanned folder
  | 'cycle'
  | 'not-collected' // a call to the cloud that was refused, failed or never made
  | 'redacted' // a secret that was replaced when it was collected
  | 'ignored' // known, but changes of it do not count: lifecycle { ignore_changes }, autoscaling
  | 'limit'; // a size, depth or count limit was reached

export interface UnknownReason {
  readonly code: UnknownCode;
  /** For people, names the culprit: `variable "db_password" has no value`. */
  readonly detail: string;
}

export interface ValueBase {
  /** The expression that produced the value: the tfvars literal, the variable's default, the attribute's own literal, or what computed it. */
  readonly range: Range | null;
  readonly via: Provenance | null;
  readonly refs: readonly Reference[];
  readonly sensitive: boolean;
}

export interface NullValue extends ValueBase {
  readonly kind: 'null';
}
export interface BoolValue extends ValueBase {
  readonly kind: 'bool';
  readonly value: boolean;
}
export interface NumberValue extends ValueBase {
  readonly kind: 'number';
  readonly value: number;
}
export interface StringValue extends ValueBase {
  readonly kind: 'string';
  readonly value: string;
  /** What the text was encoded from (jsonencode, a rendered policy document), with the positions of its parts. */
  readonly structure: Value | null;
}
/** A string some parts of which are unknown: `"arn:aws:s3:::${aws_s3_bucket.a.id}/*"`. Parts alternate freely. */
export interface TemplateValue extends ValueBase {
  readonly kind: 'template';
  readonly parts: readonly (string | UnknownValue)[];
  readonly structure: Value | null;
}
export interface ListValue extends ValueBase {
  /** `list` also stands for Terraform's tuples. Sets are sorted and without doubles. */
  readonly kind: 'list' | 'set';
  readonly items: readonly Value[];
  /** Not null: there may be more elements, anywhere, than `items` (as after `concat(known, unknown)`). */
  readonly rest: UnknownValue | null;
}
export interface MapValue extends ValueBase {
  /** Also stands for Terraform's objects. */
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Value>;
  /** Not null: there may be more keys than `entries` (as after `merge(unknown, known)`). */
  readonly rest: UnknownValue | null;
  /** What stands under keys of which only parts are known, as written; they are part of `rest`, too. Absent: none. */
  readonly unnamed?: readonly (readonly [key: TemplateValue, value: Value])[];
}
export interface UnknownValue extends ValueBase {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
  /** It may also be null, or not written at all (`var.on ? key.arn : null`): what it refers to does not make it set. */
  readonly mayBeNull?: true;
  /** Of a secret that was replaced when it was collected: the kind of credential that was seen in it; null when it was looked at and is none. */
  readonly credential?: string | null;
}

export type Value = NullValue | BoolValue | NumberValue | StringValue | TemplateValue | ListValue | MapValue | UnknownValue;

const NO_REFS: readonly Reference[] = [];

function base(range: Range | null): ValueBase {
  return { range, via: null, refs: NO_REFS, sensitive: false };
}

export function nullValue(range: Range | null = null): NullValue {
  return { kind: 'null', ...base(range) };
}
export function boolValue(value: boolean, range: Range | null = null): BoolValue {
  return { kind: 'bool', value, ...base(range) };
}
export function numberValue(value: number, range: Range | null = null): NumberValue {
  return { kind: 'number', value, ...base(range) };
}
export function stringValue(value: string, range: Range | null = null, structure: Value | null = null): StringValue {
  return { kind: 'string', value, structure, ...base(range) };
}
export function listValue(items: readonly Value[], range: Range | null = null, rest: UnknownValue | null = null): ListValue {
  return { kind: 'list', items, rest, ...base(range) };
}
export function mapValue(entries: ReadonlyMap<string, Value>, range: Range | null = null, rest: UnknownValue | null = null): MapValue {
  return { kind: 'map', entries, rest, ...base(range) };
}
export function unknownValue(code: UnknownCode, detail: string, range: Range | null = null): UnknownValue {
  return { kind: 'unknown', reason: { code, detail }, ...base(range) };
}

/** The same value one step further on its way. */
export function withStep<V extends Value>(value: V, step: Omit<Provenance, 'next'>): V {
  return { ...value, via: { ...step, next: value.via } };
}

/** The same value that also depends on `refs` and is sensitive when an input was; returns `value` itself when nothing is added. */
export function withDependencies<V extends Value>(value: V, inputs: readonly Pick<ValueBase, 'refs' | 'sensitive'>[]): V {
  const sensitive = value.sensitive || inputs.some((input) => input.sensitive);
  const refs = inputs.every((input) => input.refs.length === 0)
    ? value.refs
    : mergeRefs([value.refs, ...inputs.map((input) => input.refs)]);
  return refs === value.refs && sensitive === value.sensitive ? value : { ...value, refs, sensitive };
}

/** One value that depends on more resources than this says nothing about any of them. */
export const MAX_REFERENCES = 256;

function mergeRefs(groups: readonly (readonly Reference[])[]): readonly Reference[] {
  const seen = new Map<string, Reference>();
  for (const group of groups) {
    for (const ref of group) {
      if (seen.size >= MAX_REFERENCES) return [...seen.values()];
      seen.set(`${ref.address}#${ref.attribute}`, ref);
    }
  }
  return [...seen.values()];
}

/** The values directly inside a value, a rest included. Parts are shared between values: whoever walks them remembers what was seen. */
export function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'template') return value.parts.filter((part) => typeof part !== 'string');
  if (value.kind === 'map') return value.rest ? [...value.entries.values(), value.rest] : [...value.entries.values()];
  if (value.kind === 'list' || value.kind === 'set') return value.rest ? [...value.items, value.rest] : value.items;
  return [];
}
