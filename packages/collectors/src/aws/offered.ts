/** Whether a service exists in a region: its host name is not known where it does not. */
import { lookup } from 'node:dns/promises';
import type { CallError } from '@kumomori/model';
import { NOT_OFFERED } from '@kumomori/model';
import type { AwsService } from './service.ts';

type Resolve = (host: string) => Promise<unknown>;

/** Services that every region has. */
const EVERYWHERE = ['sts', 'ec2'];

/**
 * The error, or `NotOffered` when the service's name is unknown while the region's other names are known: then the network is there, and
 * nothing of the service can be. Without the region's names it is the network that fails.
 */
export async function offered(
  error: CallError,
  { service, region }: { readonly service: AwsService; readonly region: string },
  resolve: Resolve = lookup,
): Promise<CallError> {
  if (error.code !== 'ENOTFOUND') return error;
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  try {
    await Promise.all(EVERYWHERE.map(async (name) => await resolve(`${name}.${region}.${domain}`)));
  } catch {
    return error;
  }
  return { code: NOT_OFFERED, message: `${service.id} is not offered in ${region}` };
}
