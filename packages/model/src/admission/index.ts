/** Admission policies of Kubernetes (ValidatingAdmissionPolicy): what they say, as data. Reading is the parsers', simulating the engine's. */
export * from './manifest.ts';
export * from './policy.ts';
export * from './rule.ts';
