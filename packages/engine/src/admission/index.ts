/** What admission policies of Kubernetes (ValidatingAdmissionPolicy) would say about objects, without a cluster. Reading both is the parsers'. */
export { simulateAdmission } from './simulate.ts';
export type { AdmissionOutcome, AdmissionSimulation, AdmissionStatus, SimulateAdmissionInput } from './outcome.ts';
export type { AdmissionOperation } from './matching.ts';
export { checkAdmissionPolicy } from './check-policy.ts';
export type { AdmissionProblem } from './check-policy.ts';
