import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasIdentity, writtenName } from '../../core/index.ts';
import type { SignalrService } from './shape.ts';

export const terraform = defineTerraform<SignalrService>({
  types: ['azurerm_signalr_service', 'azurerm_web_pubsub'],
  identity: ['name'],
  read(service): FieldsOf<SignalrService> {
    return {
      sku:
        service.value('sku')?.kind === 'string'
          ? service.string('sku', { required: true })
          : service.block('sku').string('name', { required: true }),
      identity: hasIdentity(service),
      publicNetworkAccess: service.boolean('public_network_access_enabled', { default: true }),
      localAuth: service.boolean(writtenName(service, 'local_auth_enabled', 'local_authentication_enabled'), { default: true }),
    };
  },
});
