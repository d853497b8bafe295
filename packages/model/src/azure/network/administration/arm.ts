import { byDefault, defineArm, explicit } from '../../../code/index.ts';
import { isSeen, unseenAmong } from '../../core/index.ts';
import type { Administration } from './shape.ts';

export const arm = defineArm<Administration>({
  types: [],
  anchor(context) {
    if (context.all('Microsoft.Compute/virtualMachines').length === 0) return null;
    const found = context.all('Microsoft.Network/networkInterfaces').find((nic) =>
      nic
        .block('properties')
        .blocks('ipConfigurations')
        .readers.some((each) => each.block('properties').block('publicIPAddress').exists),
    );
    return found ?? null;
  },
  read(anchor, context) {
    const hosts = context.all('Microsoft.Network/bastionHosts');
    const bastion = hosts.find(isSeen);
    return { hasBastion: bastion ? explicit(true, bastion.place) : (unseenAmong(hosts) ?? byDefault(false, anchor.place)) };
  },
});
