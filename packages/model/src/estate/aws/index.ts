/** Readers and names of AWS in the estate: identities, networks, workloads, stores, delivery. */
export { accountByNames, providerAccounts } from './account.ts';
export { awsIdentityReaders } from './identity.ts';
export { awsNames } from './names.ts';
export { awsBalancerReaders } from './network-balancers.ts';
export { awsComputeNetworkReaders } from './network-compute.ts';
export { awsFrontReaders } from './network-fronts.ts';
export { awsNetworkNames } from './network-names.ts';
export { awsRuleReaders } from './network-rules.ts';
export { awsNetworkReaders } from './network.ts';
export { awsCopyReaders } from './data-copies.ts';
export { awsSecretReaders } from './data-secrets.ts';
export { awsStorageReaders } from './data-storage.ts';
export { awsDeliveryReaders } from './delivery.ts';
export { awsWorkloadNames } from './workload-names.ts';
export { awsBuildReaders } from './workloads-build.ts';
export { awsComputeReaders } from './workloads-compute.ts';
export { awsDataWorkloadReaders } from './workloads-data.ts';
