import { defineKubernetes } from '../../../code/index.ts';
import { WORKLOADS, flagValues, programFlags, runsProgram } from '../flags.ts';
import { CLUSTER_CONFIGURATION } from '../kubeadm.ts';
import type { ApiServer } from './shape.ts';

export const kubernetes = defineKubernetes<ApiServer>({
  types: [...WORKLOADS, CLUSTER_CONFIGURATION],
  identity: ['name'],
  accepts: (object) => runsProgram(object, 'kube-apiserver'),
  read: (object, context) => ({
    flags: programFlags(object, 'kube-apiserver'),
    etcdAuthorities: flagValues('trusted-ca-file', 'etcd', { object, context }),
  }),
});
