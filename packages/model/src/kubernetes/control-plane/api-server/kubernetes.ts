import { defineKubernetes } from '../../../code/index.ts';
import { WORKLOADS, containerOf, flagsOf } from '../flags.ts';
import type { ApiServer } from './shape.ts';

export const kubernetes = defineKubernetes<ApiServer>({
  types: WORKLOADS,
  identity: ['name'],
  accepts: (object) => containerOf(object, 'kube-apiserver') !== undefined,
  read: (object) => ({ flags: flagsOf(containerOf(object, 'kube-apiserver') ?? object) }),
});
