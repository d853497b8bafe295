/** What a check is. One file each in packages/content/checks; the id is the file's path joined by `-`. */
import type { ResourceShapes, ResourceType } from '../resource-types.generated.ts';
import type { Text } from '../text.ts';
import type { Severity, Verdict } from './verdict.ts';

/** `preventive`: keeps a mistake from becoming an incident; `detective`: makes incidents visible. */
export type ControlType = 'preventive' | 'detective';

export interface NumberParameter {
  readonly type: 'number';
  readonly default: number;
  readonly min?: number;
  readonly description: Text;
}
export interface StringsParameter {
  readonly type: 'strings';
  readonly default: readonly string[];
  readonly description: Text;
}
export type Parameter = NumberParameter | StringsParameter;
export type Parameters = Readonly<Record<string, Parameter>>;

/** The values `evaluate` gets: defaults, overridden by kumomori.yaml. */
export type ParameterValues<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends NumberParameter ? number : readonly string[];
};

export interface Example {
  readonly name: string;
  readonly expect: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  /** Text of one `main.tf`, or several files by path. */
  readonly terraform: string | Readonly<Record<string, string>>;
  /** Parameter values that differ from the defaults. */
  readonly params?: Readonly<Record<string, number | readonly string[]>>;
}

export interface Fix {
  /** One imperative sentence. */
  readonly summary: Text;
  /** A snippet. When it is a complete example (holds the whole resource) the catalogue runs it: it must pass. */
  readonly terraform: string;
  /** Console or CLI steps for a resource that lives. */
  readonly cli: string;
  /** Steps in the provider's console, one sentence each. */
  readonly console: Text;
}

export interface CheckDefinition<K extends ResourceType, P extends Parameters> {
  /** The desired state, at most 80 characters, no full stop. */
  readonly title: Text;
  readonly severity: Severity;
  readonly priority: 'P0' | 'P1' | 'P2';
  readonly controlType: ControlType;
  /** The resource type the check judges. */
  readonly on: K;
  readonly why: Text;
  readonly fix: Fix;
  /** The provider's own documentation first. */
  readonly references: readonly string[];
  /** Same-meaning checks of others: `CKV_AWS_53`, `AVD-AWS-0086`, `S3.8`, `prowler:…`, `cloudsploit:…`. */
  readonly equivalents: readonly string[];
  /** Earlier ids of this check. */
  readonly aliases?: readonly string[];
  readonly deprecated?: { readonly replacedBy: string };
  /** Said when no framework file lists the check. */
  readonly noFramework?: string;
  readonly params?: P;
  evaluate(resource: ResourceShapes[K] & { readonly name: string }, params: ParameterValues<P>): Verdict;
  readonly examples: readonly Example[];
}

/** A check as the catalogue holds it, its resource type forgotten. */
export interface Check extends Omit<CheckDefinition<ResourceType, Parameters>, 'evaluate'> {
  evaluate(view: unknown, params: Readonly<Record<string, number | readonly string[]>>): Verdict;
}

export interface CatalogueEntry {
  readonly id: string;
  readonly check: Check;
}

/** Gives `evaluate` the type of the resource named by `on`. */
export function defineCheck<K extends ResourceType, const P extends Parameters = Record<never, never>>(
  definition: CheckDefinition<K, P>,
): Check {
  // The runner only passes views of resources of type `on` and values for `params`, which is what the definition's types say.
  return definition as unknown as Check;
}

/** An example that must fail, with evidence inside its own text. */
export function fails(name: string, terraform: Example['terraform'], options: Pick<Example, 'params'> = {}): Example {
  return { name, expect: 'fail', terraform, ...options };
}
export function passes(name: string, terraform: Example['terraform'], options: Pick<Example, 'params'> = {}): Example {
  return { name, expect: 'pass', terraform, ...options };
}
export function isUnknown(name: string, terraform: Example['terraform'], options: Pick<Example, 'params'> = {}): Example {
  return { name, expect: 'unknown', terraform, ...options };
}
export function isNotApplicable(name: string, terraform: Example['terraform'], options: Pick<Example, 'params'> = {}): Example {
  return { name, expect: 'not-applicable', terraform, ...options };
}
