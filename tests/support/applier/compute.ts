import {
  AttachVolumeCommand,
  CreateLaunchTemplateCommand,
  CreateSnapshotCommand,
  CreateVolumeCommand,
  DisableEbsEncryptionByDefaultCommand,
  EC2Client,
  EnableEbsEncryptionByDefaultCommand,
  EnableSnapshotBlockPublicAccessCommand,
  ModifySnapshotAttributeCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { AddPermissionCommand, CreateFunctionCommand, CreateFunctionUrlConfigCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Recipes } from './recipe.ts';
import { must, tagged } from './recipe.ts';

/** Instances, disks, functions. */
export const compute: Recipes = {
  async aws_instance(block, making) {
    const groups = block.texts('vpc_security_group_ids');
    const isPublic = block.flag('associate_public_ip_address');
    const SubnetId = block.text('subnet_id');
    const metadata = block.block('metadata_options');
    const disk = block.block('root_block_device');
    const profile = block.text('iam_instance_profile');
    const userData = block.text('user_data');
    const { Instances } = await making.client(EC2Client).send(
      new RunInstancesCommand({
        MinCount: 1,
        MaxCount: 1,
        ImageId: block.text('ami'),
        InstanceType: block.text('instance_type'),
        // An address can only be asked for at an interface.
        ...(isPublic === undefined
          ? { SubnetId, SecurityGroupIds: groups }
          : { NetworkInterfaces: [{ DeviceIndex: 0, SubnetId, Groups: groups, AssociatePublicIpAddress: isPublic }] }),
        IamInstanceProfile: profile === undefined ? undefined : { Name: profile },
        UserData: userData && Buffer.from(userData).toString('base64'),
        MetadataOptions: metadata && { HttpEndpoint: metadata.text('http_endpoint'), HttpTokens: metadata.text('http_tokens') },
        BlockDeviceMappings: disk && [
          {
            DeviceName: '/dev/sda1',
            Ebs: { VolumeType: disk.text('volume_type'), VolumeSize: disk.number('volume_size'), Encrypted: disk.flag('encrypted') },
          },
        ],
        TagSpecifications: tagged('instance', making),
      }),
    );
    const id = must(Instances?.[0]?.InstanceId, 'id');
    return { id, arn: `arn:aws:ec2:${making.region}:${making.account}:instance/${id}` };
  },

  async aws_launch_template(block, making) {
    const metadata = block.block('metadata_options');
    const { LaunchTemplate } = await making.client(EC2Client).send(
      new CreateLaunchTemplateCommand({
        LaunchTemplateName: block.text('name'),
        LaunchTemplateData: {
          ImageId: block.text('image_id'),
          InstanceType: block.text('instance_type'),
          MetadataOptions: metadata && {
            HttpTokens: metadata.text('http_tokens'),
            HttpPutResponseHopLimit: metadata.number('http_put_response_hop_limit'),
          },
          BlockDeviceMappings: block.blocks('block_device_mappings').map((mapping) => ({
            DeviceName: mapping.text('device_name'),
            Ebs: {
              VolumeSize: mapping.block('ebs')?.number('volume_size'),
              Encrypted: mapping.block('ebs')?.flag('encrypted'),
            },
          })),
          NetworkInterfaces: block.blocks('network_interfaces').map((each, DeviceIndex) => ({
            DeviceIndex,
            AssociatePublicIpAddress: each.flag('associate_public_ip_address'),
            Groups: each.texts('security_groups'),
          })),
        },
        TagSpecifications: tagged('launch-template', making),
      }),
    );
    return { id: LaunchTemplate?.LaunchTemplateId, name: block.text('name') };
  },

  async aws_ebs_volume(block, making) {
    const { VolumeId } = await making.client(EC2Client).send(
      new CreateVolumeCommand({
        AvailabilityZone: block.text('availability_zone'),
        Size: block.number('size'),
        VolumeType: block.text('type'),
        Encrypted: block.flag('encrypted'),
        TagSpecifications: tagged('volume', making),
      }),
    );
    return { id: VolumeId };
  },

  async aws_volume_attachment(block, making) {
    await making.client(EC2Client).send(
      new AttachVolumeCommand({
        Device: block.text('device_name'),
        VolumeId: block.text('volume_id'),
        InstanceId: block.text('instance_id'),
      }),
    );
    return {};
  },

  async aws_ebs_snapshot(block, making) {
    const { SnapshotId } = await making.client(EC2Client).send(
      new CreateSnapshotCommand({
        VolumeId: block.text('volume_id'),
        Description: block.text('description'),
        TagSpecifications: tagged('snapshot', making),
      }),
    );
    return { id: SnapshotId };
  },

  async aws_snapshot_create_volume_permission(block, making) {
    const account = block.text('account_id');
    await making.client(EC2Client).send(
      new ModifySnapshotAttributeCommand({
        SnapshotId: block.text('snapshot_id'),
        Attribute: 'createVolumePermission',
        OperationType: 'add',
        ...(account === 'all' ? { GroupNames: ['all'] } : { UserIds: [must(account, 'account_id')] }),
      }),
    );
    return {};
  },

  async aws_ebs_encryption_by_default(block, making) {
    const ec2 = making.client(EC2Client);
    if (block.flag('enabled') === false) await ec2.send(new DisableEbsEncryptionByDefaultCommand({}));
    else await ec2.send(new EnableEbsEncryptionByDefaultCommand({}));
    return {};
  },

  async aws_ebs_snapshot_block_public_access(block, making) {
    await making.client(EC2Client).send(new EnableSnapshotBlockPublicAccessCommand({ State: block.text('state') }));
    return {};
  },

  async aws_lambda_function(block, making) {
    const tracing = block.block('tracing_config');
    const environment = block.block('environment');
    // The archive of the code is in nobody's reach.
    block.text('s3_bucket');
    block.text('s3_key');
    const { FunctionArn, FunctionName } = await making.client(LambdaClient).send(
      new CreateFunctionCommand({
        FunctionName: block.text('function_name'),
        Role: block.text('role'),
        Runtime: block.text('runtime'),
        Handler: block.text('handler'),
        Timeout: block.number('timeout'),
        Code: { ZipFile: new TextEncoder().encode('code') },
        Environment: environment && { Variables: environment.map('variables') },
        TracingConfig: tracing && { Mode: tracing.text('mode') },
        Tags: { ...making.tagMap },
      }),
    );
    return { id: FunctionName, arn: FunctionArn, function_name: FunctionName };
  },

  async aws_lambda_function_url(block, making) {
    const { FunctionUrl } = await making
      .client(LambdaClient)
      .send(new CreateFunctionUrlConfigCommand({ FunctionName: block.text('function_name'), AuthType: block.text('authorization_type') }));
    const live = `arn:aws:lambda:${making.region}:${making.account}:function:${block.text('function_name')}#url`;
    return { function_url: FunctionUrl, live };
  },

  async aws_lambda_permission(block, making) {
    await making.client(LambdaClient).send(
      new AddPermissionCommand({
        StatementId: block.text('statement_id'),
        Action: block.text('action'),
        FunctionName: block.text('function_name'),
        Principal: block.text('principal'),
        SourceArn: block.text('source_arn'),
      }),
    );
    return {};
  },
};
