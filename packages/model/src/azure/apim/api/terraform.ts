import { defineTerraform } from '../../../code/index.ts';
import type { Api } from './shape.ts';

export const terraform = defineTerraform<Api>({
  types: ['azurerm_api_management_api'],
  identity: ['name'],
  read: (api) => ({
    protocols: api.strings('protocols', { default: ['https'] }),
    asksSubscription: api.boolean('subscription_required', { default: true }),
  }),
});
