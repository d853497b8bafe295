import type { CodeFormat } from '../format.ts';
import { evaluateKubernetes } from './evaluate-kubernetes.ts';

export const kubernetesFormat: CodeFormat = {
  kind: 'kubernetes',
  evaluate: (tree, inputs) => evaluateKubernetes(tree, inputs),
};
