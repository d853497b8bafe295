import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasPrivateEndpoint, isEnabled, not, spelled } from '../../core/index.ts';
import type { RedisCache } from './shape.ts';

export const arm = defineArm<RedisCache>({
  types: ['Microsoft.Cache/redis'],
  identity: ['name'],
  read(cache, context): FieldsOf<RedisCache> {
    const properties = cache.block('properties');
    return {
      plainPort: properties.boolean('enableNonSslPort', { default: false }),
      minTlsVersion: properties.string('minimumTlsVersion', { default: '1.0' }),
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      sku: spelled(properties.block('sku').string('name', { required: true }), 'Basic', 'Standard', 'Premium'),
      localAuth: not(properties.boolean('disableAccessKeyAuthentication', { default: false })),
      privateEndpoint: hasPrivateEndpoint(cache, context, ['Microsoft.Cache/redis']),
    };
  },
});
