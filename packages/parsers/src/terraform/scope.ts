/** What an expression can see, and the interfaces through which it reaches the rest of the module. */
import type { Range, Source, UnknownValue, Value } from '@kumomori/model';
import type { Expression, Span } from '../hcl/index.ts';
import type { FileText } from '../file-tree.ts';
import type { Run } from './run.ts';

/** Variables of for-expressions, template loops and dynamic blocks; the innermost comes first. */
export interface Frame {
  readonly name: string;
  readonly value: Value;
  /** True for the iterator of a dynamic block: `ingress.value` is then a step on the way of the value. */
  readonly iterator: boolean;
  readonly next: Frame | null;
}

/** `each` and `count` of the instance that is being evaluated; null where the block has none. */
export interface InstanceScope {
  readonly eachKey: Value | null;
  readonly eachValue: Value | null;
  readonly countIndex: Value | null;
}

export interface Scope {
  readonly run: Run;
  readonly module: ModuleScope;
  /** The file the expression stands in. */
  readonly source: Source;
  readonly frame: Frame | null;
  readonly instance: InstanceScope;
  /** True in template files and variable files: nothing but frames and functions can be seen. */
  readonly isolated: boolean;
}

/** A module instance as its expressions see it. Null: not declared. */
export interface ModuleScope {
  readonly address: string;
  readonly dir: string;
  readonly rootDir: string;
  readonly files: ModuleFiles;
  variable(name: string): Value | null;
  local(name: string): Value | null;
  resource(mode: 'managed' | 'data', type: string, name: string): Expandable | null;
  moduleCall(name: string): Expandable | null;
}

export interface ModuleFiles {
  readText(path: string): FileText;
  listFiles(dir: string): readonly string[];
}

/** A resource, data source or module call with its instances. */
export interface Expandable {
  /** Absolute, without instance key. */
  readonly address: string;
  instances(): Instances;
}

export interface Instances {
  readonly kind: 'single' | 'count' | 'for_each';
  readonly items: readonly InstanceView[];
  /** Not null: there may be more instances than those with a key; the last item then stands for them. */
  readonly rest: UnknownValue | null;
}

export interface InstanceView {
  readonly key: string | number | null;
  readonly address: string;
  /** The value of an attribute or module output; unknown with a reason when only the cloud knows it. */
  attribute(name: string): Value;
  /** All attributes or outputs. */
  object(): Value;
}

export const NO_INSTANCE: InstanceScope = { eachKey: null, eachValue: null, countIndex: null };

export function rangeOf(scope: Scope, span: Span): Range {
  return { source: scope.source, start: span.start, end: span.end };
}

export function withFrame(scope: Scope, name: string, value: Value): Scope {
  return { ...scope, frame: { name, value, iterator: false, next: scope.frame } };
}

export type Evaluate = (expression: Expression, scope: Scope) => Value;
