/** What computes on data, learns, and serves: jobs, notebooks, agents, applications. Sources: hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import { flagAt, textAt, textsAt } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import type { IdentityBinding, Workload } from '../workload.ts';
import { workloadReader } from '../workload-reader.ts';

const BATCH = 'container_properties ContainerProperties';

const jobs: readonly EntityReader<Workload>[] = [
  workloadReader({
    types: 'aws_batch_job_definition AWS::Batch::JobDefinition',
    kind: 'aws.batch.job-definition',
    name: 'name JobDefinitionName',
    identities: 'container_properties.jobRoleArn ContainerProperties.JobRoleArn',
    servedBy: 'container_properties.executionRoleArn ContainerProperties.ExecutionRoleArn',
    environment: 'container_properties.environment ContainerProperties.Environment',
    userData: 'container_properties.command ContainerProperties.Command',
    codeFrom: 'container_properties.image ContainerProperties.Image',
    holds: 'container_properties.secrets.valueFrom ContainerProperties.Secrets.ValueFrom',
    isTemplate: true,
    escapes: (block) =>
      flagAt(
        block,
        BATCH.split(' ')
          .map((each) => `${each}.${each === 'ContainerProperties' ? 'Privileged' : 'privileged'}`)
          .join(' '),
      ) === true
        ? ['privileged']
        : [],
  }),
  workloadReader({
    types: 'aws_batch_compute_environment AWS::Batch::ComputeEnvironment',
    kind: 'aws.batch.compute-environment',
    name: 'name compute_environment_name ComputeEnvironmentName',
    identities: 'compute_resources.instance_role ComputeResources.InstanceRole',
    servedBy: 'service_role ServiceRole compute_resources.spot_iam_fleet_role ComputeResources.SpotIamFleetRole',
    madeFrom: [
      'compute_resources.launch_template.launch_template_id compute_resources.launch_template.launch_template_name',
      'ComputeResources.LaunchTemplate.LaunchTemplateId ComputeResources.LaunchTemplate.LaunchTemplateName',
    ].join(' '),
  }),
  workloadReader({
    types: 'aws_glue_job AWS::Glue::Job',
    kind: 'aws.glue.job',
    name: 'name Name',
    identities: 'role_arn Role',
    environment: 'default_arguments DefaultArguments',
    codeFrom: 'command.script_location Command.ScriptLocation',
  }),
  workloadReader({
    types: 'aws_glue_dev_endpoint AWS::Glue::DevEndpoint',
    kind: 'aws.glue.dev-endpoint',
    name: 'name EndpointName',
    identities: 'role_arn RoleArn',
  }),
  workloadReader({
    types: 'aws_glue_crawler AWS::Glue::Crawler',
    kind: 'aws.glue.crawler',
    name: 'name Name',
    servedBy: 'role Role',
  }),
  workloadReader({
    types: 'aws_emr_cluster AWS::EMR::Cluster',
    kind: 'aws.emr.cluster',
    name: 'name Name',
    identities: 'ec2_attributes.instance_profile JobFlowRole',
    servedBy: 'service_role ServiceRole autoscaling_role AutoScalingRole',
    codeFrom: 'bootstrap_action.path BootstrapActions.ScriptBootstrapAction.Path',
    environment: 'configurations_json Configurations',
  }),
  workloadReader({
    types: 'aws_emrserverless_application AWS::EMRServerless::Application',
    kind: 'aws.emrserverless.application',
    name: 'name Name',
    codeFrom: 'image_configuration.image_uri ImageConfiguration.ImageUri',
  }),
  workloadReader({
    types: 'aws_emr_studio AWS::EMR::Studio',
    kind: 'aws.emr.studio',
    name: 'name Name',
    identities: 'user_role UserRole',
    servedBy: 'service_role ServiceRole',
  }),
  workloadReader({
    types: 'aws_kinesis_analytics_application aws_kinesisanalyticsv2_application AWS::KinesisAnalyticsV2::Application',
    kind: 'aws.kinesisanalytics.application',
    name: 'name ApplicationName',
    identities: 'service_execution_role ServiceExecutionRole',
    codeFrom: [
      'application_configuration.application_code_configuration.code_content.s3_content_location.bucket_arn',
      'ApplicationConfiguration.ApplicationCodeConfiguration.CodeContent.S3ContentLocation.BucketARN',
    ].join(' '),
    environment:
      'application_configuration.environment_properties.property_group.property_map ApplicationConfiguration.EnvironmentProperties.PropertyGroups',
  }),
  workloadReader({
    types: 'aws_mwaa_environment AWS::MWAA::Environment',
    kind: 'aws.mwaa.environment',
    name: 'name Name',
    identities: 'execution_role_arn ExecutionRoleArn',
    codeFrom: 'source_bucket_arn SourceBucketArn',
    environment: 'airflow_configuration_options AirflowConfigurationOptions',
  }),
];

const learning: readonly EntityReader<Workload>[] = [
  workloadReader({
    types: 'aws_sagemaker_notebook_instance AWS::SageMaker::NotebookInstance',
    kind: 'aws.sagemaker.notebook',
    name: 'name NotebookInstanceName',
    identities: 'role_arn RoleArn',
    codeFrom: 'default_code_repository DefaultCodeRepository additional_code_repositories AdditionalCodeRepositories',
    madeFrom: 'lifecycle_config_name LifecycleConfigName',
  }),
  workloadReader({
    types: 'aws_sagemaker_notebook_instance_lifecycle_configuration AWS::SageMaker::NotebookInstanceLifecycleConfig',
    kind: 'aws.sagemaker.lifecycle-configuration',
    name: 'name NotebookInstanceLifecycleConfigName',
    userData: 'on_create on_start OnCreate.Content OnStart.Content',
    isTemplate: true,
  }),
  workloadReader({
    types: 'aws_sagemaker_domain AWS::SageMaker::Domain',
    kind: 'aws.sagemaker.domain',
    name: 'domain_name DomainName',
    identities:
      'default_user_settings.execution_role DefaultUserSettings.ExecutionRole default_space_settings.execution_role DefaultSpaceSettings.ExecutionRole',
  }),
  workloadReader({
    types: 'aws_sagemaker_user_profile AWS::SageMaker::UserProfile',
    kind: 'aws.sagemaker.user-profile',
    name: 'user_profile_name UserProfileName',
    identities: 'user_settings.execution_role UserSettings.ExecutionRole',
    runsOn: 'domain_id DomainId',
  }),
  workloadReader({
    types: 'aws_sagemaker_model AWS::SageMaker::Model',
    kind: 'aws.sagemaker.model',
    name: 'name ModelName',
    identities: 'execution_role_arn ExecutionRoleArn',
    environment: 'primary_container.environment container.environment PrimaryContainer.Environment Containers.Environment',
    codeFrom: [
      'primary_container.image primary_container.model_data_url container.image container.model_data_url',
      'PrimaryContainer.Image PrimaryContainer.ModelDataUrl Containers.Image Containers.ModelDataUrl',
    ].join(' '),
    isTemplate: true,
  }),
  workloadReader({
    types: 'aws_bedrockagent_agent AWS::Bedrock::Agent',
    kind: 'aws.bedrock.agent',
    name: 'agent_name AgentName',
    identities: 'agent_resource_role_arn AgentResourceRoleArn',
  }),
  workloadReader({
    types:
      'aws_bedrockagentcore_agent_runtime AWS::BedrockAgentCore::Runtime aws_bedrockagentcore_code_interpreter AWS::BedrockAgentCore::CodeInterpreterCustom',
    kind: 'aws.bedrock.runtime',
    name: 'agent_runtime_name AgentRuntimeName name Name',
    identities: 'role_arn RoleArn execution_role_arn ExecutionRoleArn',
    environment: 'environment_variables EnvironmentVariables',
    codeFrom: 'agent_runtime_artifact.container_configuration.container_uri AgentRuntimeArtifact.ContainerConfiguration.ContainerUri',
  }),
];

const applications: readonly EntityReader<Workload>[] = [
  workloadReader({
    types: 'aws_apprunner_service AWS::AppRunner::Service',
    kind: 'aws.apprunner.service',
    name: 'service_name ServiceName',
    identities: 'instance_configuration.instance_role_arn InstanceConfiguration.InstanceRoleArn',
    servedBy:
      'source_configuration.authentication_configuration.access_role_arn SourceConfiguration.AuthenticationConfiguration.AccessRoleArn',
    environment: [
      'source_configuration.image_repository.image_configuration.runtime_environment_variables',
      'source_configuration.code_repository.code_configuration.code_configuration_values.runtime_environment_variables',
      'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
      'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
    ].join(' '),
    codeFrom: [
      'source_configuration.image_repository.image_identifier source_configuration.code_repository.repository_url',
      'SourceConfiguration.ImageRepository.ImageIdentifier SourceConfiguration.CodeRepository.RepositoryUrl',
    ].join(' '),
    callableByAnyone: (block) => {
      const isPublic = flagAt(
        block,
        'network_configuration.ingress_configuration.is_publicly_accessible NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible',
      );
      return isPublic ?? true;
    },
  }),
  workloadReader({
    types: 'aws_lightsail_instance AWS::Lightsail::Instance aws_lightsail_container_service_deployment_version AWS::Lightsail::Container',
    kind: 'aws.lightsail.instance',
    name: 'name InstanceName service_name ServiceName',
    userData: 'user_data UserData',
    environment: 'container.environment ContainerServiceDeployment.Containers.Environment',
    codeFrom: 'container.image ContainerServiceDeployment.Containers.Image',
  }),
  workloadReader({
    types: 'aws_cloud9_environment_ec2 AWS::Cloud9::EnvironmentEC2',
    kind: 'aws.cloud9.environment',
    name: 'name Name',
  }),
  workloadReader({
    types: 'aws_gamelift_fleet AWS::GameLift::Fleet',
    kind: 'aws.gamelift.fleet',
    name: 'name Name',
    identities: 'instance_role_arn InstanceRoleARN',
    codeFrom: 'build_id script_id BuildId ScriptId',
  }),
  workloadReader({
    types: 'aws_gamelift_script aws_gamelift_build AWS::GameLift::Script AWS::GameLift::Build',
    kind: 'aws.gamelift.script',
    name: 'name Name',
    servedBy: 'storage_location.role_arn StorageLocation.RoleArn',
    objects: [
      ['storage_location', 'bucket', 'key'],
      ['StorageLocation', 'Bucket', 'Key'],
    ],
    isTemplate: true,
  }),
  workloadReader({
    types: 'aws_appsync_datasource AWS::AppSync::DataSource',
    kind: 'aws.appsync.data-source',
    name: 'name Name',
    servedBy: 'service_role_arn ServiceRoleArn',
    runsOn: 'api_id ApiId',
  }),
  workloadReader({
    types: 'aws_transfer_server AWS::Transfer::Server',
    kind: 'aws.transfer.server',
    servedBy: 'logging_role LoggingRole invocation_role IdentityProviderDetails.InvocationRole',
  }),
  workloadReader({
    types: 'aws_transfer_user AWS::Transfer::User',
    kind: 'aws.transfer.user',
    name: 'user_name UserName',
    servedBy: 'role Role',
    runsOn: 'server_id ServerId',
  }),
  workloadReader({
    types: 'aws_datasync_location_s3 AWS::DataSync::LocationS3',
    kind: 'aws.datasync.location',
    servedBy: 's3_config.bucket_access_role_arn S3Config.BucketAccessRoleArn',
    holds: 's3_bucket_arn S3BucketArn',
  }),
  workloadReader({
    types: 'aws_workspaces_workspace AWS::WorkSpaces::Workspace',
    kind: 'aws.workspaces.workspace',
    name: 'user_name UserName',
  }),
];

/** Roles that users of an identity pool get, some of them without signing in; a device certificate's; a pod's. */
const bindings: readonly EntityReader<IdentityBinding>[] = [
  {
    types: ['aws_cognito_identity_pool_roles_attachment', 'AWS::Cognito::IdentityPoolRoleAttachment'],
    read: (block, { base }) => {
      const pool = textAt(block, 'identity_pool_id IdentityPoolId');
      const named =
        pool === undefined || isUndecided(pool)
          ? pool
          : { unauthenticated: `${pool}#unauthenticated`, authenticated: `${pool}#authenticated` };
      return (['unauthenticated', 'authenticated'] as const).flatMap((state) => {
        const to = textsAt(block, `roles.${state} Roles.${state}`);
        if (to.items.length === 0 && !to.rest) return [];
        const from = named === undefined || isUndecided(named) ? named : named[state];
        return [
          {
            ...base,
            id: `${base.id}#${state}`,
            kind: 'identity-binding' as const,
            how: 'identity-pool' as const,
            from,
            to,
            cluster: undefined,
          },
        ];
      });
    },
  },
  {
    types: ['aws_cognito_identity_pool', 'AWS::Cognito::IdentityPool'],
    read: (block, { base }) => {
      const isOpen = flagAt(block, 'allow_unauthenticated_identities AllowUnauthenticatedIdentities');
      if (isOpen === false || isOpen === undefined) return [];
      // Whoever knows the pool's id may become its unauthenticated identity.
      const from = isUndecided(isOpen) ? isOpen : '*';
      const to = { items: base.names.map((name) => `${name}#unauthenticated`), rest: null };
      return [{ ...base, kind: 'identity-binding', how: 'identity-pool', from, to, cluster: undefined }];
    },
  },
  {
    types: ['aws_iot_role_alias', 'AWS::IoT::RoleAlias'],
    read: (block, { base }) => [
      { ...base, kind: 'identity-binding', how: 'role-alias', from: base.id, to: textsAt(block, 'role_arn RoleArn'), cluster: undefined },
    ],
  },
  {
    types: ['aws_eks_pod_identity_association', 'AWS::EKS::PodIdentityAssociation'],
    read: (block, { base }) => [
      {
        ...base,
        kind: 'identity-binding',
        how: 'pod-identity',
        from: serviceAccountName(block),
        to: textsAt(block, 'role_arn RoleArn target_role_arn TargetRoleArn'),
        cluster: textAt(block, 'cluster_name ClusterName'),
      },
    ],
  },
];

function serviceAccountName(block: BlockReader): IdentityBinding['from'] {
  const [namespace, name] = [textAt(block, 'namespace Namespace'), textAt(block, 'service_account ServiceAccount')];
  if (namespace !== undefined && isUndecided(namespace)) return namespace;
  if (name !== undefined && isUndecided(name)) return name;
  return namespace === undefined || name === undefined ? undefined : `system:serviceaccount:${namespace}:${name}`;
}

export const awsDataWorkloadReaders: readonly EntityReader<Workload | IdentityBinding>[] = [
  ...jobs,
  ...learning,
  ...applications,
  ...bindings,
];
