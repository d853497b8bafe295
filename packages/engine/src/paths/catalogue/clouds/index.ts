/** Ways to gain rights in Kubernetes, Google Cloud and Azure. */
export { gcpEscalations } from './gcp.ts';
export { kubernetesEscalations } from './kubernetes.ts';
export type { CloudEscalation } from './types.ts';
