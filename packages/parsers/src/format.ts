/** The contract of a format of infrastructure code: files → roots of declared resources. */
import type { CodeKind, CodeRoot, Diagnostic, Source } from '@kumomori/model';
import type { CloudFormationOptions } from './cloudformation/index.ts';
import type { FileTree } from './file-tree.ts';
import type { TerraformModuleCall, TerraformOptions } from './terraform/index.ts';

/** Offsets are UTF-16 code units; `end` exclusive. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  /** Without the comment marks, untrimmed. */
  readonly text: string;
}

/** A file that was read: suppression comments are looked for in it. */
export interface CodeFile {
  readonly source: Source;
  readonly comments: readonly Comment[];
}

export interface EvaluatedRoot extends CodeRoot {
  /** Module blocks of Terraform, nested stacks of CloudFormation; none in other formats. */
  readonly moduleCalls: readonly TerraformModuleCall[];
}

export interface CodeEvaluation {
  readonly roots: readonly EvaluatedRoot[];
  /** Every file that was parsed, by path. */
  readonly files: ReadonlyMap<string, CodeFile>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The code that plans were made from. */
export interface PlanSource {
  readonly tree: FileTree;
  /** Its folder, relative to the TARGET: put before its paths. '' for the TARGET itself. */
  readonly folder: string;
}

/** A key of an account, as a snapshot knows it. */
export interface KnownKey {
  /** `alice (123456789012)` */
  readonly owner: string;
  /** `Active`, `Inactive` */
  readonly status: string;
  /** ISO 8601; null when it was never used. */
  readonly lastUsed: string | null;
}

export interface CodeOptions {
  readonly terraform?: TerraformOptions;
  readonly planSource?: PlanSource;
  /** Default true: look for credentials in all text files. */
  readonly secrets?: boolean;
  /** Keys that a snapshot of the account holds, by their id: a credential in code is told whose it is. */
  readonly knownKeys?: ReadonlyMap<string, KnownKey>;
  readonly cloudformation?: CloudFormationOptions;
  /** What the bicep program wrote for Bicep files, by their path: their values are then the program's. */
  readonly compiledBicep?: ReadonlyMap<string, string>;
}

/** Why a file is read as what. `companion`: read only together with the files it belongs to (variables, parameters). */
export interface DetectedInput {
  readonly path: string;
  readonly kind: CodeKind;
  readonly role: 'code' | 'companion';
  /** For people: `name ends in .tf`, `has AWSTemplateFormatVersion`. */
  readonly because: string;
}

export interface CodeFormat {
  readonly kind: CodeKind;
  /** `inputs`: the files of the tree that were recognized as this kind. Never throws on what the files say. */
  evaluate(tree: FileTree, inputs: readonly DetectedInput[], options: CodeOptions): CodeEvaluation;
}
