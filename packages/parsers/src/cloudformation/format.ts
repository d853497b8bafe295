import type { CodeFormat } from '../format.ts';
import { evaluateCloudFormation } from './evaluate-cloudformation.ts';

export const cloudformationFormat: CodeFormat = {
  kind: 'cloudformation',
  evaluate: (tree, inputs, options) => {
    const paths = inputs.flatMap(({ path, role }) => (role === 'code' ? [path] : []));
    return evaluateCloudFormation(tree, paths, options.cloudformation);
  },
};
