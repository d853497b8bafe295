import { defineKubernetes } from '../../../code/index.ts';
import { manifest } from '../../dialect.ts';
import { readIngress } from './read-ingress.ts';
import type { Ingress } from './shape.ts';

export const kubernetes = defineKubernetes<Ingress>({
  types: ['networking.k8s.io/Ingress'],
  identity: ['name'],
  read: (ingress) => readIngress(ingress, manifest),
});
