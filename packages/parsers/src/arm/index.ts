/** ARM templates (JSON): files → evaluated resources. No I/O: files come through a FileTree. */
import type { CodeFormat } from '../format.ts';
import { evaluateArm } from './evaluate-arm.ts';

export const armFormat: CodeFormat = {
  kind: 'arm',
  evaluate: (tree, inputs, { compiledBicep }) => evaluateArm(tree, inputs, compiledBicep),
};
