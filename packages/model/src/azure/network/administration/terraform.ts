import { byDefault, defineTerraform, explicit } from '../../../code/index.ts';
import type { Administration } from './shape.ts';

const machines = ['azurerm_linux_virtual_machine', 'azurerm_windows_virtual_machine', 'azurerm_virtual_machine'];

export const terraform = defineTerraform<Administration>({
  types: [],
  anchor(context) {
    if (!machines.some((type) => context.all(type).length > 0)) return null;
    const found = context
      .all('azurerm_network_interface')
      .find((nic) => nic.blocks('ip_configuration').readers.some((each) => each.isSet('public_ip_address_id').value === true));
    return found ?? null;
  },
  read(anchor, context) {
    const [bastion] = context.all('azurerm_bastion_host');
    return { hasBastion: bastion ? explicit(true, bastion.place) : byDefault(false, anchor.place) };
  },
});
