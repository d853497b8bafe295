/** What YAML and JSON files are read into: values with the places they stand at, nothing evaluated yet. */
import type { Diagnostic, Range, Value } from '@kumomori/model';
import type { Comment } from '../format.ts';

export interface ReadDocument {
  readonly value: Value;
  /** From its first to its last character. */
  readonly range: Range;
}

export interface ReadDocuments {
  /** Of a stream; empty documents are left out. A document with errors holds what could be read. */
  readonly documents: readonly ReadDocument[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface DocumentOptions {
  /**
   * The key that stands for a tag of the format: `!Ref x` is read as `{ "Ref": x }` when the answer for `!Ref` is `Ref`. Null (and without
   * this option): the tag is ignored.
   */
  readonly functionOf?: (tag: string) => string | null;
  /** Tags of the format. Others are read all the same, but cost a warning of the library each. */
  readonly tags?: readonly string[];
}
