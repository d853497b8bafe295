import { defineArm } from '../../../code/index.ts';
import type { Webhook } from './shape.ts';

export const arm = defineArm<Webhook>({
  types: ['Microsoft.ContainerRegistry/registries/webhooks'],
  identity: ['name'],
  read: (webhook) => ({ serviceUri: webhook.block('properties').text('serviceUri') }),
});
