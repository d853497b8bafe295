/** What a check is. One file each in packages/content/checks; the id is the file's path joined by `-`. */
import type { ResourceShapes, ResourceType } from '../resource-types.generated.ts';
import type { Json, JsonObject } from '../live/index.ts';
import type { ReaderName } from '../resource.ts';
import { readerNames } from '../resource.ts';
import type { Text } from '../text.ts';
import type { Caution } from './cautions.ts';
import type { FixEdits } from './edits.ts';
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

/** Text of one file, or several files by path. */
export type ExampleCode = string | Readonly<Record<string, string>>;
/** A call that an example of a live account says was made, and what the cloud answered: exactly one of `response` and `error`. */
export interface ExampleCall {
  /** `iam:GetAccountSummary`: service and operation as in `live.ts`. */
  readonly call: string;
  /** What was asked, exactly as the projection looks it up; nothing without it. */
  readonly request?: JsonObject;
  readonly response?: Json;
  /** Code by which the call was refused. */
  readonly error?: string;
  /** Default `global`. */
  readonly region?: string;
  /** ISO 8601 in UTC; default EXAMPLE_TIME. */
  readonly at?: string;
}
/** When the calls of examples were made: ages count to it. */
export const EXAMPLE_TIME = '2026-07-01T00:00:00Z';

/** Formats of code, and what the APIs of a live account answer. */
export const exampleFormats = [...readerNames, 'live'] as const;
export type ExampleFormat = (typeof exampleFormats)[number];
export type ExampleSource = ExampleCode | readonly ExampleCall[];
export type ExampleSources = Readonly<Partial<Record<ReaderName, ExampleCode>>> & { readonly live?: readonly ExampleCall[] };

export interface Example {
  readonly name: string;
  readonly expect: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  /** The same configuration in one or more formats: its readers must agree on it. */
  readonly sources: ExampleSources;
  /** Parameter values that differ from the defaults. */
  readonly params?: Readonly<Record<string, number | readonly string[]>>;
}

export interface Fix {
  /** One imperative sentence. */
  readonly summary: Text;
  /** What `scan --fix` writes, by format; nothing where a person has to choose. */
  readonly edits?: FixEdits;
  /** What has to be known before the edits are applied; only where there are edits. */
  readonly cautions?: readonly Caution[];
  /** Snippets, at least one. A complete one (it holds the whole resource, and no `...`) is run by the catalogue: it must pass. */
  readonly terraform?: string;
  readonly cloudformation?: string;
  readonly arm?: string;
  readonly kubernetes?: string;
  readonly dockerfile?: string;
  readonly compose?: string;
  readonly text?: string;
  /** Steps for a resource that lives. */
  readonly cli?: string;
  /** Steps in the provider's console, one sentence each. */
  readonly console?: Text;
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
  /** Readers of the type that this check needs no examples for, with the reason: the format has no such attribute. */
  readonly without?: Readonly<Partial<Record<ReaderName, string>>>;
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

/** Further formats of the same configuration, and parameter values. */
export type ExampleOptions = Pick<Example, 'params'> & ExampleSources;

/** An example that must fail, with evidence inside its own text. `code`: Terraform (a file, or files by path), or texts by format. */
export function fails(name: string, code: ExampleCode | ExampleSources, options: ExampleOptions = {}): Example {
  return example('fail', name, code, options);
}
export function passes(name: string, code: ExampleCode | ExampleSources, options: ExampleOptions = {}): Example {
  return example('pass', name, code, options);
}
export function isUnknown(name: string, code: ExampleCode | ExampleSources, options: ExampleOptions = {}): Example {
  return example('unknown', name, code, options);
}
export function isNotApplicable(name: string, code: ExampleCode | ExampleSources, options: ExampleOptions = {}): Example {
  return example('not-applicable', name, code, options);
}

function example(
  expect: Example['expect'],
  name: string,
  code: ExampleCode | ExampleSources,
  { params, ...others }: ExampleOptions,
): Example {
  const sources = isByFormat(code) ? code : { terraform: code };
  return { name, expect, sources: { ...sources, ...others }, ...(params && { params }) };
}

function isByFormat(code: ExampleCode | ExampleSources): code is ExampleSources {
  return typeof code !== 'string' && Object.keys(code).every((key) => (exampleFormats as readonly string[]).includes(key));
}
