/** Dockerfiles and Containerfiles: files → evaluated build stages. No I/O: files come through a FileTree. */
import type { CodeFormat } from '../format.ts';
import { evaluateDockerfiles } from './evaluate-dockerfile.ts';

export const dockerfileFormat: CodeFormat = { kind: 'dockerfile', evaluate: (tree, inputs) => evaluateDockerfiles(tree, inputs) };

export type { Instruction, Word } from './parse-dockerfile.ts';
export { parseDockerfile } from './parse-dockerfile.ts';
export { commandsOf, stageAt } from './stages.ts';

/** By its name alone, folders before it or not. */
export function isDockerfileName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    /^(?:Dockerfile|Containerfile)(?:[.-].+)?$|\.(?:dockerfile|containerfile)$/i.test(name) && !/\.(?:md|txt|sh|dockerignore)$/i.test(name)
  );
}
