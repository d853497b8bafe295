/** Ways to gain rights in Kubernetes, Google Cloud and Azure. */
export { kubernetesEscalations } from './kubernetes.ts';
export type { CloudEscalation } from './types.ts';
