/** Services that a subnet is handed to: some of them allow no security group. */
import type { BlockReader, ListNode } from '../../code/index.ts';

/** `delegation { service_delegation { name } }` of azurerm. */
export function delegationsOf(subnet: BlockReader): ListNode<string> {
  return subnet.list<string>('delegation', (delegation) => delegation.block('service_delegation').string('name', { required: true }));
}

/** `delegations: [{ properties: { serviceName } }]` of Resource Manager. */
export function armDelegationsOf(properties: BlockReader): ListNode<string> {
  return properties.list<string>('delegations', (delegation) => delegation.block('properties').string('serviceName', { required: true }));
}
