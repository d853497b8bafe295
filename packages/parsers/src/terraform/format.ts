import type { CodeFormat } from '../format.ts';
import { evaluateTerraform } from './evaluate-terraform.ts';

export const terraformFormat: CodeFormat = {
  kind: 'terraform',
  evaluate: (tree, _inputs, options) => evaluateTerraform(tree, options.terraform),
};
