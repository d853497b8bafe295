/** Which permissions the calls of a snapshot needed. */
import type { chosenServices } from '@kumomori/collectors';

type AwsService = ReturnType<typeof chosenServices>[number];
type AwsCall = AwsService['calls'][number];

/** Sorted. `calls`: `aws:s3:ListBuckets`. Calls of other clouds say nothing here. */
export async function permissionsUsed(calls: readonly string[]): Promise<readonly string[]> {
  if (!calls.some((call) => call.startsWith('aws:'))) return [];
  const { chosenServices: services } = await import('@kumomori/collectors');
  const needed = new Map<string, readonly string[]>();
  for (const service of services(undefined)) note(service, service.calls, needed);
  return [...new Set(calls.flatMap((call) => needed.get(call) ?? (call.startsWith('aws:') ? [call.slice('aws:'.length)] : [])))].sort();
}

function note(service: AwsService, calls: readonly AwsCall[], needed: Map<string, readonly string[]>): void {
  for (const call of calls) {
    needed.set(`aws:${service.id}:${call.operation}`, call.permissions ?? [`${service.prefix ?? service.id}:${call.operation}`]);
    note(service, call.each?.calls ?? [], needed);
  }
}
