import { defineKubernetes } from '../../../code/index.ts';
import { WORKLOADS, containerOf, flagsOf } from '../flags.ts';
import type { Scheduler } from './shape.ts';

export const kubernetes = defineKubernetes<Scheduler>({
  types: WORKLOADS,
  identity: ['name'],
  accepts: (object) => containerOf(object, 'kube-scheduler') !== undefined,
  read: (object) => ({ flags: flagsOf(containerOf(object, 'kube-scheduler') ?? object) }),
});
