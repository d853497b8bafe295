import type { BlockReader, FieldsOf, ListItem, ListNode } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import { hasIdentity, mapLeaf } from '../../core/index.ts';
import { inNetwork } from './network.ts';
import type { Service } from './shape.ts';

/** Switches of the `security` block; version 3 writes `enable_…`, version 4 `…_enabled`. Source: hashicorp/azurerm documentation of azurerm_api_management, read 2026-11-22. */
const switches = [
  'backend_ssl30',
  'backend_tls10',
  'backend_tls11',
  'frontend_ssl30',
  'frontend_tls10',
  'frontend_tls11',
  'triple_des_ciphers',
];

export const terraform = defineTerraform<Service>({
  types: ['azurerm_api_management'],
  identity: ['name'],
  read: (service): FieldsOf<Service> => ({
    tier: mapLeaf(service.string('sku_name', { required: true }), (text) => text.replace(/_\d+$/, '')),
    hasSubnet: inNetwork(service.string('virtual_network_type'), service.block('virtual_network_configuration').isSet('subnet_id')),
    isPublic: service.boolean('public_network_access_enabled', { default: true }),
    asksClientCertificates: service.boolean('client_certificate_enabled', { default: false }),
    oldProtocols: oldProtocols(service.block('security')),
    hasIdentity: hasIdentity(service),
  }),
});

/** One element for each switch that is on; one that is not known may be. */
function oldProtocols(security: BlockReader): ListNode<string> {
  const items = switches.flatMap((name): ListItem<string>[] => {
    const names = [`${name}_enabled`, `enable_${name}`, `enable_${name.replace('backend_ssl', 'back_end_ssl')}`];
    const written = names.find((each) => security.value(each) !== undefined);
    if (written === undefined) return [];
    const leaf = security.boolean(written, { default: false });
    return leaf.value === false ? [] : [{ node: explicit(name, leaf.place), uncertain: leaf.value !== true }];
  });
  return {
    node: 'list',
    items,
    rest: security.blocks('any').rest,
    place: items[0]?.node.node === 'leaf' ? items[0].node.place : security.place,
  };
}
