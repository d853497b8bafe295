/** Which permissions the calls of a snapshot needed, in the words of each cloud. */
import type { chosenServices } from '@kumomori/collectors';
import { DISCOVERY, GRAPH, KUBELET_CONFIGURATION, azureCalls, azurePermissionOf, azurePlaceOf, graphCalls } from '@kumomori/model';

type AwsService = ReturnType<typeof chosenServices>[number];
type AwsCall = AwsService['calls'][number];

/** Sorted. `calls`: `aws:s3:ListBuckets`. What needs no permission, or is in no table, says nothing here. */
export async function permissionsUsed(calls: readonly string[]): Promise<readonly string[]> {
  const clouds = new Set(calls.map((call) => call.split(':')[0]));
  const tables = [
    ...(clouds.has('aws') ? [await ofAws()] : []),
    ...(clouds.has('azure') ? [ofAzure()] : []),
    ...(clouds.has('gcp') ? [await ofGoogle()] : []),
  ];
  const needed = calls.flatMap((call) => tables.find((table) => table.has(call))?.get(call) ?? ofCluster(call));
  return [...new Set(needed)].sort();
}

type Table = ReadonlyMap<string, readonly string[]>;

async function ofAws(): Promise<Table> {
  const { chosenServices: services } = await import('@kumomori/collectors');
  const table = new Map<string, readonly string[]>();
  for (const service of services(undefined)) note(service, service.calls, table);
  return table;
}

function note(service: AwsService, calls: readonly AwsCall[], table: Map<string, readonly string[]>): void {
  for (const call of calls) {
    table.set(`aws:${service.id}:${call.operation}`, call.permissions ?? [`${service.prefix ?? service.id}:${call.operation}`]);
    note(service, call.each?.calls ?? [], table);
  }
}

function ofAzure(): Table {
  const own = azureCalls.map((call) => {
    const { service, operation } = azurePlaceOf(call);
    return [`azure:${service}:${operation}`, [azurePermissionOf(call)]] as const;
  });
  return new Map([...own, ...graphCalls.map(({ operation, permission }) => [`azure:${GRAPH}:${operation}`, [permission]] as const)]);
}

async function ofGoogle(): Promise<Table> {
  const { gcpPermissionsByCall } = await import('@kumomori/collectors');
  return new Map([...gcpPermissionsByCall()].map(([call, permissions]) => [`gcp:${call}`, permissions]));
}

/** `kubernetes:apps:deployments` → `list deployments.apps`. Discovery is open to everybody who is signed in. */
function ofCluster(call: string): readonly string[] {
  const [cloud, group = '', plural = ''] = call.split(':');
  if (cloud !== 'kubernetes' || [DISCOVERY, 'authentication.k8s.io'].includes(group) || plural === 'version') return [];
  if (plural === KUBELET_CONFIGURATION) return ['get nodes/proxy'];
  return [`list ${group === 'core' ? plural : `${plural}.${group}`}`];
}
