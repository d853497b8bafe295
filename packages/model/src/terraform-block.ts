/** What the Terraform evaluator hands over: evaluated resource instances, still in the provider's own vocabulary. */
import type { Range } from './source.ts';
import type { Provenance, Value } from './value.ts';

export interface TerraformAttribute {
  readonly value: Value;
  /** The whole `name = expression`. */
  readonly range: Range;
}

/** A block after evaluation: variables substituted, dynamic blocks expanded. */
export interface TerraformBlock {
  /** `resource`, `ingress`, `versioning` … */
  readonly type: string;
  readonly range: Range;
  /** Its header: `resource "aws_s3_bucket" "logs"`, without the brace. */
  readonly head: Range;
  readonly attributes: ReadonlyMap<string, TerraformAttribute>;
  readonly blocks: readonly TerraformBlock[];
  /** True when it is not known whether the block exists (dynamic block over an unknown collection, count unknown). */
  readonly uncertain: boolean;
  /** The chain of the collection a dynamic block was made from; null for a block written out. */
  readonly via: Provenance | null;
}

/** One instance of a resource or data source. */
export interface TerraformResource {
  readonly mode: 'managed' | 'data';
  /** `aws_s3_bucket` */
  readonly type: string;
  readonly name: string;
  /** As Terraform prints it: `module.logs["eu"].aws_s3_bucket.this[0]`; data sources `data.aws_x.y`. Without key when the key is unknown. */
  readonly address: string;
  /** Address of the module instance, `''` for the root module. */
  readonly moduleAddress: string;
  /** Folder of the module that declares it, relative to the TARGET, `''` for the TARGET itself. The same for all callers. */
  readonly moduleDir: string;
  /** Folder of the root module it was evaluated in. */
  readonly rootDir: string;
  /** Instance key of count (number) or for_each (string); null without, or when unknown. */
  readonly key: string | number | null;
  readonly block: TerraformBlock;
  /** `aws`, `aws.tokyo`: the provider configuration in force (through module `providers` maps). */
  readonly provider: string;
  /** Region of that provider configuration; unknown when not written in the code. */
  readonly region: Value;
}
