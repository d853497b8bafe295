import { defineTerraform } from '../../../code/index.ts';
import { terraformBlocks } from '../../dialect.ts';
import { readIngress } from './read-ingress.ts';
import type { Ingress } from './shape.ts';

export const terraform = defineTerraform<Ingress>({
  types: ['kubernetes_ingress', 'kubernetes_ingress_v1'],
  read: (ingress) => readIngress(ingress, terraformBlocks),
});
