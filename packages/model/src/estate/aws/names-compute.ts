/** Names of what runs code, and of what builds and delivers it. Sources: see names.ts. */
import type { NameRow } from './name-row.ts';
import { global, regional, row } from './name-row.ts';

const lambda = regional('lambda', 'function:{name}');
const invoke = (arn: string): string => `arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
const machine = regional('states', 'stateMachine:{name}');

export const computeNames: readonly NameRow[] = [
  row('aws_lambda_function AWS::Lambda::Function AWS::Serverless::Function', {
    name: 'function_name FunctionName',
    arn: lambda,
    id: '{name}',
    more: {
      function_name: '{name}',
      invoke_arn: invoke(lambda),
      qualified_arn: `${lambda}:{self}.version`,
    },
  }),
  row('aws_lambda_alias AWS::Lambda::Alias', {
    name: 'name Name',
    arn: regional('lambda', 'function:{last:function_name,FunctionName}:{name}'),
    id: regional('lambda', 'function:{last:function_name,FunctionName}:{name}'),
    more: { AliasArn: regional('lambda', 'function:{last:function_name,FunctionName}:{name}') },
  }),
  row('aws_lambda_layer_version AWS::Lambda::LayerVersion', {
    name: 'layer_name LayerName',
    arn: regional('lambda', 'layer:{name}:~version'),
    id: regional('lambda', 'layer:{name}:~version'),
    more: { layer_arn: regional('lambda', 'layer:{name}'), LayerVersionArn: regional('lambda', 'layer:{name}:~version') },
  }),
  row('aws_lambda_function_url AWS::Lambda::Url', { more: { FunctionUrl: '{self}.url', function_url: '{self}.url' } }),
  row('aws_lambda_event_source_mapping AWS::Lambda::EventSourceMapping', {
    arn: regional('lambda', 'event-source-mapping:{self}'),
    more: { uuid: '{self}' },
  }),
  row('aws_lambda_code_signing_config AWS::Lambda::CodeSigningConfig', { arn: regional('lambda', 'code-signing-config:{self}') }),
  row('aws_instance aws_spot_instance_request AWS::EC2::Instance', {
    arn: regional('ec2', 'instance/{self}'),
    more: { InstanceId: '{self}', spot_instance_id: '{self}' },
  }),
  row('aws_launch_template AWS::EC2::LaunchTemplate', {
    name: 'name LaunchTemplateName',
    arn: regional('ec2', 'launch-template/{self}'),
    more: { LaunchTemplateId: '{self}' },
  }),
  row('aws_launch_configuration AWS::AutoScaling::LaunchConfiguration', { name: 'name LaunchConfigurationName', id: '{name}' }),
  row('aws_key_pair AWS::EC2::KeyPair', {
    name: 'key_name KeyName',
    arn: regional('ec2', 'key-pair/{name}'),
    id: '{name}',
    more: { key_name: '{name}' },
  }),
  row('aws_autoscaling_group AWS::AutoScaling::AutoScalingGroup', {
    name: 'name AutoScalingGroupName',
    arn: regional('autoscaling', 'autoScalingGroup:~:autoScalingGroupName/{name}'),
    id: '{name}',
  }),
  row('aws_ecs_cluster AWS::ECS::Cluster', {
    name: 'name ClusterName cluster_name',
    arn: regional('ecs', 'cluster/{name}'),
    id: regional('ecs', 'cluster/{name}'),
    ref: '{name}',
  }),
  row('aws_ecs_service AWS::ECS::Service', {
    name: 'name ServiceName',
    arn: regional('ecs', 'service/{last:cluster,Cluster|default}/{name}'),
    id: regional('ecs', 'service/{last:cluster,Cluster|default}/{name}'),
    more: { ServiceArn: regional('ecs', 'service/{last:cluster,Cluster|default}/{name}'), Name: '{name}' },
  }),
  row('aws_ecs_task_definition AWS::ECS::TaskDefinition', {
    name: 'family Family task_definition',
    arn: regional('ecs', 'task-definition/{name}:~revision'),
    id: '{name}',
    ref: regional('ecs', 'task-definition/{name}:~revision'),
    more: {
      family: '{name}',
      arn_without_revision: regional('ecs', 'task-definition/{name}'),
      TaskDefinitionArn: regional('ecs', 'task-definition/{name}:~revision'),
    },
  }),
  row('aws_ecs_capacity_provider AWS::ECS::CapacityProvider', {
    name: 'name Name',
    arn: regional('ecs', 'capacity-provider/{name}'),
    id: '{name}',
  }),
  row('aws_ecr_repository AWS::ECR::Repository', {
    name: 'name RepositoryName',
    arn: regional('ecr', 'repository/{name}'),
    id: '{name}',
    more: {
      repository_url: '{account}.dkr.ecr.{region}.amazonaws.com/{name}',
      RepositoryUri: '{account}.dkr.ecr.{region}.amazonaws.com/{name}',
    },
  }),
  row('aws_ecrpublic_repository AWS::ECR::PublicRepository', {
    name: 'repository_name RepositoryName',
    arn: global('ecr-public', 'repository/{name}'),
    id: '{name}',
  }),
  row('aws_eks_cluster AWS::EKS::Cluster', { name: 'name Name', arn: regional('eks', 'cluster/{name}'), id: '{name}' }),
  row('aws_eks_node_group AWS::EKS::Nodegroup', {
    name: 'node_group_name NodegroupName',
    arn: regional('eks', 'nodegroup/{=cluster_name,ClusterName|~}/{name}/{self}'),
  }),
  row('aws_eks_fargate_profile AWS::EKS::FargateProfile', {
    name: 'fargate_profile_name FargateProfileName',
    arn: regional('eks', 'fargateprofile/{=cluster_name,ClusterName|~}/{name}/{self}'),
  }),
  row('aws_eks_access_entry AWS::EKS::AccessEntry', {}),
  row('aws_batch_job_definition AWS::Batch::JobDefinition', {
    name: 'name JobDefinitionName',
    arn: regional('batch', 'job-definition/{name}:~revision'),
    id: regional('batch', 'job-definition/{name}:~revision'),
    more: { arn_prefix: regional('batch', 'job-definition/{name}') },
  }),
  row('aws_batch_job_queue AWS::Batch::JobQueue', {
    name: 'name JobQueueName',
    arn: regional('batch', 'job-queue/{name}'),
    id: regional('batch', 'job-queue/{name}'),
    more: { JobQueueArn: regional('batch', 'job-queue/{name}') },
  }),
  row('aws_batch_compute_environment AWS::Batch::ComputeEnvironment', {
    name: 'name compute_environment_name ComputeEnvironmentName',
    arn: regional('batch', 'compute-environment/{name}'),
    id: '{name}',
    ref: regional('batch', 'compute-environment/{name}'),
    more: { ComputeEnvironmentArn: regional('batch', 'compute-environment/{name}') },
  }),
  row('aws_sfn_state_machine AWS::StepFunctions::StateMachine AWS::Serverless::StateMachine', {
    name: 'name StateMachineName Name',
    arn: machine,
    id: machine,
    more: { Name: '{name}' },
  }),
  row('aws_sfn_activity AWS::StepFunctions::Activity', {
    name: 'name Name',
    arn: regional('states', 'activity:{name}'),
    id: regional('states', 'activity:{name}'),
  }),
  row('aws_codebuild_project AWS::CodeBuild::Project', {
    name: 'name Name',
    arn: regional('codebuild', 'project/{name}'),
    id: regional('codebuild', 'project/{name}'),
    ref: '{name}',
  }),
  row('aws_codebuild_report_group AWS::CodeBuild::ReportGroup', {
    name: 'name Name',
    arn: regional('codebuild', 'report-group/{name}'),
    id: regional('codebuild', 'report-group/{name}'),
  }),
  row('aws_codepipeline AWS::CodePipeline::Pipeline', { name: 'name Name', arn: regional('codepipeline', '{name}'), id: '{name}' }),
  row('aws_codecommit_repository AWS::CodeCommit::Repository', {
    name: 'repository_name RepositoryName',
    arn: regional('codecommit', '{name}'),
    id: '{name}',
    ref: '{self}',
    more: { Name: '{name}' },
  }),
  row('aws_codedeploy_app AWS::CodeDeploy::Application', {
    name: 'name ApplicationName',
    arn: regional('codedeploy', 'application:{name}'),
    ref: '{name}',
  }),
  row('aws_codedeploy_deployment_group AWS::CodeDeploy::DeploymentGroup', {
    name: 'deployment_group_name DeploymentGroupName',
    arn: regional('codedeploy', 'deploymentgroup:{=app_name,ApplicationName|~}/{name}'),
    ref: '{name}',
  }),
  row(
    'aws_codestarconnections_connection aws_codeconnections_connection AWS::CodeStarConnections::Connection AWS::CodeConnections::Connection',
    {
      name: 'name ConnectionName',
      arn: regional('codestar-connections', 'connection/{self}'),
      id: regional('codestar-connections', 'connection/{self}'),
      more: { ConnectionArn: regional('codestar-connections', 'connection/{self}') },
    },
  ),
  row('aws_cloudformation_stack AWS::CloudFormation::Stack', {
    name: 'name StackName',
    arn: regional('cloudformation', 'stack/{name}/{self}'),
    id: regional('cloudformation', 'stack/{name}/{self}'),
  }),
  row('aws_cloudformation_stack_set AWS::CloudFormation::StackSet', {
    name: 'name StackSetName',
    arn: regional('cloudformation', 'stackset/{name}:{self}'),
    id: '{name}',
  }),
  row('aws_sagemaker_notebook_instance AWS::SageMaker::NotebookInstance', {
    name: 'name NotebookInstanceName',
    arn: regional('sagemaker', 'notebook-instance/{name}'),
    id: '{name}',
    ref: regional('sagemaker', 'notebook-instance/{name}'),
  }),
  row('aws_sagemaker_domain AWS::SageMaker::Domain', {
    arn: regional('sagemaker', 'domain/{self}'),
    more: { DomainArn: regional('sagemaker', 'domain/{self}') },
  }),
  row('aws_sagemaker_user_profile AWS::SageMaker::UserProfile', {
    name: 'user_profile_name UserProfileName',
    arn: regional('sagemaker', 'user-profile/{=domain_id,DomainId|~}/{name}'),
  }),
  row('aws_sagemaker_model AWS::SageMaker::Model', { name: 'name ModelName', arn: regional('sagemaker', 'model/{name}'), id: '{name}' }),
  row('aws_sagemaker_endpoint AWS::SageMaker::Endpoint', {
    name: 'name EndpointName',
    arn: regional('sagemaker', 'endpoint/{name}'),
    id: '{name}',
  }),
  row('aws_emr_cluster AWS::EMR::Cluster', { name: 'name Name', arn: regional('elasticmapreduce', 'cluster/{self}') }),
  row('aws_emrserverless_application AWS::EMRServerless::Application', {
    name: 'name Name',
    arn: regional('emr-serverless', '/applications/{self}'),
  }),
  row('aws_elastic_beanstalk_application AWS::ElasticBeanstalk::Application', {
    name: 'name ApplicationName',
    arn: regional('elasticbeanstalk', 'application/{name}'),
    id: '{name}',
  }),
  row('aws_elastic_beanstalk_environment AWS::ElasticBeanstalk::Environment', {
    name: 'name EnvironmentName',
    arn: regional('elasticbeanstalk', 'environment/{=application,ApplicationName|~}/{name}'),
  }),
  row('aws_apprunner_service AWS::AppRunner::Service', {
    name: 'service_name ServiceName',
    arn: regional('apprunner', 'service/{name}/{self}'),
    id: regional('apprunner', 'service/{name}/{self}'),
    more: { ServiceArn: regional('apprunner', 'service/{name}/{self}') },
  }),
  row('aws_lightsail_instance AWS::Lightsail::Instance', {
    name: 'name InstanceName',
    arn: regional('lightsail', 'Instance/{self}'),
    id: '{name}',
  }),
  row('aws_imagebuilder_image_pipeline AWS::ImageBuilder::ImagePipeline', {
    name: 'name Name',
    arn: regional('imagebuilder', 'image-pipeline/{name}'),
    id: regional('imagebuilder', 'image-pipeline/{name}'),
  }),
  row('aws_ssm_document AWS::SSM::Document', { name: 'name Name', arn: regional('ssm', 'document/{name}'), id: '{name}' }),
  row('aws_ssm_maintenance_window AWS::SSM::MaintenanceWindow', { name: 'name Name', arn: regional('ssm', 'maintenancewindow/{self}') }),
  row('aws_ssm_activation', {}),
  row('aws_scheduler_schedule AWS::Scheduler::Schedule', {
    name: 'name Name',
    arn: regional('scheduler', 'schedule/{=group_name,GroupName|default}/{name}'),
    ref: '{name}',
  }),
  row('aws_amplify_app AWS::Amplify::App', {
    name: 'name Name',
    arn: regional('amplify', 'apps/{self}'),
    ref: regional('amplify', 'apps/{self}'),
    more: { AppId: '{self}' },
  }),
  row('aws_bedrockagent_agent AWS::Bedrock::Agent', {
    name: 'agent_name AgentName',
    arn: regional('bedrock', 'agent/{self}'),
    more: { agent_arn: regional('bedrock', 'agent/{self}'), AgentArn: regional('bedrock', 'agent/{self}'), AgentId: '{self}' },
  }),
  row('aws_pipes_pipe AWS::Pipes::Pipe', { name: 'name Name', arn: regional('pipes', 'pipe/{name}'), id: '{name}' }),
  row('aws_iot_thing AWS::IoT::Thing', { name: 'name ThingName', arn: regional('iot', 'thing/{name}'), id: '{name}' }),
  row('aws_iot_role_alias AWS::IoT::RoleAlias', { name: 'alias RoleAlias', arn: regional('iot', 'rolealias/{name}'), id: '{name}' }),
  row('aws_iot_policy AWS::IoT::Policy', { name: 'name PolicyName', arn: regional('iot', 'policy/{name}'), id: '{name}' }),
  row('aws_gamelift_fleet AWS::GameLift::Fleet', { arn: regional('gamelift', 'fleet/{self}'), more: { FleetId: '{self}' } }),
  row('aws_mwaa_environment AWS::MWAA::Environment', { name: 'name Name', arn: regional('airflow', 'environment/{name}'), id: '{name}' }),
  row('aws_workspaces_workspace AWS::WorkSpaces::Workspace', { arn: regional('workspaces', 'workspace/{self}') }),
  row('aws_cloud9_environment_ec2 AWS::Cloud9::EnvironmentEC2', { arn: regional('cloud9', 'environment:{self}') }),
];
