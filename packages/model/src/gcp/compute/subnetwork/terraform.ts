import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { Subnetwork } from './shape.ts';

export const terraform = defineTerraform<Subnetwork>({
  types: ['google_compute_subnetwork'],
  identity: ['name', 'id', 'self_link'],
  read: (block) => ({
    purpose: block.string('purpose', { default: 'PRIVATE' }),
    hasFlowLogs: flowLogs(block),
    sampling: block.block('log_config').number('flow_sampling', { default: 0.5 }),
    hasPrivateGoogleAccess: block.boolean('private_ip_google_access', { default: false }),
    stackType: block.string('stack_type', { default: 'IPV4_ONLY' }),
    ipv6GoogleAccess: block.string('private_ipv6_google_access', { default: 'DISABLE_GOOGLE_ACCESS' }),
  }),
});

/** `enable_flow_logs` was the switch before version 3 of the provider. */
function flowLogs(block: BlockReader): Leaf<boolean> {
  const config = block.has('log_config');
  return config.value === false && block.value('enable_flow_logs') ? block.boolean('enable_flow_logs', { default: false }) : config;
}
