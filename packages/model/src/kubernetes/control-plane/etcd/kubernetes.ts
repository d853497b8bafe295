import { defineKubernetes } from '../../../code/index.ts';
import { WORKLOADS, flagValues, programFlags, runsProgram } from '../flags.ts';
import { CLUSTER_CONFIGURATION } from '../kubeadm.ts';
import type { Etcd } from './shape.ts';

export const kubernetes = defineKubernetes<Etcd>({
  types: [...WORKLOADS, CLUSTER_CONFIGURATION],
  identity: ['name'],
  accepts: (object) => runsProgram(object, 'etcd'),
  read: (object, context) => ({
    flags: programFlags(object, 'etcd'),
    clusterAuthorities: flagValues('client-ca-file', 'kube-apiserver', { object, context }),
  }),
});
