/** Workloads, stores and identities of Azure in the estate, and their names. */
export { azureDataReaders } from './data.ts';
export { azureNames } from './names.ts';
export { azureWorkloadReaders } from './workloads.ts';
export { azureNetworkNames } from './network-names.ts';
export { azureNetworkReaders } from './network-readers.ts';
export { azureIdentityNames, azureIdentityReaders } from './identity.ts';
