/** Networks, keys and messages. Source: Azure REST API reference, read 2026-11-22. */
import type { AzureCall } from '../call.ts';

const VAULT = 'Microsoft.KeyVault/vaults';

const listed = (type: string, apiVersion: string, more: Partial<AzureCall> = {}): AzureCall => ({
  type,
  apiVersion,
  whenListed: true,
  ...more,
});

const ofNetwork = [
  'networkSecurityGroups',
  'virtualNetworks',
  'networkInterfaces',
  'privateEndpoints',
  'bastionHosts',
  'networkWatchers',
  'applicationGateways',
  'ApplicationGatewayWebApplicationFirewallPolicies',
  'azureFirewalls',
  'firewallPolicies',
].map((name) => listed(`Microsoft.Network/${name}`, '2024-01-01'));

export const network: readonly AzureCall[] = [
  ...ofNetwork,
  {
    type: 'Microsoft.Network/networkWatchers/flowLogs',
    apiVersion: '2024-01-01',
    of: ['Microsoft.Network/networkWatchers'],
  },
  listed('Microsoft.Network/frontDoors', '2021-06-01'),
  listed('Microsoft.Network/FrontDoorWebApplicationFirewallPolicies', '2022-05-01'),
  listed(VAULT, '2023-07-01'),
  { type: `${VAULT}/keys`, apiVersion: '2023-07-01', of: [VAULT] },
  // Listings say nothing of the rotation policy.
  { type: `${VAULT}/keys`, apiVersion: '2023-07-01', of: [`${VAULT}/keys`], detail: true },
  { type: `${VAULT}/secrets`, apiVersion: '2023-07-01', of: [VAULT], redact: ['properties.value'] },
  listed('Microsoft.KeyVault/managedHSMs', '2023-07-01'),
  listed('Microsoft.AppConfiguration/configurationStores', '2023-03-01'),
  listed('Microsoft.ServiceBus/namespaces', '2024-01-01'),
  listed('Microsoft.EventHub/namespaces', '2024-01-01'),
  listed('Microsoft.EventGrid/topics', '2022-06-15'),
  listed('Microsoft.EventGrid/domains', '2022-06-15'),
  listed('Microsoft.Devices/IotHubs', '2023-06-30', {
    redact: [
      ...['serviceBusQueues', 'serviceBusTopics', 'eventHubs', 'storageContainers'].map(
        (name) => `properties.routing.endpoints.${name}[].connectionString`,
      ),
      'properties.storageEndpoints.*.connectionString',
      'properties.authorizationPolicies[].primaryKey',
      'properties.authorizationPolicies[].secondaryKey',
    ],
  }),
  listed('Microsoft.SignalRService/SignalR', '2023-02-01', { redact: ['properties.upstream.templates[].urlTemplate'] }),
  listed('Microsoft.SignalRService/webPubSub', '2023-02-01'),
];
