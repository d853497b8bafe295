/** All readers of workloads, stores and delivery, of every cloud, and the names that only they need. One more file is one more line. */
import type { EntityReader } from './entity.ts';
import type { NameRule } from './naming.ts';
import type { WorkloadEntity } from './workload.ts';
import { awsSecretReaders } from './aws/data-secrets.ts';
import { awsStorageReaders } from './aws/data-storage.ts';
import { azureDataReaders } from './azure/data.ts';
import { azureNames } from './azure/names.ts';
import { azureWorkloadReaders } from './azure/workloads.ts';
import { awsWorkloadNames } from './aws/workload-names.ts';
import { awsDeliveryReaders } from './aws/delivery.ts';
import { awsBuildReaders } from './aws/workloads-build.ts';
import { awsComputeReaders } from './aws/workloads-compute.ts';
import { awsDataWorkloadReaders } from './aws/workloads-data.ts';
import { gcpDataReaders } from './gcp/data.ts';
import { gcpNames } from './gcp/names.ts';
import { gcpWorkloadReaders } from './gcp/workloads.ts';
import { podReader } from './kubernetes/pods.ts';
import { kubernetesStoreReader } from './kubernetes/stores.ts';

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
