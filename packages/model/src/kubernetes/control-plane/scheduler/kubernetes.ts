import { defineKubernetes } from '../../../code/index.ts';
import { WORKLOADS, programFlags, runsProgram } from '../flags.ts';
import { CLUSTER_CONFIGURATION } from '../kubeadm.ts';
import type { Scheduler } from './shape.ts';

export const kubernetes = defineKubernetes<Scheduler>({
  types: [...WORKLOADS, CLUSTER_CONFIGURATION],
  identity: ['name'],
  accepts: (object) => runsProgram(object, 'kube-scheduler'),
  read: (object) => ({
    flags: programFlags(object, 'kube-scheduler'),
  }),
});
