/** What builds, deploys and automates: its definition runs with its role. Sources: hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import { pairTexts, textsAt, union } from '../reading.ts';
import type { Texts } from '../undecided.ts';
import type { Workload, WorkloadSetting } from '../workload.ts';
import { workloadReader, workloadSettingReader } from '../workload-reader.ts';

const build: readonly EntityReader<Workload>[] = [
  workloadReader({
    types: 'aws_codebuild_project AWS::CodeBuild::Project',
    kind: 'aws.codebuild.project',
    name: 'name Name',
    identities: 'service_role ServiceRole',
    environment: 'environment.environment_variable Environment.EnvironmentVariables',
    userData: 'source.buildspec Source.BuildSpec',
    codeFrom: 'source.location secondary_sources.location Source.Location SecondarySources.Location environment.image Environment.Image',
    holds: (block) =>
      union(
        ['environment.environment_variable', 'Environment.EnvironmentVariables'].map((path) =>
          pairTexts(block, path, { where: 'type Type', is: ['SECRETS_MANAGER', 'PARAMETER_STORE'], take: 'value Value' }),
        ),
      ),
    escapes: (block) =>
      block.block('environment').boolean('privileged_mode').value || block.block('Environment').boolean('PrivilegedMode').value
        ? ['privileged']
        : [],
  }),
  workloadReader({
    types: 'aws_codepipeline AWS::CodePipeline::Pipeline',
    kind: 'aws.codepipeline.pipeline',
    name: 'name Name',
    identities: 'role_arn RoleArn stage.action.role_arn Stages.Actions.RoleArn',
    environment: 'stage.action.configuration Stages.Actions.Configuration',
    codeFrom: pipelineSources,
  }),
  workloadReader({
    types: 'aws_codedeploy_deployment_group AWS::CodeDeploy::DeploymentGroup',
    kind: 'aws.codedeploy.group',
    name: 'deployment_group_name DeploymentGroupName',
    servedBy: 'service_role_arn ServiceRoleArn',
  }),
  workloadReader({
    types: 'aws_cloudformation_stack AWS::CloudFormation::Stack',
    kind: 'aws.cloudformation.stack',
    name: 'name StackName',
    identities: 'iam_role_arn RoleARN',
    environment: 'parameters Parameters',
    codeFrom: 'template_url TemplateURL',
  }),
  workloadReader({
    types: 'aws_cloudformation_stack_set AWS::CloudFormation::StackSet',
    kind: 'aws.cloudformation.stack-set',
    name: 'name StackSetName',
    identities: 'administration_role_arn AdministrationRoleARN execution_role_name ExecutionRoleName',
    codeFrom: 'template_url TemplateURL',
  }),
  workloadReader({
    types: 'aws_imagebuilder_infrastructure_configuration AWS::ImageBuilder::InfrastructureConfiguration',
    kind: 'aws.imagebuilder.infrastructure',
    name: 'name Name',
    identities: 'instance_profile_name InstanceProfileName',
  }),
  workloadReader({
    types: 'aws_imagebuilder_image_pipeline AWS::ImageBuilder::ImagePipeline',
    kind: 'aws.imagebuilder.pipeline',
    name: 'name Name',
    identities: 'execution_role ExecutionRole',
    runsOn: 'infrastructure_configuration_arn InfrastructureConfigurationArn',
  }),
  workloadReader({
    types: 'aws_amplify_app AWS::Amplify::App',
    kind: 'aws.amplify.app',
    name: 'name Name',
    identities: 'iam_service_role_arn IAMServiceRole compute_role_arn ComputeRoleArn',
    environment: 'environment_variables EnvironmentVariables access_token AccessToken oauth_token OauthToken',
    codeFrom: 'repository Repository',
  }),
  workloadReader({
    types:
      'aws_elastic_beanstalk_environment AWS::ElasticBeanstalk::Environment aws_elastic_beanstalk_configuration_template AWS::ElasticBeanstalk::ConfigurationTemplate',
    kind: 'aws.elasticbeanstalk.environment',
    name: 'name EnvironmentName',
    identities: (block) => beanstalkOption(block, 'IamInstanceProfile'),
    servedBy: (block) => union([beanstalkOption(block, 'ServiceRole'), textsAt(block, 'operations_role OperationsRole')]),
    environment: 'setting OptionSettings',
    codeFrom: 'version_label VersionLabel',
  }),
];

function beanstalkOption(block: BlockReader, option: string): Texts {
  const found = (path: string, where: string, take: string): Texts => pairTexts(block, path, { where, is: [option], take });
  return union([found('setting', 'name', 'value'), found('OptionSettings', 'OptionName', 'Value')]);
}

/** The configurations of source actions: repositories and buckets. */
export function pipelineSources(block: BlockReader): Texts {
  const take = ['configuration', 'Configuration'].flatMap((each) =>
    ['RepositoryName', 'FullRepositoryId', 'Repo', 'S3Bucket', 'ConnectionArn', 'RepositoryArn', 'ImageName'].map(
      (name) => `${each}.${name}`,
    ),
  );
  return union([
    pairTexts(block, 'stage.action', { where: 'category', is: ['Source'], take: take.join(' ') }),
    pairTexts(block, 'Stages.Actions', { where: 'ActionTypeId.Category', is: ['Source'], take: take.join(' ') }),
  ]);
}

const automation: readonly EntityReader<Workload | WorkloadSetting>[] = [
  workloadReader({
    types: 'aws_sfn_state_machine AWS::StepFunctions::StateMachine AWS::Serverless::StateMachine',
    kind: 'aws.stepfunctions.state-machine',
    name: 'name StateMachineName Name',
    identities: 'role_arn RoleArn Role',
    userData: 'definition DefinitionString',
    objects: [['DefinitionS3Location', 'Bucket', 'Key']],
  }),
  workloadReader({
    types: 'aws_scheduler_schedule AWS::Scheduler::Schedule',
    kind: 'aws.scheduler.schedule',
    name: 'name Name',
    identities: 'target.role_arn Target.RoleArn',
    userData: 'target.input Target.Input',
  }),
  workloadReader({
    types: 'aws_pipes_pipe AWS::Pipes::Pipe',
    kind: 'aws.pipes.pipe',
    name: 'name Name',
    identities: 'role_arn RoleArn',
    triggers: 'source Source',
  }),
  workloadReader({
    types: 'aws_ssm_document AWS::SSM::Document',
    kind: 'aws.ssm.document',
    name: 'name Name',
    identities: 'content.assumeRole Content.assumeRole',
    userData: 'content Content',
    isTemplate: true,
  }),
  workloadReader({
    types: 'aws_ssm_association AWS::SSM::Association',
    kind: 'aws.ssm.association',
    name: 'association_name AssociationName name Name',
    identities: 'parameters.AutomationAssumeRole Parameters.AutomationAssumeRole automation_target_parameter_name',
    madeFrom: 'name Name',
    runsOn: 'targets.values Targets.Values instance_id InstanceId',
  }),
  workloadReader({
    types: 'aws_ssm_maintenance_window_task AWS::SSM::MaintenanceWindowTask',
    kind: 'aws.ssm.maintenance-task',
    name: 'name Name',
    identities: 'service_role_arn ServiceRoleArn',
    madeFrom: 'task_arn TaskArn',
    runsOn: 'targets.values Targets.Values',
  }),
  workloadReader({
    types: 'aws_config_remediation_configuration AWS::Config::RemediationConfiguration',
    kind: 'aws.config.remediation',
    identities: 'Parameters.AutomationAssumeRole.StaticValue.Values',
    madeFrom: 'target_id TargetId',
  }),
  workloadReader({
    types: 'aws_datapipeline_pipeline_definition AWS::DataPipeline::Pipeline',
    kind: 'aws.datapipeline.pipeline',
    name: 'Name',
    identities: (block) =>
      union(
        ['pipeline_object.field', 'PipelineObjects.Fields'].map((path) =>
          pairTexts(block, path, { where: 'key Key', is: ['resourceRole', 'role'], take: 'string_value StringValue' }),
        ),
      ),
    environment: 'ParameterValues parameter_value',
  }),
  workloadReader({
    types: 'aws_iot_topic_rule AWS::IoT::TopicRule',
    kind: 'aws.iot.topic-rule',
    name: 'name RuleName',
    servedBy:
      'lambda.role_arn s3.role_arn dynamodb.role_arn sqs.role_arn sns.role_arn kinesis.role_arn TopicRulePayload.Actions.S3.RoleArn TopicRulePayload.Actions.DynamoDB.RoleArn',
  }),
];

/** What starts functions and the like; the function's own block does not say it. */
const triggers: readonly EntityReader<WorkloadSetting>[] = [
  workloadSettingReader('aws_cloudwatch_event_target', ['aws.', 'arn'], (block) => ({ triggers: textsAt(block, 'rule') })),
  workloadSettingReader('aws_sns_topic_subscription AWS::SNS::Subscription', ['aws.', 'endpoint Endpoint'], (block) => ({
    triggers: textsAt(block, 'topic_arn TopicArn'),
  })),
  workloadSettingReader('aws_s3_bucket_notification', ['aws.lambda.', 'lambda_function.lambda_function_arn'], (block) => ({
    triggers: textsAt(block, 'bucket'),
  })),
  workloadSettingReader(
    'aws_cloudwatch_log_subscription_filter AWS::Logs::SubscriptionFilter',
    ['aws.', 'destination_arn DestinationArn'],
    (block) => ({
      triggers: textsAt(block, 'log_group_name LogGroupName'),
    }),
  ),
  workloadSettingReader('aws_api_gateway_integration', ['aws.', 'uri'], (block) => ({ triggers: textsAt(block, 'rest_api_id') })),
  workloadSettingReader(
    'aws_apigatewayv2_integration AWS::ApiGatewayV2::Integration',
    ['aws.', 'integration_uri IntegrationUri'],
    (block) => ({
      triggers: textsAt(block, 'api_id ApiId'),
    }),
  ),
  workloadSettingReader('AWS::ApiGateway::Method', ['aws.', 'Integration.Uri'], (block) => ({ triggers: textsAt(block, 'RestApiId') })),
  {
    types: ['AWS::Events::Rule'],
    read: (block, { base }) =>
      textsAt(block, 'Targets.Arn').items.map((workload) => ({
        ...base,
        kind: 'workload-setting' as const,
        workload,
        ofKind: 'aws.',
        isForAll: false,
        says: { triggers: { items: [base.id], rest: null } },
      })),
  },
  {
    types: ['AWS::S3::Bucket'],
    read: (block, { base }) =>
      textsAt(
        block,
        'NotificationConfiguration.LambdaConfigurations.Function NotificationConfiguration.LambdaConfigurations.LambdaFunctionArn',
      ).items.map((workload) => ({
        ...base,
        kind: 'workload-setting' as const,
        workload,
        ofKind: 'aws.',
        isForAll: false,
        says: { triggers: { items: [base.id], rest: null } },
      })),
  },
];

export const awsBuildReaders: readonly EntityReader<Workload | WorkloadSetting>[] = [...build, ...automation, ...triggers];
