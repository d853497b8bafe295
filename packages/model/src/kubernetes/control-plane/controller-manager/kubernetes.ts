import { defineKubernetes } from '../../../code/index.ts';
import { WORKLOADS, containerOf, flagsOf } from '../flags.ts';
import type { ControllerManager } from './shape.ts';

export const kubernetes = defineKubernetes<ControllerManager>({
  types: WORKLOADS,
  identity: ['name'],
  accepts: (object) => containerOf(object, 'kube-controller-manager') !== undefined,
  read: (object) => ({ flags: flagsOf(containerOf(object, 'kube-controller-manager') ?? object) }),
});
