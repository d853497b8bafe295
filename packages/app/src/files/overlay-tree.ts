/** A tree of files with some more that programs made. */
import type { FileTree } from '@kumomori/parsers';

export function withFiles(tree: FileTree, files: ReadonlyMap<string, string>): FileTree {
  if (files.size === 0) return tree;
  return {
    root: tree.root,
    paths: [...tree.paths, ...files.keys()].sort(),
    read(path) {
      const text = files.get(path);
      return text === undefined ? tree.read(path) : { kind: 'text', text };
    },
  };
}
