/** Answers of the EC2 API, in the words of CloudFormation, of Terraform where that has none. Source: Amazon EC2 API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveProperties, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { Missing, itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';
import { instanceAge } from './live-instance-age.ts';
import { ec2Arn, nameTag } from './live-names.ts';
import { network } from './live-network.ts';

export const live: readonly LiveSource[] = [
  { call: 'ec2:DescribeInstances', items: 'Reservations[].Instances[]', types: ['AWS::EC2::Instance'], declare: instance },
  { call: 'ec2:DescribeVolumes', items: 'Volumes', types: ['AWS::EC2::Volume'], declare: volume },
  {
    call: 'ec2:DescribeSnapshots',
    items: 'Snapshots',
    types: ['aws_ebs_snapshot', 'aws_snapshot_create_volume_permission'],
    declare: snapshot,
  },
  { call: 'ec2:DescribeImages', items: 'Images', types: ['aws_ami', 'aws_ami_launch_permission'], declare: image },
  { call: 'ec2:DescribeAddresses', items: 'Addresses', types: ['AWS::EC2::EIP'], declare: address },
  { call: 'ec2:DescribeNetworkInterfaces', items: 'NetworkInterfaces', types: ['AWS::EC2::NetworkInterface'], declare: networkInterface },
  { call: 'ec2:DescribeLaunchTemplates', items: 'LaunchTemplates', types: ['AWS::EC2::LaunchTemplate'], declare: launchTemplate },
  setting('ec2:GetEbsEncryptionByDefault', 'aws_ebs_encryption_by_default', (json) => ({
    enabled: jsonAt(json, 'EbsEncryptionByDefault'),
  })),
  setting('ec2:GetSnapshotBlockPublicAccessState', 'AWS::EC2::SnapshotBlockPublicAccess', (json) => ({ State: textOf(json, 'State') })),
  setting('ec2:GetImageBlockPublicAccessState', 'aws_ec2_image_block_public_access', (json) => ({
    state: textOf(json, 'ImageBlockPublicAccessState'),
  })),
  setting('ec2:GetSerialConsoleAccessStatus', 'aws_ec2_serial_console_access', (json) => ({
    enabled: jsonAt(json, 'SerialConsoleAccessEnabled'),
  })),
  setting('ec2:GetInstanceMetadataDefaults', 'aws_ec2_instance_metadata_defaults', (json) => ({
    http_tokens: textOf(json, 'AccountLevel.HttpTokens') ?? 'no-preference',
  })),
  ...network,
];

/** A switch of the account in one region. */
function setting(call: string, type: string, read: (json: Json) => LiveProperties): LiveSource {
  const declare = (item: Json, context: LiveContext): LiveThing => ({
    type,
    id: ec2Arn(context, `account/${call.replace(/^ec2:Get/, '')}`),
    properties: read(item),
  });
  return { call, items: '', types: [type], declare };
}

function instance(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'InstanceId');
  if (id === undefined || textOf(item, 'State.Name') === 'terminated') return null;
  const name = nameTag(item);
  const ask = (Attribute: string): Json | Missing =>
    context.answer('ec2:DescribeInstanceAttribute', { InstanceId: id, Attribute }, ['InvalidInstanceID.NotFound']);
  const interfaces = itemsAt(item, 'NetworkInterfaces');
  return {
    type: 'AWS::EC2::Instance',
    id: ec2Arn(context, `instance/${id}`),
    ...(name !== undefined && { name }),
    names: [id],
    properties: {
      ImageId: textOf(item, 'ImageId'),
      InstanceType: textOf(item, 'InstanceType'),
      SubnetId: textOf(item, 'SubnetId'),
      SecurityGroupIds: itemsAt(item, 'SecurityGroups').map((group) => textOf(group, 'GroupId')),
      IamInstanceProfile: textOf(item, 'IamInstanceProfile.Arn'),
      Monitoring: textOf(item, 'Monitoring.State') === 'enabled',
      MetadataOptions: jsonAt(item, 'MetadataOptions'),
      // What it has now, not what it was launched with.
      AssociatePublicIpAddress:
        textOf(item, 'PublicIpAddress') !== undefined || interfaces.some((each) => jsonAt(each, 'Association.PublicIp') !== undefined),
      DisableApiTermination: whenKnown(ask('disableApiTermination'), (json) => jsonAt(json, 'DisableApiTermination.Value') ?? false),
      UserData: whenKnown(ask('userData'), (json) => userData(jsonAt(json, 'UserData.Value'))),
      BlockDeviceMappings: itemsAt(item, 'BlockDeviceMappings').map((mapping) => ({
        DeviceName: textOf(mapping, 'DeviceName'),
        Ebs: { Encrypted: encryptionOf(textOf(mapping, 'Ebs.VolumeId'), context), VolumeId: textOf(mapping, 'Ebs.VolumeId') },
      })),
      ...instanceAge(item, context),
      PublicAddresses: publicAddresses(item),
      Tags: tagPairs(jsonAt(item, 'Tags')),
    },
  };
}

/** Of all its interfaces; IPv6 addresses are public ones. */
function publicAddresses(item: Json): readonly string[] {
  const interfaces = itemsAt(item, 'NetworkInterfaces');
  const told = [
    textOf(item, 'PublicIpAddress'),
    ...interfaces.flatMap((each) => itemsAt(each, 'PrivateIpAddresses').map((address) => textOf(address, 'Association.PublicIp'))),
    ...interfaces.flatMap((each) => itemsAt(each, 'Ipv6Addresses').map((address) => textOf(address, 'Ipv6Address'))),
  ];
  return [...new Set(told.filter((each) => each !== undefined))];
}

/** The API gives it in base64, as templates do. */
function userData(value: Json | undefined): LiveValue {
  return value === '' ? undefined : value;
}

function encryptionOf(volumeId: string | undefined, context: LiveContext): LiveValue {
  const volumes = context.list('ec2:DescribeVolumes', 'Volumes');
  const found = volumes.find((each) => !(each instanceof Missing) && textOf(each, 'VolumeId') === volumeId);
  if (found !== undefined && !(found instanceof Missing)) return jsonAt(found, 'Encrypted') ?? false;
  return volumes.find((each) => each instanceof Missing) ?? new Missing('the volume is not among the account’s volumes');
}

function volume(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'VolumeId');
  if (id === undefined) return null;
  const name = nameTag(item);
  return {
    type: 'AWS::EC2::Volume',
    id: ec2Arn(context, `volume/${id}`),
    ...(name !== undefined && { name }),
    names: [id],
    properties: {
      Encrypted: jsonAt(item, 'Encrypted') ?? false,
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      SnapshotId: textOf(item, 'SnapshotId') || undefined,
      BelongsToInstance: belongsToInstance(item, context),
      Tags: tagPairs(jsonAt(item, 'Tags')),
    },
  };
}

/** The root of a machine, or made with it and deleted with it. Undefined: not attached. */
function belongsToInstance(item: Json, context: LiveContext): boolean | undefined {
  const attachments = itemsAt(item, 'Attachments');
  if (attachments.length === 0) return undefined;
  if (attachments.some((each) => jsonAt(each, 'DeleteOnTermination') === true)) return true;
  return attachments.some((each) => {
    const machine = context
      .list('ec2:DescribeInstances', 'Reservations[].Instances[]')
      .find((found) => !(found instanceof Missing) && textOf(found, 'InstanceId') === textOf(each, 'InstanceId'));
    return machine !== undefined && !(machine instanceof Missing) && textOf(machine, 'RootDeviceName') === textOf(each, 'Device');
  });
}

/** What a snapshot is encrypted with says the snapshot itself, not the volume it was made from. */
function snapshot(item: Json, context: LiveContext): readonly LiveThing[] {
  const id = textOf(item, 'SnapshotId');
  if (id === undefined) return [];
  const arn = ec2Arn(context, `snapshot/${id}`);
  const own: LiveThing = {
    type: 'aws_ebs_snapshot',
    id: arn,
    name: nameTag(item) ?? id,
    names: [id],
    properties: {
      encrypted: jsonAt(item, 'Encrypted') ?? false,
      kms_key_id: keyName(jsonAt(item, 'KmsKeyId'), context),
      volume_id: textOf(item, 'VolumeId'),
      tags: tagMap(item),
    },
  };
  // Asked only of those that the listing says everybody may restore.
  const answer = context.answer('ec2:DescribeSnapshotAttribute', { SnapshotId: id, Attribute: 'createVolumePermission' });
  const isPublic =
    !(answer instanceof Missing) && itemsAt(answer, 'CreateVolumePermissions').some((each) => textOf(each, 'Group') === 'all');
  if (!isPublic) return [own];
  const shared: LiveThing = {
    type: 'aws_snapshot_create_volume_permission',
    id: `${arn}#all`,
    name: id,
    properties: { snapshot_id: id, account_id: 'all' },
  };
  return [own, shared];
}

function image(item: Json, context: LiveContext): readonly LiveThing[] {
  const id = textOf(item, 'ImageId');
  if (id === undefined) return [];
  const arn = ec2Arn(context, `image/${id}`);
  const own: LiveThing = {
    type: 'aws_ami',
    id: arn,
    name: textOf(item, 'Name') ?? id,
    names: [id],
    properties: {
      name: textOf(item, 'Name'),
      ebs_block_device: itemsAt(item, 'BlockDeviceMappings').flatMap((mapping) =>
        jsonAt(mapping, 'Ebs') === undefined
          ? []
          : [
              {
                device_name: textOf(mapping, 'DeviceName'),
                encrypted: jsonAt(mapping, 'Ebs.Encrypted') ?? false,
                snapshot_id: textOf(mapping, 'Ebs.SnapshotId'),
              },
            ],
      ),
      tags: tagMap(item),
    },
  };
  if (jsonAt(item, 'Public') !== true) return [own];
  const shared: LiveThing = { type: 'aws_ami_launch_permission', id: `${arn}#all`, name: id, properties: { image_id: id, group: 'all' } };
  return [own, shared];
}

function tagMap(item: Json): LiveValue {
  const pairs = itemsAt(item, 'Tags').flatMap((tag) => {
    const key = textOf(tag, 'Key');
    return key === undefined ? [] : [[key, textOf(tag, 'Value') ?? ''] as const];
  });
  return Object.fromEntries(pairs);
}

function address(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'AllocationId');
  if (id === undefined) return null;
  return {
    type: 'AWS::EC2::EIP',
    id: ec2Arn(context, `elastic-ip/${id}`),
    name: textOf(item, 'PublicIp') ?? id,
    names: [id],
    properties: {
      // Of a gateway or load balancer the interface says that it is used.
      InstanceId: ['InstanceId', 'NetworkInterfaceId', 'AssociationId'].map((path) => textOf(item, path) ?? '').find((id) => id !== ''),
      // An instance tells of its own.
      PublicAddresses: (textOf(item, 'InstanceId') ?? '') === '' ? [textOf(item, 'PublicIp')] : [],
      PublicIp: textOf(item, 'PublicIp'),
      Tags: tagPairs(jsonAt(item, 'Tags')),
    },
  };
}

/** What uses security groups: instances, load balancers, databases, functions, endpoints all do so by interfaces. */
function networkInterface(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'NetworkInterfaceId');
  if (id === undefined) return null;
  return {
    type: 'AWS::EC2::NetworkInterface',
    id: ec2Arn(context, `network-interface/${id}`),
    names: [id],
    properties: {
      GroupSet: itemsAt(item, 'Groups').map((group) => textOf(group, 'GroupId')),
      SubnetId: textOf(item, 'SubnetId'),
      RequesterManaged: jsonAt(item, 'RequesterManaged'),
      PublicIp: textOf(item, 'Association.PublicIp'),
      Ipv6Addresses: ipv6Of(item),
      AttachedInstanceId: textOf(item, 'Attachment.InstanceId'),
      Tags: tagPairs(jsonAt(item, 'TagSet')),
    },
  };
}

function ipv6Of(item: Json): LiveValue {
  const found = itemsAt(item, 'Ipv6Addresses').flatMap((each) => textOf(each, 'Ipv6Address') ?? []);
  return found.length > 0 ? found : undefined;
}

function launchTemplate(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'LaunchTemplateId');
  if (id === undefined) return null;
  const versions = context.answer('ec2:DescribeLaunchTemplateVersions', { LaunchTemplateId: id, Versions: ['$Default'] });
  const name = textOf(item, 'LaunchTemplateName');
  return {
    type: 'AWS::EC2::LaunchTemplate',
    id: ec2Arn(context, `launch-template/${id}`),
    ...(name !== undefined && { name }),
    names: [id],
    properties: {
      LaunchTemplateName: name,
      LaunchTemplateData: whenKnown(versions, (json) => jsonAt(itemsAt(json, 'LaunchTemplateVersions')[0], 'LaunchTemplateData')),
      Tags: tagPairs(jsonAt(item, 'Tags')),
    },
  };
}
