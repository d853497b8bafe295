import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

const owned: JsonObject = { OwnerIds: ['self'] };

function attributeOf(id: string, attribute: string, parameter: string): (item: Json) => JsonObject | null {
  return (item) => {
    const value = textOf(item, id);
    return value === undefined ? null : { [parameter]: value, Attribute: attribute };
  };
}

/** Networks and instances; VPC is a part of the EC2 API. Source: Amazon EC2 API reference, read 2026-11-22. */
export const service = defineService({
  id: 'ec2',
  load: async () => await import('@aws-sdk/client-ec2'),
  client: 'EC2Client',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeInstances',
      each: {
        items: 'Reservations[].Instances[]',
        calls: [
          {
            operation: 'DescribeInstanceAttribute',
            input: attributeOf('InstanceId', 'userData', 'InstanceId'),
            redact: ['UserData.Value'],
            absent: ['InvalidInstanceID.NotFound'],
          },
          {
            operation: 'DescribeInstanceAttribute',
            input: attributeOf('InstanceId', 'disableApiTermination', 'InstanceId'),
            absent: ['InvalidInstanceID.NotFound'],
          },
        ],
      },
    },
    { operation: 'DescribeVolumes' },
    { operation: 'DescribeSnapshots', input: owned },
    // One question instead of one for each snapshot: which of ours may everybody restore?
    {
      operation: 'DescribeSnapshots',
      input: { ...owned, RestorableByUserIds: ['all'] },
      each: {
        items: 'Snapshots',
        calls: [
          {
            operation: 'DescribeSnapshotAttribute',
            input: attributeOf('SnapshotId', 'createVolumePermission', 'SnapshotId'),
            absent: ['InvalidSnapshot.NotFound'],
          },
        ],
      },
    },
    { operation: 'DescribeImages', input: { Owners: ['self'] } },
    { operation: 'DescribeAddresses' },
    { operation: 'DescribeNetworkInterfaces' },
    {
      operation: 'DescribeLaunchTemplates',
      each: {
        items: 'LaunchTemplates',
        calls: [
          {
            operation: 'DescribeLaunchTemplateVersions',
            // Versions are never changed; which one is the default is.
            unchangedWhile: ['DefaultVersionNumber', 'CreateTime'],
            input: (item) => {
              const id = textOf(item, 'LaunchTemplateId');
              return id === undefined ? null : { LaunchTemplateId: id, Versions: ['$Default'] };
            },
            redact: ['LaunchTemplateVersions[].LaunchTemplateData.UserData'],
          },
        ],
      },
    },
    { operation: 'GetEbsEncryptionByDefault' },
    { operation: 'GetSnapshotBlockPublicAccessState' },
    { operation: 'GetImageBlockPublicAccessState' },
    { operation: 'GetSerialConsoleAccessStatus' },
    { operation: 'GetInstanceMetadataDefaults' },
    { operation: 'DescribeVpcs' },
    { operation: 'DescribeSubnets' },
    { operation: 'DescribeRouteTables' },
    { operation: 'DescribeInternetGateways' },
    { operation: 'DescribeNatGateways' },
    { operation: 'DescribeSecurityGroups' },
    { operation: 'DescribeSecurityGroupRules' },
    { operation: 'DescribeNetworkAcls' },
    {
      operation: 'DescribeManagedPrefixLists',
      each: {
        items: 'PrefixLists',
        calls: [{ operation: 'GetManagedPrefixListEntries', input: ownPrefixList, unchangedWhile: ['Version', 'State'] }],
      },
    },
    { operation: 'DescribeFlowLogs' },
    { operation: 'DescribeVpcEndpoints' },
    {
      operation: 'DescribeVpcEndpointServiceConfigurations',
      each: {
        items: 'ServiceConfigurations',
        calls: [
          {
            operation: 'DescribeVpcEndpointServicePermissions',
            input: (item) => {
              const id = textOf(item, 'ServiceId');
              return id === undefined ? null : { ServiceId: id };
            },
          },
        ],
      },
    },
    { operation: 'DescribeVpcPeeringConnections' },
    {
      operation: 'DescribeVpnConnections',
      redact: ['VpnConnections[].CustomerGatewayConfiguration', 'VpnConnections[].Options.TunnelOptions[].PreSharedKey'],
    },
    { operation: 'DescribeTransitGateways' },
    { operation: 'DescribeTransitGatewayAttachments' },
    {
      operation: 'DescribeTransitGatewayRouteTables',
      each: {
        items: 'TransitGatewayRouteTables',
        calls: [
          { operation: 'GetTransitGatewayRouteTablePropagations', input: named('TransitGatewayRouteTableId') },
          {
            operation: 'SearchTransitGatewayRoutes',
            input: named('TransitGatewayRouteTableId', 'TransitGatewayRouteTableId', { Filters: [{ Name: 'type', Values: ['static'] }] }),
          },
        ],
      },
    },
    { operation: 'DescribeClientVpnEndpoints' },
    { operation: 'DescribeVpcBlockPublicAccessOptions' },
  ],
});

/** Entries of the lists that AWS manages are its own addresses. */
function ownPrefixList(item: Json): JsonObject | null {
  const id = textOf(item, 'PrefixListId');
  return id === undefined || textOf(item, 'OwnerId') === 'AWS' ? null : { PrefixListId: id };
}
