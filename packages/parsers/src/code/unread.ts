/** Files that a format would have read, had they been text of a reasonable size. */
import type { Diagnostic } from '@kumomori/model';
import type { FileTree } from '../file-tree.ts';
import type { DetectedInput } from '../format.ts';

const MESSAGES = {
  'too-large': 'the file is too large and was not read',
  binary: 'the file is not text and was not read',
} as const;

/** One diagnostic for each such file about which no format has said anything. Files that are not there are said by who lists them. O(files). */
export function unreadFiles(tree: FileTree, inputs: readonly DetectedInput[], said: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(said.map(({ file }) => file));
  const recognized = new Set(inputs.map(({ path }) => path));
  return tree.paths.flatMap((path): readonly Diagnostic[] => {
    const isCode = recognized.has(path);
    if (known.has(path) || (!isCode && !/\.(?:ya?ml|template)$/i.test(path))) return [];
    const { kind } = tree.read(path);
    if (kind !== 'too-large' && kind !== 'binary') return [];
    return [{ severity: isCode ? 'error' : 'warning', file: path, line: null, column: null, code: kind, message: MESSAGES[kind] }];
  });
}
