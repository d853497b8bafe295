import { defineKubernetes } from '../../../code/index.ts';
import { WORKLOADS, containerOf, flagValues, flagsOf } from '../flags.ts';
import type { Etcd } from './shape.ts';

export const kubernetes = defineKubernetes<Etcd>({
  types: WORKLOADS,
  identity: ['name'],
  accepts: (object) => containerOf(object, 'etcd') !== undefined,
  read: (object, context) => ({
    flags: flagsOf(containerOf(object, 'etcd') ?? object),
    clusterAuthorities: flagValues('client-ca-file', 'kube-apiserver', { object, context }),
  }),
});
