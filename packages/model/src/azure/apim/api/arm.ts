import { defineArm } from '../../../code/index.ts';
import type { Api } from './shape.ts';

export const arm = defineArm<Api>({
  types: ['Microsoft.ApiManagement/service/apis'],
  identity: ['name'],
  read: (api) => ({
    protocols: api.block('properties').strings('protocols', { default: ['https'] }),
    asksSubscription: api.block('properties').boolean('subscriptionRequired', { default: true }),
  }),
});
