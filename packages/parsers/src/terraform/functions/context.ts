/** What a Terraform function is given and what it may answer. */
import type { Range, Source, UnknownCode, Value } from '@kumomori/model';
import type { FileText } from '../../file-tree.ts';

export interface TemplateSource {
  readonly source: Source;
  /** False for a text that was computed and stands in no file. */
  readonly isFile: boolean;
}

export interface FunctionContext {
  /** The call expression; becomes the range of computed results. */
  readonly range: Range | null;
  /** The folder of the calling module, relative to the TARGET root. */
  readonly moduleDir: string;
  /** The folder of the root module, relative to the TARGET root; what relative paths in calls are resolved against. */
  readonly rootDir: string;
  /** `path` is relative to the TARGET root, or absolute and inside it; confinement is the callee's duty. */
  readText(path: string): FileText;
  /** All files below `dir`, relative to it, with forward slashes; confined and bounded by the callee. */
  listFiles(dir: string): readonly string[];
  /** Renders a template for `templatefile` and `templatestring`. */
  renderTemplate(template: TemplateSource, variables: ReadonlyMap<string, Value>): Value;
}

/** A call that cannot be carried out; `reason` completes the sentence "NAME() failed: …". */
export interface Failure {
  readonly failure: string;
  readonly code: UnknownCode;
}

export interface FunctionSpec {
  readonly min: number;
  readonly max: number;
  readonly run: (args: readonly Value[], context: FunctionContext) => Value | Failure;
}

export type FunctionTable = Readonly<Record<string, FunctionSpec>>;
