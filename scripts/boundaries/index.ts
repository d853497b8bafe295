/** The architecture as a program: the table, and the rules that hold the source files to it. Run by tests/boundaries.test.ts. */
import { noAny, noCastInContent, noMessageBranching, purity } from './code-rules.ts';
import { appLayer, checkAlone, cycles, folderIndex, packageBoundary } from './import-rules.ts';
import type { ModuleFile, Violation } from './modules.ts';
import { readModule } from './modules.ts';

export { packageFiles } from './modules.ts';
export type { ModuleFile, Violation } from './modules.ts';

const MODULE_RULES = [packageBoundary, appLayer, folderIndex, checkAlone, purity, noCastInContent, noAny, noMessageBranching];

/** All violations in the given files, in the order of rules. About 1 ms a file. */
export function boundaryViolations(files: readonly ModuleFile[]): readonly Violation[] {
  const modules = files.map((file) => readModule(file));
  return [...MODULE_RULES.flatMap((rule) => modules.flatMap((module) => rule(module))), ...cycles(modules)];
}
