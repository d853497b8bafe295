import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineArm, explicit } from '../../../code/index.ts';
import { isEnabled, unseenAmong } from '../../core/index.ts';
import type { Registry } from './shape.ts';

/** Source: Azure template reference of Microsoft.ContainerRegistry/registries, read 2026-11-22. */
export const arm = defineArm<Registry>({
  types: ['Microsoft.ContainerRegistry/registries'],
  satellites: { 'Microsoft.ContainerRegistry/registries/replications': 'parent' },
  identity: ['name'],
  read(registry, context): FieldsOf<Registry> {
    const properties = registry.block('properties');
    const policies = properties.block('policies');
    return {
      sku: registry.block('sku').string('name'),
      hasAdminUser: properties.boolean('adminUserEnabled', { default: false }),
      isPublic: isEnabled(properties, 'publicNetworkAccess', true),
      allowsAnonymousPull: properties.boolean('anonymousPullEnabled', { default: false }),
      hasTrustPolicy: isEnabled(policies.block('trustPolicy'), 'status', false),
      hasQuarantine: isEnabled(policies.block('quarantinePolicy'), 'status', false),
      hasRetention: isEnabled(policies.block('retentionPolicy'), 'status', false),
      hasDataEndpoint: properties.boolean('dataEndpointEnabled', { default: false }),
      replicas: replicas(registry, context),
      isZoneRedundant: zoneRedundancy(properties, context),
      hasCustomerKey: isEnabled(properties.block('encryption'), 'status', false),
    };
  },
});

/** The first that is not, the registry itself before its copies. */
function zoneRedundancy(properties: BlockReader, context: ReaderContext): Leaf<boolean> {
  const copies = context.satellites('Microsoft.ContainerRegistry/registries/replications').map((copy) => copy.block('properties'));
  const [own, ...others] = [properties, ...copies].map((each) => isEnabled(each, 'zoneRedundancy', false));
  return [own, ...others].find((leaf) => leaf?.value !== true) ?? isEnabled(properties, 'zoneRedundancy', false);
}

function replicas(registry: BlockReader, context: ReaderContext): Leaf<number> {
  const copies = context.satellites('Microsoft.ContainerRegistry/registries/replications');
  const unseen = unseenAmong(copies);
  if (unseen) return unseen;
  const first = copies[0];
  return first
    ? explicit(copies.length, first.place)
    : registry.resource
      ? byDefault(0, registry.place)
      : registry.number('replicas', { default: 0 });
}
