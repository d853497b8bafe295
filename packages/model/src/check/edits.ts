/**
 * What a fix writes, in the words of the format: data beside the check (Fix.edits), carried out by the parsers, proved by judging the
 * edited text again. Values are safe choices only: never a key, principal, address or name that somebody else has to exist for.
 *
 * Paths begin in the resource: in the block of Terraform, in `Properties` of CloudFormation, in the resource of ARM templates, and in the object of Kubernetes (`$pod` there is
 * the pod's specification, `$containers` each container and init container of it).
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

export type FixEdit = SetEdit | RemoveEdit | AppendEdit | DropEdit | BesideEdit;

/** Formats that are edited. */
export const editedFormats = ['terraform', 'cloudformation', 'kubernetes', 'arm'] as const;
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
