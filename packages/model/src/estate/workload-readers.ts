/** All readers of workloads, stores and delivery, of every cloud, and the names that only they need. One more file is one more line. */
import type { EntityReader } from './entity.ts';
import type { NameRule } from './naming.ts';
import type { WorkloadEntity } from './workload.ts';
import { awsSecretReaders } from './aws/data-secrets.ts';
import { awsStorageReaders } from './aws/data-storage.ts';
import { awsComputeReaders } from './aws/workloads-compute.ts';

export const workloadReaders: readonly EntityReader<WorkloadEntity>[] = [...awsComputeReaders, ...awsStorageReaders, ...awsSecretReaders];

export const workloadNames: readonly (readonly [string, NameRule])[] = [];
