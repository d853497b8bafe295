/** Workloads, stores and identities of Google Cloud in the estate, and their names. */
export { gcpDataReaders } from './data.ts';
export { gcpNames } from './names.ts';
export { gcpWorkloadReaders } from './workloads.ts';
export { gcpIdentityNames, gcpIdentityReaders } from './identity.ts';
export { gcpNetworkNames, gcpNetworkReaders } from './network-readers.ts';
