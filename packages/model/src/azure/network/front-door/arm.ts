import { defineArm, object } from '../../../code/index.ts';
import type { Endpoint, FrontDoor } from './shape.ts';

export const arm = defineArm<FrontDoor>({
  types: ['Microsoft.Network/frontDoors'],
  identity: ['name'],
  read: (door) => ({
    endpoints: door.block('properties').list<Endpoint>('frontendEndpoints', (endpoint) =>
      object<Endpoint>(
        {
          label: endpoint.string('name', { required: true }),
          hasWafPolicy: endpoint.block('properties').has('webApplicationFirewallPolicyLink'),
        },
        endpoint.place,
      ),
    ),
  }),
});
