/** Dockerfiles and Containerfiles: files → evaluated build stages. No I/O: files come through a FileTree. */
import type { CodeFormat } from '../format.ts';
import { evaluateDockerfiles } from './evaluate-dockerfile.ts';

export const dockerfileFormat: CodeFormat = { kind: 'dockerfile', evaluate: (tree, inputs) => evaluateDockerfiles(tree, inputs) };
