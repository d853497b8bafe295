/** Kubernetes clusters: kubeconfigs, a client that reads only, and what is asked of a cluster. */
export { collectKubernetes } from './collect-kubernetes.ts';
export { clusterRole } from './permissions.ts';
export type { KubernetesOptions } from './collect-kubernetes.ts';
