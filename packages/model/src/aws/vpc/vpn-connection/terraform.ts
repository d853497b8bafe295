import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, list, object, unresolved } from '../../../code/index.ts';
import type { VpnConnection, VpnTunnel } from './shape.ts';

export const terraform = defineTerraform<VpnConnection>({
  types: ['aws_vpn_connection'],
  read: (vpn) => ({
    tunnels: list<VpnTunnel>(
      [1, 2].map((tunnel) =>
        object<VpnTunnel>(
          {
            isLogged: vpn.block(`tunnel${tunnel}_log_options`).block('cloudwatch_log_options').boolean('log_enabled', { default: false }),
            acceptsIkev1: acceptsIkev1(vpn, `tunnel${tunnel}_ike_versions`),
          },
          vpn.place,
        ),
      ),
      vpn.place,
    ),
  }),
});

function acceptsIkev1(vpn: BlockReader, attribute: string): Leaf<boolean> {
  const versions = vpn.strings(attribute);
  if (versions.rest) return unresolved(versions.rest.reason ?? { code: 'computed', detail: 'it is not known' }, versions.place);
  if (versions.items.length === 0) return byDefault(true, vpn.place);
  return explicit(
    versions.items.some(({ node }) => node.value === 'ikev1'),
    versions.place,
  );
}
