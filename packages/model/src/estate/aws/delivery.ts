/** Pipelines and builds: from which code to what. Sources: hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import { mapTexts, pairTexts, textsAt, union } from '../reading.ts';
import type { Texts } from '../undecided.ts';
import type { Delivery } from '../workload.ts';
import { codeSource } from '../workload-reader.ts';
import { pipelineSources } from './workloads-build.ts';

export const awsDeliveryReaders: readonly EntityReader<Delivery>[] = [
  delivery('aws_codepipeline AWS::CodePipeline::Pipeline', 'aws.codepipeline.pipeline', {
    identities: (block) => textsAt(block, 'role_arn RoleArn stage.action.role_arn Stages.Actions.RoleArn'),
    sources: pipelineSources,
    targets: pipelineTargets,
  }),
  delivery('aws_codebuild_project AWS::CodeBuild::Project', 'aws.codebuild.project', {
    identities: (block) => textsAt(block, 'service_role ServiceRole'),
    sources: (block) => textsAt(block, 'source.location secondary_sources.location Source.Location SecondarySources.Location'),
    targets: (block) => textsAt(block, 'artifacts.location secondary_artifacts.location Artifacts.Location SecondaryArtifacts.Location'),
  }),
  delivery('aws_codedeploy_deployment_group AWS::CodeDeploy::DeploymentGroup', 'aws.codedeploy.group', {
    identities: (block) => textsAt(block, 'service_role_arn ServiceRoleArn'),
    sources: (block) => textsAt(block, 'Deployment.Revision.S3Location.Bucket Deployment.Revision.GitHubLocation.Repository'),
    targets: (block) => textsAt(block, 'autoscaling_groups AutoScalingGroups ecs_service.service_name ECSServices.ServiceName'),
  }),
  delivery('aws_amplify_app AWS::Amplify::App', 'aws.amplify.app', {
    identities: (block) => textsAt(block, 'iam_service_role_arn IAMServiceRole'),
    sources: (block) => textsAt(block, 'repository Repository'),
    targets: () => ({ items: [], rest: null }),
  }),
];

type Read = (block: BlockReader) => Texts;

function delivery(
  types: string,
  deliveryKind: string,
  { identities, sources, targets }: { readonly identities: Read; readonly sources: Read; readonly targets: Read },
): EntityReader<Delivery> {
  const read = (block: BlockReader, { base }: EntityContext): readonly Delivery[] => [
    {
      ...base,
      kind: 'delivery',
      deliveryKind,
      identities: identities(block),
      sources: mapTexts(sources(block), codeSource),
      targets: targets(block),
    },
  ];
  return { types: types.split(' '), read };
}

/** What the actions behind the source work on. */
function pipelineTargets(block: BlockReader): Texts {
  const names = [
    'ProjectName',
    'StackName',
    'ServiceName',
    'ClusterName',
    'BucketName',
    'FunctionName',
    'ApplicationName',
    'EnvironmentName',
    'DeploymentGroupName',
  ];
  const is = ['Build', 'Deploy', 'Invoke', 'Test', 'Compute'];
  const take = names.flatMap((name) => [`configuration.${name}`, `Configuration.${name}`]).join(' ');
  return union([
    pairTexts(block, 'stage.action', { where: 'category', is, take }),
    pairTexts(block, 'Stages.Actions', { where: 'ActionTypeId.Category', is, take }),
  ]);
}
