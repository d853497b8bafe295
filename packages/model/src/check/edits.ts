/**
 * What a fix writes, in the words of the format: data beside the check (Fix.edits), carried out by the parsers, proved by judging the
 * edited text again. Values are safe choices only: never a key, principal, address or name that somebody else has to exist for.
 *
 * Paths begin in the resource: in the block of Terraform, in `Properties` of CloudFormation, in the resource of ARM templates, and in the object of Kubernetes (`$pod` there is
 * the pod's specification, `$containers` each container and init container of it), in the service of a compose file. Dockerfiles have edits of their own.
 *
 * - `metadata_options.http_tokens`: blocks or maps, then an attribute; what is not there is made
 * - `setting[name=containerInsights].value`: the one whose `name` says so
 * - `rule[*].apply`: each that is there, none is made; `rule[0].apply`: the first, made when there is none
 * - `client_parameters{}.require_ssl`: an attribute that holds a map, where Terraform would otherwise get a block
 */

export type EditValue = string | number | boolean | null | readonly EditValue[] | { readonly [key: string]: EditValue };

interface EditScope {
  /** Only of resources declared as these: `aws_db_instance`, `AWS::RDS::DBInstance`, `Deployment`. Default: any. */
  readonly of?: readonly string[];
}

/** Writes a value. `unlessThere`: only where nothing is written yet; `ifThere`: only where something is; `clashes`: refused beside these. */
export interface SetEdit extends EditScope {
  readonly set: string;
  readonly value: EditValue;
  readonly unlessThere?: boolean;
  readonly ifThere?: boolean;
  /** Values of the same map that the API takes as a contradiction; documents only. */
  readonly clashes?: Readonly<Record<string, EditValue>>;
}

/** Takes attributes or blocks away. Without one that fits there is nothing to do. */
export interface RemoveEdit extends EditScope {
  readonly remove: string;
}

/** Adds what a list does not hold yet; makes the list. */
export interface AppendEdit extends EditScope {
  readonly append: string;
  readonly values: readonly EditValue[];
}

/** Takes values out of a list. */
export interface DropEdit extends EditScope {
  readonly drop: string;
  readonly values: readonly EditValue[];
}

/** Terraform: a resource of its own that goes with the one at fault. It is edited where it exists, and written behind it where not. */
export interface BesideEdit extends EditScope {
  readonly beside: string;
  /** Its attribute that names the resource at fault. */
  readonly by: string;
  /** What it names it by: an attribute of the resource at fault. Default `id`. */
  readonly link?: string;
  /** Paths in it, with their values. */
  readonly values: Readonly<Record<string, EditValue>>;
}

/** Dockerfiles: calls of programs in the RUN lines of the stage at fault. */
export interface CallEdit extends EditScope {
  /** Any of these programs. */
  readonly call: readonly string[];
  /** Only with one of these words: `install`. */
  readonly when?: readonly string[];
  /** An option that is written behind the word of `when`, else behind the program; not beside itself or one of `unless`. */
  readonly add?: string;
  readonly unless?: readonly string[];
  /** Options that go, letters (`-k`) also out of joined ones; `takeValue`: with the word behind them. */
  readonly take?: readonly string[];
  readonly takeValue?: boolean;
  /** Words in place of others. */
  readonly swap?: Readonly<Record<string, string>>;
  /** Another program. */
  readonly becomes?: string;
  /** A command behind the last one of the line. */
  readonly andThen?: string;
}

/** Dockerfiles: another keyword (with `label` and what stood there as its value), or another end of the last word of several. */
export type InstructionEdit = EditScope & {
  readonly instruction: string;
  /** Not where a word matches this, small and capital letters alike. */
  readonly except?: string;
} & ({ readonly becomes: string; readonly label?: string } | { readonly endWith: string });

/** Dockerfiles: another value of a variable of ENV or ARG. */
export interface VariableEdit extends EditScope {
  readonly variable: string;
  readonly value: string;
}

/**
 * Terraform: a Deny for everybody in the policy of the resource at fault, which a resource of the type `policyOf` holds: in its jsonencode, in
 * the aws_iam_policy_document it names, or in a new one where there is none. Never in a policy inside of the resource: it cannot name itself.
 */
export interface StatementEdit extends EditScope {
  readonly policyOf: string;
  /** Its attribute that names the resource at fault, and the one with the policy. */
  readonly by: string;
  readonly attribute: string;
  readonly statement: {
    readonly sid: string;
    readonly actions: readonly string[];
    /** What stands behind the ARN of the resource at fault. */
    readonly resources: readonly string[];
    readonly condition: { readonly test: string; readonly variable: string; readonly value: string };
  };
}

export type FixEdit = SetEdit | RemoveEdit | AppendEdit | DropEdit | BesideEdit | StatementEdit | CallEdit | InstructionEdit | VariableEdit;

/** Formats that are edited. */
export const editedFormats = ['terraform', 'cloudformation', 'kubernetes', 'arm', 'dockerfile', 'compose'] as const;
export type EditedFormat = (typeof editedFormats)[number];

/** Steps that belong together; or ways of doing it, the first that is proved counts. */
export type FormatEdits = readonly FixEdit[] | readonly (readonly FixEdit[])[];

export type FixEdits = Readonly<Partial<Record<EditedFormat, FormatEdits>>>;

/** The ways of a fix in a format, the best first; none when it has to be done by hand. */
export function waysOf(edits: FixEdits | undefined, format: string): readonly (readonly FixEdit[])[] {
  const known = editedFormats.find((each) => each === format);
  const own = known && edits?.[known];
  if (!own || own.length === 0) return [];
  return own.every((each) => Array.isArray(each)) ? (own as readonly (readonly FixEdit[])[]) : [own as readonly FixEdit[]];
}
