/** Nodes of a cluster, as azurerm and Resource Manager describe them. */
import type { BlockReader, FieldsOf } from '../../code/index.ts';
import { byDefault } from '../../code/index.ts';
import { isWord, writtenName } from '../core/index.ts';
import type { NodePool } from './node-pool/shape.ts';

/** A block of azurerm: `default_node_pool`, or a pool of its own. Names with `enable_` are of version 3. */
export function terraformPool(pool: BlockReader): FieldsOf<NodePool> {
  return {
    hasPublicIps: pool.boolean(writtenName(pool, 'node_public_ip_enabled', 'enable_node_public_ip'), { default: false }),
    hasHostEncryption: pool.boolean(writtenName(pool, 'host_encryption_enabled', 'enable_host_encryption'), { default: false }),
    osDisk: pool.string('os_disk_type', { default: 'Managed' }),
    maxPods: pool.number('max_pods'),
    isAvailabilitySet: isWord(pool.string('type'), 'AvailabilitySet'),
    isSystemOnly: pool.boolean('only_critical_addons_enabled', { default: false }),
  };
}

/** Properties of a pool in a template. The taint keeps other pods away, which azurerm calls critical add-ons only. */
export function armPool(pool: BlockReader): FieldsOf<NodePool> {
  const taints = pool.strings('nodeTaints');
  const critical = taints.items.find(({ node }) => node.node === 'leaf' && String(node.value).startsWith('CriticalAddonsOnly=true'));
  return {
    hasPublicIps: pool.boolean('enableNodePublicIP', { default: false }),
    hasHostEncryption: pool.boolean('enableEncryptionAtHost', { default: false }),
    osDisk: pool.string('osDiskType', { default: 'Managed' }),
    maxPods: pool.number('maxPods'),
    isAvailabilitySet: isWord(pool.string('type'), 'AvailabilitySet'),
    isSystemOnly: critical ? { ...byDefault(true, taints.place), state: 'explicit' } : (taints.rest ?? byDefault(false, taints.place)),
  };
}
