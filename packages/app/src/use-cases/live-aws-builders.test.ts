/** Answers of the services that build, run, learn and send → what checks say of them. */
import type { JsonObject } from '@kumomori/model';
import type { LiveService } from '../testing/index.ts';
import { here, testLiveServices } from '../testing/index.ts';
import { liveVerdicts } from './live-verdicts.ts';

const arn = (service: string, resource: string): string => `arn:aws:${service}:ap-northeast-1:123456789012:${resource}`;
const own = arn('kms', 'key/0a1b2c3d-0000-4000-8000-000000000002');
const ofAws = arn('kms', 'key/0a1b2c3d-0000-4000-8000-000000000001');
const keyOf = (isGood: boolean): string => (isGood ? own : ofAws);
const aliases = here('kms:ListAliases', { Aliases: [{ AliasName: 'alias/aws/s3', TargetKeyId: '0a1b2c3d-0000-4000-8000-000000000001' }] });
const agent = arn('bedrock', 'agent/A1');
const machine = arn('states', 'stateMachine:flow');
const service = arn('apprunner', 'service/web/1');
const reports = arn('codebuild', 'report-group/tests');
const dlmPolicy = (isGood: boolean): JsonObject => ({ Encrypted: isGood, CmkArn: isGood ? own : null });

/** What is left of a variable or script: what kind of credential it was, if any. */
const secret = (isGood: boolean): JsonObject => ({ $redacted: '0123456789abcdef', credential: isGood ? null : 'password' });

const services: readonly LiveService[] = [
  {
    title: 'variables and scripts that were replaced when they were collected',
    calls: (isGood) => [
      here('lambda:ListFunctions', {
        Functions: [
          { FunctionArn: arn('lambda', 'function:orders'), FunctionName: 'orders', Environment: { Variables: { URL: secret(isGood) } } },
        ],
      }),
      here(
        'ecs:DescribeTaskDefinition',
        {
          taskDefinition: {
            taskDefinitionArn: arn('ecs', 'task-definition/web:3'),
            family: 'web',
            containerDefinitions: [{ name: 'web', environment: [{ name: 'URL', value: secret(isGood) }] }],
          },
        },
        { taskDefinition: 'web', include: ['TAGS'] },
      ),
      here('codebuild:ListProjects', { projects: ['build'] }),
      here(
        'codebuild:BatchGetProjects',
        {
          projects: [{ name: 'build', environment: { environmentVariables: [{ name: 'URL', value: secret(isGood), type: 'PLAINTEXT' }] } }],
        },
        { names: ['build'] },
      ),
      here('autoscaling:DescribeLaunchConfigurations', {
        LaunchConfigurations: [
          { LaunchConfigurationARN: arn('autoscaling', 'launchConfiguration:1'), LaunchConfigurationName: 'lc', UserData: secret(isGood) },
        ],
      }),
      here('batch:DescribeJobDefinitions', {
        jobDefinitions: [
          {
            jobDefinitionName: 'job',
            jobDefinitionArn: arn('batch', 'job-definition/job:1'),
            containerProperties: { environment: [{ name: 'URL', value: secret(isGood) }] },
          },
        ],
      }),
      here('cloudformation:DescribeStacks', {
        Stacks: [
          {
            StackId: arn('cloudformation', 'stack/orders/1'),
            StackName: 'orders',
            Outputs: [{ OutputKey: 'Url', OutputValue: secret(isGood) }],
          },
        ],
      }),
    ],
    checks: [
      'aws-lambda-no-secrets-in-env',
      'aws-ecs-task-no-secrets-in-env',
      'aws-codebuild-no-secrets-in-env',
      'aws-ec2-instance-user-data-no-secrets',
      'aws-resource-no-secrets-in-environment',
      'aws-cloudformation-no-secrets-in-outputs',
    ],
  },
  {
    title: 'CodeBuild',
    calls: (isGood) => [
      aliases,
      here('codebuild:ListProjects', { projects: ['build'] }),
      here(
        'codebuild:BatchGetProjects',
        {
          projects: [
            {
              name: 'build',
              artifacts: { type: 'S3', encryptionDisabled: !isGood },
              encryptionKey: isGood ? own : arn('kms', 'alias/aws/s3'),
              environment: { privilegedMode: !isGood, environmentVariables: [{ name: 'STAGE', value: 'prod', type: 'PLAINTEXT' }] },
              source: { type: 'GITHUB', location: 'https://github.com/example/orders' },
              projectVisibility: isGood ? 'PRIVATE' : 'PUBLIC_READ',
              logsConfig: {
                cloudWatchLogs: { status: isGood ? 'ENABLED' : 'DISABLED' },
                s3Logs: { status: isGood ? 'ENABLED' : 'DISABLED', encryptionDisabled: false },
              },
              webhook: { filterGroups: [[{ type: 'ACTOR_ACCOUNT_ID', pattern: isGood ? '^(123|456)$' : '123' }]] },
            },
          ],
        },
        { names: ['build'] },
      ),
      here('codebuild:ListReportGroups', { reportGroups: [reports] }),
      here(
        'codebuild:BatchGetReportGroups',
        { reportGroups: [{ arn: reports, exportConfig: { exportConfigType: 'S3', s3Destination: { encryptionDisabled: !isGood } } }] },
        { reportGroupArns: [reports] },
      ),
    ],
    checks: [
      'aws-codebuild-artifacts-encrypted',
      'aws-codebuild-cmk',
      'aws-codebuild-no-privileged',
      'aws-codebuild-not-public',
      'aws-codebuild-logging',
      'aws-codebuild-webhook-filter-anchored',
      'aws-codebuild-reports-encrypted',
    ],
  },
  {
    title: 'CodePipeline, CodeDeploy, CodeArtifact',
    calls: (isGood) => [
      aliases,
      here('codepipeline:ListPipelines', { pipelines: [{ name: 'ship' }] }),
      here(
        'codepipeline:GetPipeline',
        { pipeline: { artifactStore: { location: 'orders-bucket', encryptionKey: isGood ? { id: own, type: 'KMS' } : null } } },
        { name: 'ship' },
      ),
      here('codepipeline:ListWebhooks', {
        webhooks: [
          {
            arn: arn('codepipeline', 'webhook:push'),
            definition: { name: 'push', authentication: isGood ? 'GITHUB_HMAC' : 'UNAUTHENTICATED' },
          },
        ],
      }),
      here('codedeploy:ListApplications', { applications: ['shop'] }),
      here(
        'codedeploy:BatchGetDeploymentGroups',
        { deploymentGroupsInfo: [{ applicationName: 'shop', deploymentGroupName: 'web', autoRollbackConfiguration: { enabled: isGood } }] },
        { applicationName: 'shop', deploymentGroupNames: ['web'] },
      ),
      here('codeartifact:ListDomains', {
        domains: [{ arn: arn('codeartifact', 'domain/pkgs'), name: 'pkgs', owner: '123456789012', encryptionKey: keyOf(isGood) }],
      }),
    ],
    checks: ['aws-codepipeline-cmk', 'aws-codepipeline-webhook-authenticated', 'aws-codedeploy-rollback', 'aws-codeartifact-cmk'],
  },
  {
    title: 'Step Functions and schedules',
    calls: (isGood) => [
      aliases,
      here('states:ListStateMachines', { stateMachines: [{ stateMachineArn: machine, name: 'flow' }] }),
      here(
        'states:DescribeStateMachine',
        {
          loggingConfiguration: { level: isGood ? 'ALL' : 'OFF', includeExecutionData: isGood },
          tracingConfiguration: { enabled: isGood },
          encryptionConfiguration: isGood ? { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: own } : { type: 'AWS_OWNED_KEY' },
        },
        { stateMachineArn: machine, includedData: 'METADATA_ONLY' },
      ),
      here('scheduler:ListSchedules', {
        Schedules: [{ Arn: arn('scheduler', 'schedule/default/nightly'), Name: 'nightly', GroupName: 'default' }],
      }),
      here('scheduler:GetSchedule', isGood ? { KmsKeyArn: own } : {}, { Name: 'nightly', GroupName: 'default' }),
    ],
    checks: [
      'aws-stepfunctions-logging',
      'aws-stepfunctions-execution-data-logged',
      'aws-stepfunctions-tracing',
      'aws-stepfunctions-cmk',
      'aws-scheduler-cmk',
    ],
  },
  {
    title: 'SageMaker',
    calls: (isGood) => [
      aliases,
      here('sagemaker:ListNotebookInstances', {
        NotebookInstances: [{ NotebookInstanceArn: arn('sagemaker', 'notebook-instance/nb'), NotebookInstanceName: 'nb' }],
      }),
      here(
        'sagemaker:DescribeNotebookInstance',
        {
          DirectInternetAccess: isGood ? 'Disabled' : 'Enabled',
          RootAccess: isGood ? 'Disabled' : 'Enabled',
          InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: isGood ? '2' : '1' },
          ...(isGood && { SubnetId: 'subnet-1', KmsKeyId: own }),
        },
        { NotebookInstanceName: 'nb' },
      ),
      here('sagemaker:ListDomains', { Domains: [{ DomainArn: arn('sagemaker', 'domain/d1'), DomainId: 'd1', DomainName: 'studio' }] }),
      here(
        'sagemaker:DescribeDomain',
        { AppNetworkAccessType: isGood ? 'VpcOnly' : 'PublicInternetOnly', KmsKeyId: keyOf(isGood) },
        { DomainId: 'd1' },
      ),
      here('sagemaker:ListEndpointConfigs', {
        EndpointConfigs: [{ EndpointConfigArn: arn('sagemaker', 'endpoint-config/e'), EndpointConfigName: 'e' }],
      }),
      here(
        'sagemaker:DescribeEndpointConfig',
        { ProductionVariants: [{ InitialInstanceCount: isGood ? 2 : 1 }], ...(isGood && { KmsKeyId: own }) },
        { EndpointConfigName: 'e' },
      ),
      here('sagemaker:ListModels', { Models: [{ ModelArn: arn('sagemaker', 'model/m'), ModelName: 'm' }] }),
      here(
        'sagemaker:DescribeModel',
        { EnableNetworkIsolation: isGood, ...(isGood && { VpcConfig: { Subnets: ['subnet-1'] } }) },
        { ModelName: 'm' },
      ),
      here('sagemaker:ListDataQualityJobDefinitions', {
        JobDefinitionSummaries: [
          { MonitoringJobDefinitionName: 'q', MonitoringJobDefinitionArn: arn('sagemaker', 'data-quality-job-definition/q') },
        ],
      }),
      here(
        'sagemaker:DescribeDataQualityJobDefinition',
        {
          DataQualityJobOutputConfig: isGood ? { KmsKeyId: own } : {},
          JobResources: { ClusterConfig: isGood ? { VolumeKmsKeyId: own } : {} },
          NetworkConfig: { EnableInterContainerTrafficEncryption: isGood, EnableNetworkIsolation: isGood },
        },
        { JobDefinitionName: 'q' },
      ),
      here('sagemaker:ListFlowDefinitions', {
        FlowDefinitionSummaries: [{ FlowDefinitionArn: arn('sagemaker', 'flow-definition/f'), FlowDefinitionName: 'f' }],
      }),
      here('sagemaker:DescribeFlowDefinition', { OutputConfig: isGood ? { KmsKeyId: own } : {} }, { FlowDefinitionName: 'f' }),
    ],
    checks: [
      'aws-sagemaker-notebook-no-direct-internet',
      'aws-sagemaker-notebook-no-root',
      'aws-sagemaker-notebook-imdsv2',
      'aws-sagemaker-notebook-in-vpc',
      'aws-sagemaker-notebook-encrypted',
      'aws-sagemaker-domain-vpc-only',
      'aws-sagemaker-domain-cmk',
      'aws-sagemaker-endpoint-instance-count',
      'aws-sagemaker-endpoint-cmk',
      'aws-sagemaker-model-network-isolated',
      'aws-sagemaker-model-in-vpc',
      'aws-sagemaker-data-quality-output-cmk',
      'aws-sagemaker-data-quality-volume-cmk',
      'aws-sagemaker-monitoring-isolated',
      'aws-sagemaker-monitoring-traffic-encrypted',
      'aws-sagemaker-flow-definition-cmk',
    ],
  },
  {
    title: 'Bedrock',
    calls: (isGood) => [
      aliases,
      here('bedrock:ListGuardrails', { guardrails: [{ id: 'g1', arn: arn('bedrock', 'guardrail/g1'), name: 'shop' }] }),
      here(
        'bedrock:GetGuardrail',
        {
          contentPolicy: { filters: [{ type: 'PROMPT_ATTACK', inputStrength: isGood ? 'HIGH' : 'NONE' }] },
          ...(isGood && { sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', action: 'BLOCK' }] }, kmsKeyArn: own }),
        },
        { guardrailIdentifier: 'g1' },
      ),
      here(
        'bedrock:GetModelInvocationLoggingConfiguration',
        isGood ? { loggingConfig: { cloudWatchConfig: { logGroupName: '/bedrock' }, textDataDeliveryEnabled: true } } : {},
      ),
      here('bedrock-agent:ListAgents', { agentSummaries: [{ agentId: 'A1', agentName: 'bot' }] }),
      here(
        'bedrock-agent:GetAgent',
        {
          agent: {
            agentArn: agent,
            ...(isGood && { customerEncryptionKeyArn: own, guardrailConfiguration: { guardrailIdentifier: 'g1' } }),
          },
        },
        { agentId: 'A1' },
      ),
    ],
    checks: [
      'aws-bedrock-guardrail-prompt-attack',
      'aws-bedrock-guardrail-sensitive-information',
      'aws-bedrock-guardrail-cmk',
      'aws-bedrock-invocation-logging',
      'aws-bedrock-agent-cmk',
      'aws-bedrock-guardrail-configured',
    ],
  },
  {
    title: 'desktops, applications and jobs',
    calls: (isGood) => [
      here('workspaces:DescribeWorkspaces', {
        Workspaces: [
          { WorkspaceId: 'ws-1', UserName: 'auditor', UserVolumeEncryptionEnabled: isGood, RootVolumeEncryptionEnabled: isGood },
        ],
      }),
      here(
        'elasticbeanstalk:DescribeEnvironments',
        {
          Environments: [
            { ApplicationName: 'shop', EnvironmentName: 'prod', EnvironmentArn: arn('elasticbeanstalk', 'environment/shop/prod') },
          ],
        },
        { IncludeDeleted: false },
      ),
      here(
        'elasticbeanstalk:DescribeConfigurationSettings',
        {
          ConfigurationSettings: [
            {
              OptionSettings: [
                { Namespace: 'aws:elasticbeanstalk:managedactions', OptionName: 'ManagedActionsEnabled', Value: String(isGood) },
                { Namespace: 'aws:elasticbeanstalk:cloudwatch:logs', OptionName: 'StreamLogs', Value: String(isGood) },
                {
                  Namespace: 'aws:elasticbeanstalk:healthreporting:system',
                  OptionName: 'SystemType',
                  Value: isGood ? 'enhanced' : 'basic',
                },
                { Namespace: 'aws:autoscaling:launchconfiguration', OptionName: 'DisableIMDSv1', Value: String(isGood) },
              ],
            },
          ],
        },
        { ApplicationName: 'shop', EnvironmentName: 'prod' },
      ),
      here(
        'batch:DescribeJobDefinitions',
        {
          jobDefinitions: [
            {
              jobDefinitionName: 'job',
              jobDefinitionArn: arn('batch', 'job-definition/job:1'),
              revision: 1,
              containerProperties: { privileged: isGood },
            },
            {
              jobDefinitionName: 'job',
              jobDefinitionArn: arn('batch', 'job-definition/job:2'),
              revision: 2,
              containerProperties: { privileged: !isGood },
            },
          ],
        },
        { status: 'ACTIVE' },
      ),
      here('appstream:DescribeFleets', {
        Fleets: [
          {
            Arn: arn('appstream', 'fleet/desk'),
            Name: 'desk',
            EnableDefaultInternetAccess: !isGood,
            MaxUserDurationInSeconds: isGood ? 28800 : 345600,
            DisconnectTimeoutInSeconds: isGood ? 300 : 36000,
          },
        ],
      }),
    ],
    checks: [
      'aws-workspaces-encrypted',
      'aws-workspaces-root-volume-encrypted',
      'aws-elasticbeanstalk-managed-updates',
      'aws-elasticbeanstalk-log-streaming',
      'aws-elasticbeanstalk-enhanced-health',
      'aws-elasticbeanstalk-imdsv2',
      'aws-batch-job-no-privileged',
      'aws-appstream-no-default-internet',
      'aws-appstream-session-duration',
      'aws-appstream-disconnect-timeout',
    ],
  },
  {
    title: 'App Runner, AppFlow, Lightsail, mail, snapshots, traces',
    calls: (isGood) => [
      aliases,
      here('apprunner:ListServices', { ServiceSummaryList: [{ ServiceArn: service, ServiceName: 'web' }] }),
      here(
        'apprunner:DescribeService',
        {
          Service: {
            EncryptionConfiguration: isGood ? { KmsKey: own } : null,
            NetworkConfiguration: { EgressConfiguration: { EgressType: isGood ? 'VPC' : 'DEFAULT' } },
          },
        },
        { ServiceArn: service },
      ),
      here('appflow:ListFlows', { flows: [{ flowArn: arn('appflow', 'flow/orders'), flowName: 'orders' }] }),
      here('appflow:DescribeFlow', isGood ? { kmsArn: own } : {}, { flowName: 'orders' }),
      here('appflow:DescribeConnectorProfiles', {
        connectorProfileDetails: [
          {
            connectorProfileArn: arn('appflow', 'connectorprofile/crm'),
            connectorProfileName: 'crm',
            credentialsArn: arn('secretsmanager', 'secret:crm'),
          },
        ],
      }),
      here('secretsmanager:ListSecrets', {
        SecretList: [{ ARN: arn('secretsmanager', 'secret:crm'), Name: 'crm', ...(isGood && { KmsKeyId: own }) }],
      }),
      here('lightsail:GetRelationalDatabases', {
        relationalDatabases: [
          { arn: arn('Lightsail', 'RelationalDatabase/1'), name: 'orders', publiclyAccessible: !isGood, backupRetentionEnabled: isGood },
        ],
      }),
      here('sesv2:ListConfigurationSets', { ConfigurationSets: ['mail'] }),
      here(
        'sesv2:GetConfigurationSet',
        { DeliveryOptions: { TlsPolicy: isGood ? 'REQUIRE' : 'OPTIONAL' } },
        { ConfigurationSetName: 'mail' },
      ),
      here('dlm:GetLifecyclePolicies', { Policies: [{ PolicyId: 'policy-1', Description: 'nightly' }] }),
      here(
        'dlm:GetLifecyclePolicy',
        {
          Policy: {
            PolicyDetails: {
              Schedules: [{ CrossRegionCopyRules: [dlmPolicy(isGood)] }],
              Actions: [{ CrossRegionCopy: [{ EncryptionConfiguration: dlmPolicy(isGood) }] }],
            },
          },
        },
        { PolicyId: 'policy-1' },
      ),
      here('lambda:ListFunctions', {
        Functions: [{ FunctionArn: arn('lambda', 'function:orders'), FunctionName: 'orders', TracingConfig: { Mode: 'Active' } }],
      }),
      here('xray:GetEncryptionConfig', { EncryptionConfig: { Type: isGood ? 'KMS' : 'NONE' } }),
    ],
    checks: [
      'aws-apprunner-cmk',
      'aws-apprunner-vpc-egress',
      'aws-appflow-flow-cmk',
      'aws-appflow-connector-cmk',
      'aws-lightsail-database-not-public',
      'aws-lightsail-database-backups',
      'aws-ses-tls-required',
      'aws-dlm-scheduled-copies-encrypted',
      'aws-dlm-scheduled-copies-cmk',
      'aws-dlm-event-copies-encrypted',
      'aws-dlm-event-copies-cmk',
      'aws-xray-kms',
    ],
  },
  {
    title: 'stacks',
    calls: (isGood) => [
      here('cloudformation:DescribeStacks', {
        Stacks: [
          {
            StackId: arn('cloudformation', 'stack/orders/1'),
            StackName: 'orders',
            RoleARN: isGood ? 'arn:aws:iam::123456789012:role/deploy' : null,
            NotificationARNs: isGood ? [arn('sns', 'stacks')] : [],
            Outputs: [
              {
                OutputKey: isGood ? 'Url' : 'DbPassword',
                OutputValue: isGood ? 'https://example.com' : ['Summer', '2026', 'orders'].join('-'),
              },
            ],
          },
        ],
      }),
    ],
    checks: ['aws-cloudformation-stack-service-role', 'aws-cloudformation-stack-notifications', 'aws-cloudformation-no-secrets-in-outputs'],
  },
];

testLiveServices(services, liveVerdicts);
