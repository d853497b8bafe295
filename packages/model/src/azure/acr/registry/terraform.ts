import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { mapLeaf } from '../../core/index.ts';
import type { Registry } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_container_registry, versions 2 to 4, read 2026-11-22. */
export const terraform = defineTerraform<Registry>({
  types: ['azurerm_container_registry'],
  identity: ['name'],
  read: (registry): FieldsOf<Registry> => ({
    sku: registry.string('sku'),
    hasAdminUser: registry.boolean('admin_enabled', { default: false }),
    isPublic: registry.boolean('public_network_access_enabled', { default: true }),
    allowsAnonymousPull: registry.boolean('anonymous_pull_enabled', { default: false }),
    hasTrustPolicy: registry.block('trust_policy').exists
      ? registry.block('trust_policy').boolean('enabled', { default: false })
      : registry.boolean('trust_policy_enabled', { default: false }),
    hasQuarantine: registry.boolean('quarantine_policy_enabled', { default: false }),
    hasRetention: retention(registry),
    hasDataEndpoint: registry.boolean('data_endpoint_enabled', { default: false }),
    replicas: replicas(registry),
    isZoneRedundant: zoneRedundancy(registry),
    hasCustomerKey: registry.block('encryption').isSet('key_vault_key_id'),
  }),
});

/** A block until version 3; days since version 4, where 0 is off. */
function retention(registry: BlockReader): Leaf<boolean> {
  const block = registry.block('retention_policy');
  if (block.exists) return block.boolean('enabled', { default: false });
  return mapLeaf(registry.number('retention_policy_in_days', { default: 0 }), (days) => days > 0);
}

/** The first that is not, the registry itself before its copies. */
function zoneRedundancy(registry: BlockReader): Leaf<boolean> {
  const own = registry.boolean('zone_redundancy_enabled', { default: false });
  const copies = registry.blocks('georeplications').readers.map((copy) => copy.boolean('zone_redundancy_enabled', { default: false }));
  return [own, ...copies].find(({ value }) => value !== true) ?? own;
}

function replicas(registry: BlockReader): Leaf<number> {
  const { readers, rest } = registry.blocks('georeplications');
  if (rest?.state === 'outside') return rest;
  const open = rest ?? readers.find(({ uncertain }) => uncertain);
  if (open) return unresolved({ code: 'computed', detail: 'it is not known how many there are' }, open.place);
  const first = readers[0];
  return first ? explicit(readers.length, first.place) : byDefault(0, registry.place);
}
