/** Answers of AWS CodeDeploy, in the words of CloudFormation. Source: AWS CodeDeploy API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { jsonAt, textOf } from '../../live/index.ts';
import { unaskedTags } from '../core/unasked-tags.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'codedeploy:BatchGetDeploymentGroups',
    items: 'deploymentGroupsInfo',
    types: ['AWS::CodeDeploy::DeploymentGroup'],
    after: 'codedeploy:ListApplications',
    declare: group,
  },
];

function group(item: Json, { partition, region, account }: LiveContext): LiveThing | null {
  const [application, name] = [textOf(item, 'applicationName'), textOf(item, 'deploymentGroupName')];
  if (application === undefined || name === undefined) return null;
  return {
    type: 'AWS::CodeDeploy::DeploymentGroup',
    id: `arn:${partition}:codedeploy:${region}:${account}:deploymentgroup:${application}/${name}`,
    name,
    names: [textOf(item, 'deploymentGroupId') ?? name],
    properties: {
      ApplicationName: application,
      DeploymentGroupName: name,
      ServiceRoleArn: textOf(item, 'serviceRoleArn'),
      AutoRollbackConfiguration: { Enabled: jsonAt(item, 'autoRollbackConfiguration.enabled') ?? false },
      Tags: unaskedTags,
    },
  };
}
