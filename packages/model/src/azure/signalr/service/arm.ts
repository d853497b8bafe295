import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasIdentity, isEnabled, not } from '../../core/index.ts';
import type { SignalrService } from './shape.ts';

export const arm = defineArm<SignalrService>({
  types: ['Microsoft.SignalRService/SignalR', 'Microsoft.SignalRService/webPubSub'],
  identity: ['name'],
  read(service): FieldsOf<SignalrService> {
    const properties = service.block('properties');
    return {
      sku: service.block('sku').string('name', { required: true }),
      identity: hasIdentity(service),
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      localAuth: not(properties.boolean('disableLocalAuth', { default: false })),
    };
  },
});
