/**
 * What the evaluators of infrastructure code hand over: evaluated resource instances, still in the vocabulary of their format
 * (`aws_s3_bucket`, `AWS::S3::Bucket`, `Microsoft.Storage/storageAccounts`, `apps/Deployment`). Formats without blocks (CloudFormation,
 * ARM, Kubernetes) hold everything in attributes: an object there is read like a nested block.
 */
import type { Range } from './source.ts';
import type { Provenance, UnknownValue, Value } from './value.ts';

export interface DeclaredAttribute {
  readonly value: Value;
  /** The whole `name = expression`. */
  readonly range: Range;
}

/** A block after evaluation: variables substituted, dynamic blocks expanded. */
export interface DeclaredBlock {
  /** `resource`, `ingress`, `versioning` … */
  readonly type: string;
  readonly range: Range;
  /** Its header: `resource "aws_s3_bucket" "logs"`, without the brace. */
  readonly head: Range;
  readonly attributes: ReadonlyMap<string, DeclaredAttribute>;
  readonly blocks: readonly DeclaredBlock[];
  /** Not null: there may be more attributes than those listed (a transform that nobody here carries out adds some). */
  readonly rest?: UnknownValue | null;
  /** True when it is not known whether the block exists (dynamic block over an unknown collection, count unknown). */
  readonly uncertain: boolean;
  /** The chain of the collection a dynamic block was made from; null for a block written out. */
  readonly via: Provenance | null;
}

/** One instance of a resource or data source. */
export interface DeclaredResource {
  readonly mode: 'managed' | 'data';
  /** `aws_s3_bucket`, `AWS::S3::Bucket` */
  readonly type: string;
  readonly name: string;
  /** As Terraform prints it: `module.logs["eu"].aws_s3_bucket.this[0]`; data sources `data.aws_x.y`. Without key when the key is unknown. */
  readonly address: string;
  /**
   * What the references of values name it by, unique in its root. Only where the address is not unique: names of ARM resources are unique
   * for each type only.
   */
  readonly reference?: string;
  /** What other live resources may name it by: ids, ARNs, names. */
  readonly names?: readonly string[];
  /** For people, where it says more than the address: the construct path of a CDK application. */
  readonly label?: string;
  /** Address of the module instance, `''` for the root module. */
  readonly moduleAddress: string;
  /** Where it is declared, the same for all callers: the module's folder, relative to the TARGET, `''` for the TARGET itself; the template's file. */
  readonly moduleDir: string;
  /** Folder of the root module it was evaluated in. */
  readonly rootDir: string;
  /** Instance key of count (number) or for_each (string); null without, or when unknown. */
  readonly key: string | number | null;
  readonly block: DeclaredBlock;
  /** `aws`, `aws.tokyo`: the provider configuration in force (through module `providers` maps). */
  readonly provider: string;
  /** Region of that provider configuration; unknown when not written in the code. */
  readonly region: Value;
}
