/** Something new runs as a role that is passed to it. See catalogue/index.ts for where the paths come from. */
import type { ConditionId } from '../conditions.ts';
import type { Bound, EscalationPath, Need } from './types.ts';

interface Launch {
  readonly id: string;
  readonly title: string;
  readonly services: readonly string[];
  readonly vehicle: string;
  /** Called by the principal that passes the role. */
  readonly make: readonly string[];
  /** Of `make`, those that need no certain thing: called by any principal. */
  readonly prepare?: readonly (readonly [string, Bound])[];
  /** Called afterwards, by any principal. */
  readonly run?: readonly (readonly [string, Bound])[];
  readonly exists?: readonly string[];
  readonly flags?: readonly ConditionId[];
  readonly isExisting?: boolean;
  readonly profile?: boolean;
}

const LAMBDA = ['lambda.amazonaws.com'];
const ECS = ['ecs-tasks.amazonaws.com'];
const EC2 = ['ec2.amazonaws.com'];
const GLUE = ['glue.amazonaws.com'];
const SAGEMAKER = ['sagemaker.amazonaws.com'];
const AGENTCORE = ['bedrock-agentcore.amazonaws.com'];
const CLOUDFORMATION = ['cloudformation.amazonaws.com'];
const CODEBUILD = ['codebuild.amazonaws.com'];
const NEW: Bound = 'new';
const on = (actions: readonly string[], bound: Bound = NEW) => actions.map((action) => [action, bound] as const);

const launches: readonly Launch[] = [
  {
    id: 'apprunner-001',
    title: 'Create an App Runner service',
    services: ['tasks.apprunner.amazonaws.com'],
    vehicle: 'aws.apprunner.service',
    make: ['apprunner:CreateService'],
  },
  {
    ...{
      id: 'bedrock-001',
      title: 'Create an AgentCore code interpreter',
      services: AGENTCORE,
      vehicle: 'aws.bedrockagentcore.code-interpreter',
    },
    ...{
      make: ['bedrock-agentcore:CreateCodeInterpreter'],
      run: on(['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter']),
    },
  },
  {
    id: 'cloudformation-001',
    title: 'Create a stack',
    services: CLOUDFORMATION,
    vehicle: 'aws.cloudformation.stack',
    make: ['cloudformation:CreateStack'],
  },
  {
    ...{ id: 'cloudformation-003', title: 'Create a stack set', services: CLOUDFORMATION, vehicle: 'aws.cloudformation.stack-set' },
    ...{ make: ['cloudformation:CreateStackSet'], run: on(['cloudformation:CreateStackInstances']) },
  },
  {
    ...{
      id: 'cloudformation-004',
      title: 'Update a stack set',
      services: CLOUDFORMATION,
      vehicle: 'aws.cloudformation.stack-set',
      isExisting: true,
    },
    ...{ make: ['cloudformation:UpdateStackSet'], flags: ['has-execution-role', 'has-stack-instance'] },
  },
  {
    id: 'codebuild-001',
    title: 'Create a build project',
    services: CODEBUILD,
    vehicle: 'aws.codebuild.project',
    make: ['codebuild:CreateProject'],
    run: on(['codebuild:StartBuild']),
  },
  {
    id: 'codebuild-004',
    title: 'Create a build project, batch',
    services: CODEBUILD,
    vehicle: 'aws.codebuild.project',
    make: ['codebuild:CreateProject'],
    run: on(['codebuild:StartBuildBatch']),
  },
  {
    ...{
      id: 'datapipeline-001',
      title: 'Create a data pipeline',
      services: ['datapipeline.amazonaws.com', 'elasticmapreduce.amazonaws.com'],
    },
    ...{ vehicle: 'aws.datapipeline.pipeline', make: ['datapipeline:PutPipelineDefinition'] },
    ...{ prepare: on(['datapipeline:CreatePipeline']), run: on(['datapipeline:ActivatePipeline']) },
  },
  { id: 'ec2-001', title: 'Start an instance', services: EC2, vehicle: 'aws.ec2.instance', make: ['ec2:RunInstances'], profile: true },
  {
    id: 'ec2-003',
    title: 'Request a spot instance',
    services: EC2,
    vehicle: 'aws.ec2.instance',
    make: ['ec2:RequestSpotInstances'],
    profile: true,
    exists: ['aws.ec2.subnet'],
  },
  {
    ...{
      id: 'ecs-001',
      title: 'Create a cluster, a task and a service',
      services: ECS,
      vehicle: 'aws.ecs.task',
      prepare: on(['ecs:CreateCluster']),
    },
    ...{ make: ['ecs:RegisterTaskDefinition'], run: on(['ecs:CreateService']) },
  },
  {
    ...{
      id: 'ecs-002',
      title: 'Create a cluster and run a task',
      services: ECS,
      vehicle: 'aws.ecs.task',
      prepare: on(['ecs:CreateCluster']),
    },
    ...{ make: ['ecs:RegisterTaskDefinition'], run: on(['ecs:RunTask']) },
  },
  {
    ...{ id: 'ecs-003', title: 'Run a service in a cluster', services: ECS, vehicle: 'aws.ecs.task', make: ['ecs:RegisterTaskDefinition'] },
    ...{ run: on(['ecs:CreateService']), exists: ['aws.ecs.cluster'] },
  },
  {
    ...{ id: 'ecs-004', title: 'Run a task in a cluster', services: ECS, vehicle: 'aws.ecs.task', make: ['ecs:RegisterTaskDefinition'] },
    ...{ run: on(['ecs:RunTask']), exists: ['aws.ecs.cluster'] },
  },
  {
    ...{
      id: 'ecs-005',
      title: 'Start a task on a container instance',
      services: ECS,
      vehicle: 'aws.ecs.task',
      make: ['ecs:RegisterTaskDefinition'],
    },
    ...{ run: on(['ecs:StartTask']), exists: ['aws.ecs.cluster', 'aws.ecs.container-instance'] },
  },
  {
    id: 'glue-001',
    title: 'Create a Glue development endpoint',
    services: GLUE,
    vehicle: 'aws.glue.dev-endpoint',
    make: ['glue:CreateDevEndpoint'],
  },
  {
    id: 'glue-003',
    title: 'Create and start a Glue job',
    services: GLUE,
    vehicle: 'aws.glue.job',
    make: ['glue:CreateJob'],
    run: on(['glue:StartJobRun']),
  },
  {
    id: 'glue-004',
    title: 'Create a Glue job with a trigger',
    services: GLUE,
    vehicle: 'aws.glue.job',
    make: ['glue:CreateJob'],
    run: on(['glue:CreateTrigger']),
  },
  {
    ...{ id: 'glue-005', title: 'Change the role of a Glue job and start it', services: GLUE, vehicle: 'aws.glue.job', isExisting: true },
    ...{ make: ['glue:UpdateJob'], run: on(['glue:StartJobRun'], 'target') },
  },
  {
    ...{ id: 'glue-006', title: 'Change the role of a Glue job with a trigger', services: GLUE, vehicle: 'aws.glue.job', isExisting: true },
    ...{ make: ['glue:UpdateJob'], run: on(['glue:CreateTrigger']) },
  },
  {
    id: 'lambda-001',
    title: 'Create and invoke a function',
    services: LAMBDA,
    vehicle: 'aws.lambda.function',
    make: ['lambda:CreateFunction'],
    run: on(['lambda:InvokeFunction']),
  },
  {
    ...{
      id: 'lambda-002',
      title: 'Create a function that an event source starts',
      services: LAMBDA,
      vehicle: 'aws.lambda.function',
      make: ['lambda:CreateFunction'],
    },
    ...{ run: on(['lambda:CreateEventSourceMapping']), exists: ['event-source'] },
  },
  {
    id: 'lambda-006',
    title: 'Create a function that others may invoke',
    services: LAMBDA,
    vehicle: 'aws.lambda.function',
    make: ['lambda:CreateFunction'],
    run: on(['lambda:AddPermission']),
  },
  {
    id: 'sagemaker-001',
    title: 'Create a notebook',
    services: SAGEMAKER,
    vehicle: 'aws.sagemaker.notebook',
    make: ['sagemaker:CreateNotebookInstance'],
  },
  {
    id: 'sagemaker-002',
    title: 'Start a training job',
    services: SAGEMAKER,
    vehicle: 'aws.sagemaker.training-job',
    make: ['sagemaker:CreateTrainingJob'],
  },
  {
    id: 'sagemaker-003',
    title: 'Start a processing job',
    services: SAGEMAKER,
    vehicle: 'aws.sagemaker.processing-job',
    make: ['sagemaker:CreateProcessingJob'],
  },
  {
    ...{
      id: 'prowler:PassRole+CreateLambda+NewDynamo',
      title: 'Create a function that a new table starts',
      services: LAMBDA,
      vehicle: 'aws.lambda.function',
    },
    ...{ make: ['lambda:CreateFunction'], run: on(['lambda:CreateEventSourceMapping', 'dynamodb:CreateTable', 'dynamodb:PutItem']) },
  },
  {
    id: 'prowler:PassRole+CodeStar',
    title: 'Create a CodeStar project',
    services: ['codestar.amazonaws.com'],
    vehicle: 'aws.codestar.project',
    make: ['codestar:CreateProject'],
  },
  {
    ...{
      id: 'prowler:PassRole+CreateAutoScaling',
      title: 'Create a launch configuration and a group of instances',
      services: EC2,
      vehicle: 'aws.ec2.instance',
    },
    ...{ make: ['autoscaling:CreateLaunchConfiguration'], run: on(['autoscaling:CreateAutoScalingGroup']), profile: true },
  },
  {
    ...{
      id: 'prowler:PassRole+UpdateAutoScaling',
      title: 'Give a group of instances a new launch configuration',
      services: EC2,
      vehicle: 'aws.autoscaling.group',
    },
    ...{
      make: ['autoscaling:CreateLaunchConfiguration'],
      run: on(['autoscaling:UpdateAutoScalingGroup'], { some: 'aws.autoscaling.group' }),
      profile: true,
    },
  },
  {
    ...{
      id: 'prowler:PassRole+ECS+StartTask',
      title: 'Start a task with another role on an own container instance',
      services: ECS,
      vehicle: 'aws.ecs.task',
      make: ['ecs:StartTask'],
    },
    ...{
      prepare: on(['ecs:RegisterContainerInstance', 'ecs:DeregisterContainerInstance'], { some: 'aws.ecs.cluster' }),
      exists: ['aws.ecs.task-definition'],
    },
  },
  {
    ...{
      id: 'prowler:PassRole+ECS+RunTask',
      title: 'Run an existing task definition with another role',
      services: ECS,
      vehicle: 'aws.ecs.task',
    },
    ...{ make: ['ecs:RunTask'], exists: ['aws.ecs.cluster', 'aws.ecs.task-definition'] },
  },
  {
    ...{ id: 'prowler:PassRole+AgentCoreCreateRuntime+InvokeRuntimeCommand', title: 'Create an AgentCore runtime and run commands in it' },
    ...{ services: AGENTCORE, vehicle: 'aws.bedrockagentcore.runtime', make: ['bedrock-agentcore:CreateAgentRuntime'] },
    run: on([
      'bedrock-agentcore:CreateAgentRuntimeEndpoint',
      'bedrock-agentcore:CreateWorkloadIdentity',
      'bedrock-agentcore:InvokeAgentRuntimeCommand',
    ]),
  },
  {
    ...{ id: 'prowler:PassRole+AgentCoreCreateHarness+InvokeRuntimeCommand', title: 'Create an AgentCore harness and run commands in it' },
    ...{
      services: AGENTCORE,
      vehicle: 'aws.bedrockagentcore.harness',
      make: ['bedrock-agentcore:CreateHarness', 'bedrock-agentcore:CreateAgentRuntime'],
    },
    run: on([
      ...['bedrock-agentcore:CreateAgentRuntimeEndpoint', 'bedrock-agentcore:CreateWorkloadIdentity'],
      ...['bedrock-agentcore:GetAgentRuntime', 'bedrock-agentcore:InvokeAgentRuntimeCommand'],
    ]),
  },
  {
    ...{
      id: 'prowler:PassRole+AgentCoreCreateBrowser+ConnectBrowser',
      title: 'Create an AgentCore browser and connect to it',
      services: AGENTCORE,
    },
    ...{ vehicle: 'aws.bedrockagentcore.browser', make: ['bedrock-agentcore:CreateBrowser'] },
    run: on(['bedrock-agentcore:StartBrowserSession', 'bedrock-agentcore:ConnectBrowserAutomationStream']),
  },
  {
    ...{
      id: 'prowler:PassRole+BatchRegisterJobDef+SubmitJob',
      title: 'Register and submit a batch job',
      services: ECS,
      vehicle: 'aws.batch.job-definition',
    },
    ...{ make: ['batch:RegisterJobDefinition'], run: on(['batch:SubmitJob']), exists: ['aws.batch.job-queue'] },
  },
  {
    id: 'prowler:PassRole+BraketCreateJob',
    title: 'Create a Braket job',
    services: ['braket.amazonaws.com'],
    vehicle: 'aws.braket.job',
    make: ['braket:CreateJob'],
  },
  {
    ...{
      id: 'prowler:PassRole+CognitoSetIdentityPoolRoles',
      title: 'Give an identity pool another role',
      services: ['cognito-identity.amazonaws.com'],
    },
    ...{ vehicle: 'aws.cognito.identity-pool', isExisting: true, make: ['cognito-identity:SetIdentityPoolRoles'] },
  },
  {
    ...{
      id: 'prowler:PassRole+ECSStartTaskExistingCluster',
      title: 'Start a task with another role on a container instance',
      services: ECS,
    },
    ...{
      vehicle: 'aws.ecs.task',
      make: ['ecs:StartTask'],
      exists: ['aws.ecs.cluster', 'aws.ecs.container-instance', 'aws.ecs.task-definition'],
    },
  },
  {
    ...{
      id: 'prowler:PassRole+EMRRunJobFlow',
      title: 'Start an EMR cluster',
      services: EC2,
      vehicle: 'aws.emr.cluster',
      make: ['elasticmapreduce:RunJobFlow'],
    },
    profile: true,
  },
  {
    ...{ id: 'prowler:PassRole+EMRServerlessCreateApp+StartJobRun', title: 'Run a job in a new EMR Serverless application' },
    ...{
      services: ['emr-serverless.amazonaws.com'],
      vehicle: 'aws.emrserverless.application',
      prepare: on(['emr-serverless:CreateApplication']),
      make: ['emr-serverless:StartJobRun'],
    },
  },
  {
    ...{
      id: 'prowler:PassRole+GameLiftCreateBuild+CreateFleet',
      title: 'Create a GameLift fleet',
      services: ['gamelift.amazonaws.com'],
      vehicle: 'aws.gamelift.fleet',
    },
    ...{ prepare: on(['gamelift:CreateBuild', 'gamelift:RequestUploadCredentials']), make: ['gamelift:CreateFleet'] },
  },
  {
    ...{
      id: 'prowler:PassRole+GlueCreateSession+RunStatement',
      title: 'Open an interactive Glue session',
      services: GLUE,
      vehicle: 'aws.glue.session',
    },
    ...{ make: ['glue:CreateSession'], run: on(['glue:RunStatement']) },
  },
  {
    ...{
      id: 'prowler:PassRole+ImageBuilderCreateComponent+CreateImage',
      title: 'Build an image on an instance with the role',
      services: EC2,
      vehicle: 'aws.imagebuilder.image',
    },
    ...{ make: ['imagebuilder:CreateInfrastructureConfiguration'], profile: true },
    run: on(['imagebuilder:CreateComponent', 'imagebuilder:CreateImageRecipe', 'imagebuilder:CreateImage']),
  },
  {
    ...{
      id: 'prowler:PassRole+KinesisAnalyticsCreateApp+StartApp',
      title: 'Run a streaming application',
      services: ['kinesisanalytics.amazonaws.com'],
    },
    ...{
      vehicle: 'aws.kinesisanalytics.application',
      make: ['kinesisanalytics:CreateApplication'],
      run: on(['kinesisanalytics:StartApplication']),
    },
  },
  {
    ...{
      id: 'prowler:PassRole+OmicsCreateWorkflow+StartRun',
      title: 'Run an Omics workflow',
      services: ['omics.amazonaws.com'],
      vehicle: 'aws.omics.workflow',
    },
    ...{ prepare: [...on(['omics:CreateWorkflow']), ['s3:GetObject', { some: 'aws.s3.bucket' }]], make: ['omics:StartRun'] },
  },
  {
    id: 'prowler:PassRole+SchedulerCreateSchedule',
    title: 'Create a schedule',
    services: ['scheduler.amazonaws.com'],
    vehicle: 'aws.scheduler.schedule',
    make: ['scheduler:CreateSchedule'],
  },
  {
    ...{
      id: 'prowler:PassRole+SSMCreateDocument+StartAutomation',
      title: 'Run an own automation',
      services: ['ssm.amazonaws.com'],
      vehicle: 'aws.ssm.automation',
    },
    ...{ prepare: on(['ssm:CreateDocument']), make: ['ssm:StartAutomationExecution'] },
  },
  {
    ...{
      id: 'prowler:PassRole+StepFunctionsCreateStateMachine+StartExecution',
      title: 'Create and start a state machine',
      services: ['states.amazonaws.com'],
    },
    ...{ vehicle: 'aws.stepfunctions.state-machine', make: ['states:CreateStateMachine'], run: on(['states:StartExecution']) },
  },
];

export const launchPaths: readonly EscalationPath[] = launches.map((launch) => {
  const {
    id,
    title,
    services,
    vehicle,
    make,
    prepare = [],
    run = [],
    exists = [],
    flags = [],
    isExisting = false,
    profile = false,
  } = launch;
  const together: Need = {
    actions: [['iam:PassRole', 'passed-role'], ...make.map((action) => [action, isExisting ? 'target' : 'new'] as const)],
  };
  const others = [...prepare, ...run];
  return {
    ...{ id, title, edge: 'CAN_LAUNCH' as const, required: ['iam:PassRole', ...make, ...others.map(([action]) => action)] },
    mechanism: {
      ...{ kind: 'launch' as const, services, vehicle, isExisting, flags, exists, profile },
      needs: [together, ...others.map((each) => ({ actions: [each] }))],
    },
  };
});
