import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { RedisInstance } from './shape.ts';

export const terraform = defineTerraform<RedisInstance>({
  types: ['google_redis_instance', 'google_redis_cluster', 'google_memorystore_instance'],
  identity: ['name', 'instance_id'],
  read: (block) => ({
    isAuthenticated: authenticated(block),
    isEncryptedInTransit: encrypted(block),
    hasCustomerKey: customerKey(block),
    tier: block.resource?.type === 'google_redis_instance' ? block.string('tier', { default: 'BASIC' }) : block.missing('tier'),
  }),
});

function authenticated(block: BlockReader): Leaf<boolean> {
  if (block.resource?.type === 'google_redis_instance') return block.boolean('auth_enabled', { default: false });
  return flag(block.string('authorization_mode', { default: 'AUTH_DISABLED' }), (mode) => !mode.includes('DISABLED'));
}

function encrypted(block: BlockReader): Leaf<boolean> {
  return flag(block.string('transit_encryption_mode', { default: 'DISABLED' }), (mode) => mode.endsWith('SERVER_AUTHENTICATION'));
}

function customerKey(block: BlockReader): Leaf<boolean> {
  const instance = block.isSet('customer_managed_key');
  return instance.value === false ? block.isSet('kms_key') : instance;
}

function flag(leaf: Leaf<string>, holds: (mode: string) => boolean): Leaf<boolean> {
  if (leaf.value === undefined) return unresolved(leaf.reason ?? { code: 'computed', detail: 'it is not known' }, leaf.place);
  return leaf.state === 'default' ? byDefault(holds(leaf.value), leaf.place) : explicit(holds(leaf.value), leaf.place);
}
