import { defineKubernetes } from '../../../code/index.ts';
import { WORKLOADS, containerOf, flagValues, flagsOf } from '../flags.ts';
import type { ApiServer } from './shape.ts';

export const kubernetes = defineKubernetes<ApiServer>({
  types: WORKLOADS,
  identity: ['name'],
  accepts: (object) => containerOf(object, 'kube-apiserver') !== undefined,
  read: (object, context) => ({
    flags: flagsOf(containerOf(object, 'kube-apiserver') ?? object),
    etcdAuthorities: flagValues('trusted-ca-file', 'etcd', { object, context }),
  }),
});
