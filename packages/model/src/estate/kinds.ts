/** Every kind of entity, by its `kind`. */
import type { CloudIdentityEntity } from './cloud-identity.ts';
import type { AwsIdentityEntity } from './identity.ts';
import type { MovementEntity } from './movement.ts';
import type { AzureNetworkEntity } from './network-azure.ts';
import type { CloudNetworkEntity } from './network-clouds.ts';
import type { GcpNetworkEntity } from './network-gcp.ts';
import type { KubernetesNetworkEntity } from './network-kubernetes.ts';
import type { NetworkEntity } from './network.ts';
import type { WorkloadEntity } from './workload.ts';

export type Entity =
  | AwsIdentityEntity
  | CloudIdentityEntity
  | NetworkEntity
  | WorkloadEntity
  | MovementEntity
  | AzureNetworkEntity
  | CloudNetworkEntity
  | GcpNetworkEntity
  | KubernetesNetworkEntity;
export type EntityMap = { readonly [K in Entity['kind']]: Extract<Entity, { readonly kind: K }> };
