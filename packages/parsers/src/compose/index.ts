/** Compose files: files → services. No I/O: files come through a FileTree. */
import type { CodeFormat } from '../format.ts';
import { evaluateCompose } from './evaluate-compose.ts';

export const composeFormat: CodeFormat = { kind: 'compose', evaluate: (tree, inputs) => evaluateCompose(tree, inputs) };
