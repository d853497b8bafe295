import { AutoScalingClient, CreateAutoScalingGroupCommand, CreateLaunchConfigurationCommand } from '@aws-sdk/client-auto-scaling';
import { CreateLaunchTemplateCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { Connection, Expectation } from './estate.ts';
import { LEAKED, pairs } from './expectation.ts';
import { makeNetwork } from './network.ts';

export async function build(connection: Connection): Promise<void> {
  const network = await makeNetwork(connection, 70);
  const ec2 = new EC2Client(connection);
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'orders-template',
      LaunchTemplateData: {
        ImageId: 'ami-12345678',
        InstanceType: 'm6i.large',
        MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
        Monitoring: { Enabled: true },
      },
    }),
  );
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'leaflets-template',
      LaunchTemplateData: {
        ImageId: 'ami-12345678',
        InstanceType: 't3.small',
        MetadataOptions: { HttpTokens: 'optional', HttpPutResponseHopLimit: 3 },
        UserData: Buffer.from(`#!/bin/sh\nexport AWS_SECRET_ACCESS_KEY=${LEAKED}\n`).toString('base64'),
      },
    }),
  );
  const autoscaling = new AutoScalingClient(connection);
  await autoscaling.send(
    new CreateLaunchConfigurationCommand({
      LaunchConfigurationName: 'leaflets-launch',
      ImageId: 'ami-12345678',
      InstanceType: 't3.small',
      AssociatePublicIpAddress: true,
    }),
  );
  await autoscaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: 'orders-group',
      MinSize: 0,
      MaxSize: 0,
      VPCZoneIdentifier: network.subnets.join(','),
      HealthCheckType: 'ELB',
      HealthCheckGracePeriod: 60,
      MixedInstancesPolicy: {
        LaunchTemplate: {
          LaunchTemplateSpecification: { LaunchTemplateName: 'orders-template', Version: '1' },
          Overrides: [{ InstanceType: 'm6i.large' }, { InstanceType: 'm6a.large' }],
        },
      },
    }),
  );
  await autoscaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: 'leaflets-group',
      MinSize: 0,
      MaxSize: 0,
      VPCZoneIdentifier: network.subnets[0],
      HealthCheckType: 'EC2',
      LaunchConfigurationName: 'leaflets-launch',
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-group', 'leaflets-group', [
    'aws-autoscaling-launch-template',
    'aws-autoscaling-multi-az',
    'aws-autoscaling-multiple-instance-types',
  ]),
  ...pairs('orders-template', 'leaflets-launch', [
    'aws-ec2-launch-template-detailed-monitoring',
    'aws-ec2-launch-template-imdsv2-required',
  ]),
  ...pairs('orders-template', 'leaflets-template', ['aws-ec2-launch-template-metadata-hop-limit', 'aws-ec2-instance-user-data-no-secrets']),
];
