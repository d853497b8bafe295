/** Admission policies of Kubernetes as their manifests say them. Simulating them is the engine's. */
export { isAdmission, readAdmission } from './read-admission.ts';
export type { ReadAdmission } from './read-admission.ts';
