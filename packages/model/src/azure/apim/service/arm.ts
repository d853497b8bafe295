import type { BlockReader, FieldsOf, ListItem, ListNode } from '../../../code/index.ts';
import { defineArm, explicit } from '../../../code/index.ts';
import { hasIdentity, isEnabled, isWord } from '../../core/index.ts';
import { inNetwork } from './network.ts';
import type { Service } from './shape.ts';

/** Custom properties → the switches of azurerm. */
const switches: Readonly<Record<string, string>> = {
  'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Ssl30': 'backend_ssl30',
  'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Tls10': 'backend_tls10',
  'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Tls11': 'backend_tls11',
  'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Ssl30': 'frontend_ssl30',
  'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10': 'frontend_tls10',
  'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls11': 'frontend_tls11',
  'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Ciphers.TripleDes168': 'triple_des_ciphers',
};

export const arm = defineArm<Service>({
  types: ['Microsoft.ApiManagement/service'],
  identity: ['name'],
  read(service): FieldsOf<Service> {
    const properties = service.block('properties');
    return {
      tier: service.block('sku').string('name', { required: true }),
      hasSubnet: inNetwork(
        properties.string('virtualNetworkType'),
        properties.block('virtualNetworkConfiguration').isSet('subnetResourceId'),
      ),
      isPublic: isEnabled(properties, 'publicNetworkAccess', true),
      asksClientCertificates: properties.boolean('enableClientCertificate', { default: false }),
      oldProtocols: oldProtocols(properties.block('customProperties')),
      hasIdentity: hasIdentity(service),
    };
  },
});

function oldProtocols(custom: BlockReader): ListNode<string> {
  const items = Object.entries(switches).flatMap(([property, name]): ListItem<string>[] => {
    if (custom.value(property) === undefined) return [];
    const leaf = isWord(custom.string(property), 'true');
    return leaf.value === false ? [] : [{ node: explicit(name, leaf.place), uncertain: leaf.value !== true }];
  });
  return {
    node: 'list',
    items,
    rest: custom.blocks('any').rest,
    place: items[0]?.node.node === 'leaf' ? items[0].node.place : custom.place,
  };
}
