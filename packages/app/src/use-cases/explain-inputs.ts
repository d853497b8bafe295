/** What the files of each TARGET are taken for, and why: nothing is evaluated. */
import type { CodeKind } from '@kumomori/model';
import { detectInputs } from '@kumomori/parsers';
import { openDiskTree } from '../files/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { findExports } from './account-exports.ts';
import type { ScanOptions } from './scan-options.ts';
import { locateTarget } from './targets.ts';

export interface ExplainedInput {
  /** As the user wrote it. */
  readonly target: string;
  /** Relative to the TARGET. */
  readonly file: string;
  readonly kind: CodeKind;
  /** `companion`: variables and parameters, read with the code they belong to. */
  readonly role: 'code' | 'companion';
  readonly because: string;
}

export interface ExplainedInputs {
  readonly inputs: readonly ExplainedInput[];
  /** Files of each TARGET that no format reads. */
  readonly others: ReadonlyMap<string, number>;
}

/** Throws AppErrors for TARGETs that are not there. */
export function explainInputs({ targets, cwd, language }: Pick<ScanOptions, 'targets' | 'cwd' | 'language'>): ExplainedInputs {
  const inputs: ExplainedInput[] = [];
  const others = new Map<string, number>();
  for (const path of targets) {
    const { folder, onlyFiles, isSnapshot } = locateTarget(path, { cwd, messages: messagesIn(language) });
    const { tree } = openDiskTree(folder);
    const isNamed = (file: string): boolean => onlyFiles === null || onlyFiles.includes(file);
    const exports = isSnapshot ? [] : findExports(tree, onlyFiles);
    const exported = new Set(exports.map((each) => each.path));
    const found = [
      ...detectInputs(tree).filter((each) => isNamed(each.path) && !exported.has(each.path)),
      ...exports.map((each) => ({ path: each.path, because: each.because, kind: 'live', role: 'code' }) as const),
    ];
    inputs.push(...found.map(({ path: file, kind, role, because }) => ({ target: path, file, kind, role, because })));
    others.set(path, tree.paths.filter(isNamed).length - found.length);
  }
  return { inputs, others };
}
