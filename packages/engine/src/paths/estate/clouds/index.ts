/** Kubernetes, Google Cloud and Azure in the facts. */
export { cloudFacts } from './facts.ts';
export type { CloudFacts } from './facts.ts';
