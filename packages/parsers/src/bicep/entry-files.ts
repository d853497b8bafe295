import type { FileTree } from '../file-tree.ts';
import { parseBicep } from './parse-bicep.ts';

/** Bicep files of the tree that no other one uses as a module: what somebody deploys. Reads every Bicep file. O(text). */
export function bicepEntryFiles(tree: FileTree): readonly string[] {
  const files = tree.paths.filter((path) => path.endsWith('.bicep'));
  const used = new Set(files.flatMap((path) => modulesOf(path, tree)));
  return files.filter((path) => !used.has(path));
}

function modulesOf(path: string, tree: FileTree): readonly string[] {
  const file = tree.read(path);
  if (file.kind !== 'text') return [];
  const { resources } = parseBicep({ path, text: file.text });
  return resources.flatMap(({ isModule, type }) => {
    const module = isModule ? pathBeside(path, type) : path;
    return module === path ? [] : [module];
  });
}

/** The path that a module is written by, seen from the root of the tree. */
export function pathBeside(from: string, written: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
