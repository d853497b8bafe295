/** All readers of workloads, stores and delivery, of every cloud, and the names that only they need. One more file is one more line. */
import type { EntityReader } from './entity.ts';
import type { NameRule } from './naming.ts';
import type { WorkloadEntity } from './workload.ts';
import {
  awsBuildReaders,
  awsComputeReaders,
  awsDataWorkloadReaders,
  awsDeliveryReaders,
  awsSecretReaders,
  awsStorageReaders,
  awsWorkloadNames,
} from './aws/index.ts';
import { azureDataReaders, azureNames, azureWorkloadReaders } from './azure/index.ts';
import { gcpDataReaders, gcpNames, gcpWorkloadReaders } from './gcp/index.ts';
import { kubernetesStoreReader, podReader } from './kubernetes/index.ts';

export const workloadReaders: readonly EntityReader<WorkloadEntity>[] = [
  ...awsComputeReaders,
  ...awsBuildReaders,
  ...awsDataWorkloadReaders,
  ...awsDeliveryReaders,
  ...awsStorageReaders,
  ...awsSecretReaders,
  ...azureWorkloadReaders,
  ...azureDataReaders,
  ...gcpWorkloadReaders,
  ...gcpDataReaders,
  podReader,
  kubernetesStoreReader,
];

export const workloadNames: readonly (readonly [string, NameRule])[] = [...awsWorkloadNames, ...azureNames, ...gcpNames];
