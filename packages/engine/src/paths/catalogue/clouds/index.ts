/** Ways to gain rights in Kubernetes, Google Cloud and Azure. */
export { azureEscalations } from './azure.ts';
export { gcpEscalations } from './gcp.ts';
export { kubernetesEscalations } from './kubernetes.ts';
export type { CloudEscalation } from './types.ts';
