/** Answers of Amazon EC2 Auto Scaling, in the words of CloudFormation. Source: Amazon EC2 Auto Scaling API reference, read 2026-11-22. */
import type { Json, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'autoscaling:DescribeAutoScalingGroups',
    items: 'AutoScalingGroups',
    types: ['AWS::AutoScaling::AutoScalingGroup'],
    declare: group,
  },
  {
    call: 'autoscaling:DescribeLaunchConfigurations',
    items: 'LaunchConfigurations',
    types: ['AWS::AutoScaling::LaunchConfiguration'],
    declare: launchConfiguration,
  },
];

function group(item: Json): LiveThing | null {
  const [arn, name] = [textOf(item, 'AutoScalingGroupARN'), textOf(item, 'AutoScalingGroupName')];
  if (arn === undefined || name === undefined) return null;
  return {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    id: arn,
    name,
    properties: {
      AutoScalingGroupName: name,
      LaunchTemplate: jsonAt(item, 'LaunchTemplate'),
      MixedInstancesPolicy: jsonAt(item, 'MixedInstancesPolicy'),
      LaunchConfigurationName: textOf(item, 'LaunchConfigurationName'),
      // One text with commas.
      VPCZoneIdentifier: some((textOf(item, 'VPCZoneIdentifier') ?? '').split(',').filter(Boolean)),
      AvailabilityZones: itemsAt(item, 'AvailabilityZones'),
      LoadBalancerNames: some(itemsAt(item, 'LoadBalancerNames')),
      TargetGroupARNs: some(itemsAt(item, 'TargetGroupARNs')),
      TrafficSources: some(itemsAt(item, 'TrafficSources')),
      HealthCheckType: textOf(item, 'HealthCheckType'),
      Tags: tagPairs(jsonAt(item, 'Tags') ?? []),
    },
  };
}

function some(list: readonly Json[]): LiveValue {
  return list.length > 0 ? list : undefined;
}

function launchConfiguration(item: Json): LiveThing | null {
  const [arn, name] = [textOf(item, 'LaunchConfigurationARN'), textOf(item, 'LaunchConfigurationName')];
  if (arn === undefined || name === undefined) return null;
  const userData = jsonAt(item, 'UserData');
  return {
    type: 'AWS::AutoScaling::LaunchConfiguration',
    id: arn,
    name,
    properties: {
      LaunchConfigurationName: name,
      ImageId: textOf(item, 'ImageId'),
      SecurityGroups: itemsAt(item, 'SecurityGroups'),
      IamInstanceProfile: textOf(item, 'IamInstanceProfile'),
      AssociatePublicIpAddress: jsonAt(item, 'AssociatePublicIpAddress'),
      MetadataOptions: jsonAt(item, 'MetadataOptions'),
      InstanceMonitoring: jsonAt(item, 'InstanceMonitoring.Enabled') ?? false,
      BlockDeviceMappings: itemsAt(item, 'BlockDeviceMappings'),
      UserData: userData === '' ? undefined : userData,
    },
  };
}
