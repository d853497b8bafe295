import { defineKubernetes } from '../../../code/index.ts';
import { WORKLOADS, programFlags, runsProgram } from '../flags.ts';
import { CLUSTER_CONFIGURATION } from '../kubeadm.ts';
import type { ControllerManager } from './shape.ts';

export const kubernetes = defineKubernetes<ControllerManager>({
  types: [...WORKLOADS, CLUSTER_CONFIGURATION],
  identity: ['name'],
  accepts: (object) => runsProgram(object, 'kube-controller-manager'),
  read: (object) => ({
    flags: programFlags(object, 'kube-controller-manager'),
  }),
});
