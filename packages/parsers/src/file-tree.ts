/** The files of a TARGET as the parsers see them; reading is the caller's business. */

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'binary' };

export interface FileTree {
  /** A label for people. */
  readonly root: string;
  /** All regular files below the root, relative with `/`; ignore rules, limits and symlinks have been dealt with. */
  readonly paths: readonly string[];
  read(path: string): FileText;
}
