import { defineTerraform, object } from '../../../code/index.ts';
import type { Endpoint, FrontDoor } from './shape.ts';

export const terraform = defineTerraform<FrontDoor>({
  types: ['azurerm_frontdoor'],
  identity: ['name'],
  read: (door) => ({
    endpoints: door.list<Endpoint>('frontend_endpoint', (endpoint) =>
      object<Endpoint>(
        {
          label: endpoint.string('name', { required: true }),
          hasWafPolicy: endpoint.isSet('web_application_firewall_policy_link_id'),
        },
        endpoint.place,
      ),
    ),
  }),
});
