/** Pods, secrets and service accounts in the estate. */
export { podReader } from './pods.ts';
export { kubernetesStoreReader } from './stores.ts';
export { kubernetesIdentityReaders } from './rbac.ts';
export { kubernetesNetworkReader } from './network.ts';
