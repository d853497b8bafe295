import type { BlockReader, Leaf, ObjectNode } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, explicit, list, object } from '../../../code/index.ts';
import type { VpnConnection, VpnTunnel } from './shape.ts';

/** A tunnel without specification has the defaults. */
export const cloudformation = defineCloudFormation<VpnConnection>({
  types: ['AWS::EC2::VPNConnection'],
  read(vpn) {
    const written = vpn.blocks('VpnTunnelOptionsSpecifications');
    const tunnels = [0, 1].map((index) => tunnelOf(written.readers[index], vpn));
    return { tunnels: { ...list<VpnTunnel>(tunnels, vpn.place), rest: written.rest } };
  },
});

function tunnelOf(tunnel: BlockReader | undefined, vpn: BlockReader): ObjectNode<VpnTunnel> {
  const log = tunnel?.block('LogOptions').block('CloudwatchLogOptions');
  return object<VpnTunnel>(
    {
      isLogged: log ? log.boolean('LogEnabled', { default: false }) : byDefault(false, vpn.place),
      acceptsIkev1: tunnel ? acceptsIkev1(tunnel) : byDefault(true, vpn.place),
    },
    tunnel?.place ?? vpn.place,
  );
}

function acceptsIkev1(tunnel: BlockReader): Leaf<boolean> {
  const versions = tunnel.blocks('IKEVersions').readers.map((version) => version.string('Value'));
  if (versions.length === 0) return byDefault(true, tunnel.place);
  return explicit(
    versions.some(({ value }) => value === 'ikev1'),
    versions[0]?.place ?? tunnel.place,
  );
}
