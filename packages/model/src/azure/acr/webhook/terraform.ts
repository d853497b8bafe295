import { defineTerraform } from '../../../code/index.ts';
import type { Webhook } from './shape.ts';

export const terraform = defineTerraform<Webhook>({
  types: ['azurerm_container_registry_webhook'],
  identity: ['name'],
  read: (webhook) => ({ serviceUri: webhook.text('service_uri') }),
});
