/** What runs in EC2, Lambda, ECS and EKS. Sources: hashicorp/aws and CloudFormation documentation of each type, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import { DANGEROUS_CAPABILITIES, isSocket } from '../escapes.ts';
import { flagAt, numberAt, textAt, textsAt } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import type { Known } from '../undecided.ts';
import type { Workload, WorkloadSays, WorkloadSetting } from '../workload.ts';
import { passwordLoginIn, workloadReader, workloadSettingReader } from '../workload-reader.ts';

const INSTANCE_USER_DATA = 'user_data user_data_base64 UserData LaunchTemplateData.UserData';
/** Own words of `aws_launch_template` and `AWS::EC2::LaunchTemplate`. */
const TEMPLATE_REFERENCES =
  'launch_template.id launch_template.name launch_template.launch_template_id launch_template.launch_template_name LaunchTemplate.LaunchTemplateId LaunchTemplate.LaunchTemplateName';
const MIXED = 'mixed_instances_policy.launch_template.launch_template_specification';
const MIXED_CFN = 'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification';

export const awsComputeReaders: readonly EntityReader<Workload | WorkloadSetting>[] = [
  workloadReader({
    types: 'aws_instance aws_spot_instance_request AWS::EC2::Instance',
    kind: 'aws.ec2.instance',
    name: 'tags.Name',
    identities: 'iam_instance_profile IamInstanceProfile IamInstanceProfile.Name IamInstanceProfile.Arn',
    userData: INSTANCE_USER_DATA,
    codeFrom: 'ami ImageId',
    holds: 'BlockDeviceMappings.Ebs.VolumeId Volumes.VolumeId',
    madeFrom: TEMPLATE_REFERENCES,
    metadata: metadataOf,
    passwordLogin,
  }),
  workloadReader({
    types: 'aws_launch_template AWS::EC2::LaunchTemplate',
    kind: 'aws.ec2.launch-template',
    name: 'name LaunchTemplateName',
    identities:
      'iam_instance_profile.name iam_instance_profile.arn LaunchTemplateData.IamInstanceProfile.Name LaunchTemplateData.IamInstanceProfile.Arn',
    userData: INSTANCE_USER_DATA,
    codeFrom: 'image_id LaunchTemplateData.ImageId',
    isTemplate: true,
    metadata: metadataOf,
    passwordLogin,
  }),
  workloadReader({
    types: 'aws_launch_configuration AWS::AutoScaling::LaunchConfiguration',
    kind: 'aws.ec2.launch-template',
    name: 'name LaunchConfigurationName',
    identities: 'iam_instance_profile IamInstanceProfile',
    userData: INSTANCE_USER_DATA,
    codeFrom: 'image_id ImageId',
    isTemplate: true,
    metadata: metadataOf,
    passwordLogin,
  }),
  workloadReader({
    types: 'aws_autoscaling_group AWS::AutoScaling::AutoScalingGroup',
    kind: 'aws.autoscaling.group',
    name: 'name AutoScalingGroupName',
    madeFrom: [
      `launch_configuration LaunchConfigurationName ${TEMPLATE_REFERENCES}`,
      `${MIXED}.launch_template_id ${MIXED}.launch_template_name ${MIXED_CFN}.LaunchTemplateId ${MIXED_CFN}.LaunchTemplateName`,
    ].join(' '),
  }),
  {
    types: ['aws_ec2_instance_metadata_defaults'],
    read: (block, { base }) => {
      const tokens = textAt(block, 'http_tokens');
      if (tokens !== 'required' && !isUndecided(tokens)) return [];
      const says = { hasOpenMetadata: isUndecided(tokens) ? tokens : false };
      return [{ ...base, kind: 'workload-setting', workload: undefined, ofKind: 'aws.', isForAll: true, says }];
    },
  },
  workloadReader({
    types: 'aws_spot_fleet_request aws_ec2_fleet AWS::EC2::SpotFleet AWS::EC2::EC2Fleet',
    kind: 'aws.ec2.fleet',
    identities:
      'launch_specification.iam_instance_profile launch_specification.iam_instance_profile_arn SpotFleetRequestConfigData.LaunchSpecifications.IamInstanceProfile.Arn',
    servedBy: 'iam_fleet_role SpotFleetRequestConfigData.IamFleetRole',
    userData: 'launch_specification.user_data SpotFleetRequestConfigData.LaunchSpecifications.UserData',
    codeFrom: 'launch_specification.ami SpotFleetRequestConfigData.LaunchSpecifications.ImageId',
    madeFrom: [
      'launch_template_config.launch_template_specification.id launch_template_config.launch_template_specification.launch_template_id',
      'SpotFleetRequestConfigData.LaunchTemplateConfigs.LaunchTemplateSpecification.LaunchTemplateId LaunchTemplateConfigs.LaunchTemplateSpecification.LaunchTemplateId',
    ].join(' '),
  }),
  workloadReader({
    types: 'aws_lambda_function AWS::Lambda::Function AWS::Serverless::Function',
    kind: 'aws.lambda.function',
    name: 'function_name FunctionName',
    identities: 'role Role',
    environment: 'environment.variables Environment.Variables',
    userData: 'Code.ZipFile InlineCode',
    codeFrom: 'image_uri Code.ImageUri ImageUri layers Layers',
    objects: [
      ['', 's3_bucket', 's3_key'],
      ['Code', 'S3Bucket', 'S3Key'],
      ['CodeUri', 'Bucket', 'Key'],
    ],
    holds: 'file_system_config.arn FileSystemConfigs.Arn',
  }),
  workloadSettingReader(
    'aws_lambda_event_source_mapping AWS::Lambda::EventSourceMapping',
    ['aws.lambda.', 'function_name FunctionName'],
    (block) => ({
      triggers: textsAt(
        block,
        'event_source_arn EventSourceArn topics Topics queues Queues document_db_event_source_config.database_name self_managed_event_source.endpoints',
      ),
    }),
  ),
  workloadSettingReader('aws_lambda_permission AWS::Lambda::Permission', ['aws.lambda.', 'function_name FunctionName'], (block) => ({
    triggers: textsAt(block, 'source_arn SourceArn'),
  })),
  workloadSettingReader('aws_lambda_function_url AWS::Lambda::Url', ['aws.lambda.', 'function_name TargetFunctionArn'], (block) => ({
    isCallableByAnyone: isText(textAt(block, 'authorization_type AuthType'), 'NONE'),
  })),
  workloadReader({
    types: 'aws_ecs_task_definition AWS::ECS::TaskDefinition',
    kind: 'aws.ecs.task',
    name: 'family Family',
    identities: 'task_role_arn TaskRoleArn',
    servedBy: 'execution_role_arn ExecutionRoleArn',
    environment: 'container_definitions.environment ContainerDefinitions.Environment',
    userData: 'container_definitions.command container_definitions.entryPoint ContainerDefinitions.Command ContainerDefinitions.EntryPoint',
    codeFrom: 'container_definitions.image ContainerDefinitions.Image',
    holds: [
      'container_definitions.secrets.valueFrom ContainerDefinitions.Secrets.ValueFrom',
      'volume.efs_volume_configuration.file_system_id Volumes.EFSVolumeConfiguration.FilesystemId Volumes.EFSVolumeConfiguration.FileSystemId',
      'container_definitions.environmentFiles.value ContainerDefinitions.EnvironmentFiles.Value',
    ].join(' '),
    isTemplate: true,
    escapes: taskEscapes,
  }),
  workloadReader({
    types: 'aws_ecs_service AWS::ECS::Service',
    kind: 'aws.ecs.service',
    name: 'name ServiceName',
    servedBy: 'iam_role Role',
    madeFrom: 'task_definition TaskDefinition',
    runsOn: 'cluster Cluster',
  }),
  workloadReader({
    types: 'aws_eks_node_group AWS::EKS::Nodegroup',
    kind: 'aws.eks.node-group',
    name: 'node_group_name NodegroupName',
    identities: 'node_role_arn NodeRole',
    madeFrom: 'launch_template.id launch_template.name LaunchTemplate.Id LaunchTemplate.Name',
    runsOn: 'cluster_name ClusterName',
  }),
  workloadReader({
    types: 'aws_eks_fargate_profile AWS::EKS::FargateProfile',
    kind: 'aws.eks.fargate-profile',
    name: 'fargate_profile_name FargateProfileName',
    servedBy: 'pod_execution_role_arn PodExecutionRoleArn',
    runsOn: 'cluster_name ClusterName',
  }),
  workloadReader({
    types: 'aws_eks_cluster AWS::EKS::Cluster',
    kind: 'aws.eks.cluster',
    name: 'name Name',
    servedBy: 'role_arn RoleArn compute_config.node_role_arn ComputeConfig.NodeRoleArn',
  }),
  workloadReader({
    types: 'aws_eks_addon AWS::EKS::Addon',
    kind: 'aws.eks.addon',
    name: 'addon_name AddonName',
    identities: 'service_account_role_arn ServiceAccountRoleArn pod_identity_association.role_arn PodIdentityAssociations.RoleArn',
    runsOn: 'cluster_name ClusterName',
  }),
];

/** Of instances, templates and configurations alike. */
function metadataOf(block: BlockReader): Pick<WorkloadSays, 'hasOpenMetadata' | 'hasMetadataForContainers'> {
  const paths = (snake: string, pascal: string): string =>
    `metadata_options.${snake} MetadataOptions.${pascal} LaunchTemplateData.MetadataOptions.${pascal}`;
  const endpoint = textAt(block, paths('http_endpoint', 'HttpEndpoint'));
  const tokens = textAt(block, paths('http_tokens', 'HttpTokens'));
  const hops = numberAt(block, paths('http_put_response_hop_limit', 'HttpPutResponseHopLimit'));
  if (endpoint === 'disabled') return { hasOpenMetadata: false, hasMetadataForContainers: false };
  return {
    hasOpenMetadata: tokens === undefined || isUndecided(tokens) ? tokens : tokens !== 'required',
    hasMetadataForContainers: hops === undefined || isUndecided(hops) ? hops : hops > 1,
  };
}

function passwordLogin(block: BlockReader): Known<boolean | undefined> {
  return passwordLoginIn(textsAt(block, INSTANCE_USER_DATA).items);
}

function taskEscapes(block: BlockReader): readonly string[] {
  const found: string[] = [];
  if (flagAt(block, 'container_definitions.privileged ContainerDefinitions.Privileged') === true) found.push('privileged');
  if (textAt(block, 'pid_mode PidMode') === 'host') found.push('host-pid');
  if (textAt(block, 'ipc_mode IpcMode') === 'host') found.push('host-ipc');
  if (textAt(block, 'network_mode NetworkMode') === 'host') found.push('host-network');
  const hostPaths = textsAt(block, 'volume.host_path volume.host.source_path Volumes.Host.SourcePath').items;
  if (hostPaths.some(isSocket)) found.push('container-socket');
  if (hostPaths.some((path) => !isSocket(path))) found.push('host-path');
  const capabilities = textsAt(
    block,
    'container_definitions.linuxParameters.capabilities.add ContainerDefinitions.LinuxParameters.Capabilities.Add',
  ).items;
  if (capabilities.some((each) => DANGEROUS_CAPABILITIES.has(each.replace(/^CAP_/, '')))) found.push('capability');
  return found;
}

function isText(text: Known<string | undefined>, wanted: string): Known<boolean> {
  return text !== undefined && isUndecided(text) ? text : text === wanted;
}
