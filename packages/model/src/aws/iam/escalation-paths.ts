/**
 * Sets of permissions by which the holder of one policy raises its own rights without anybody's help. Identifiers and required permissions:
 * pathfinding.cloud by Datadog (Apache-2.0, commit 84dd65c, 2025-12-17); those with the prefix `prowler:` are names in Prowler
 * (Apache-2.0, commit 3e000faa31, 2026-08-21). Left out: paths that need a role which trusts the holder, or an existing workload that may
 * or may not carry a role, and sets that contain another one. `bound` and `services` are our own reading.
 */
export interface EscalationPath {
  readonly id: string;
  readonly required: readonly string[];
  /** Actions that must be allowed on any resource of their type; for the others any grant will do. */
  readonly bound: readonly string[];
  /** What the passed role has to trust: `iam:PassedToService` may rule it out. */
  readonly services: readonly string[];
}

export const escalationPaths: readonly EscalationPath[] = [
  {
    id: 'apprunner-001',
    required: ['iam:PassRole', 'apprunner:CreateService'],
    bound: ['iam:PassRole'],
    services: ['tasks.apprunner.amazonaws.com'],
  },
  {
    id: 'bedrock-001',
    required: [
      'iam:PassRole',
      'bedrock-agentcore:CreateCodeInterpreter',
      'bedrock-agentcore:StartCodeInterpreterSession',
      'bedrock-agentcore:InvokeCodeInterpreter',
    ],
    bound: ['iam:PassRole'],
    services: ['bedrock-agentcore.amazonaws.com'],
  },
  {
    id: 'cloudformation-001',
    required: ['iam:PassRole', 'cloudformation:CreateStack'],
    bound: ['iam:PassRole'],
    services: ['cloudformation.amazonaws.com'],
  },
  {
    id: 'cloudformation-003',
    required: ['iam:PassRole', 'cloudformation:CreateStackSet', 'cloudformation:CreateStackInstances'],
    bound: ['iam:PassRole'],
    services: ['cloudformation.amazonaws.com'],
  },
  {
    id: 'codebuild-001',
    required: ['iam:PassRole', 'codebuild:CreateProject', 'codebuild:StartBuild'],
    bound: ['iam:PassRole'],
    services: ['codebuild.amazonaws.com'],
  },
  {
    id: 'codebuild-004',
    required: ['iam:PassRole', 'codebuild:CreateProject', 'codebuild:StartBuildBatch'],
    bound: ['iam:PassRole'],
    services: ['codebuild.amazonaws.com'],
  },
  {
    id: 'datapipeline-001',
    required: ['iam:PassRole', 'datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'],
    bound: ['iam:PassRole'],
    services: ['datapipeline.amazonaws.com', 'elasticmapreduce.amazonaws.com'],
  },
  { id: 'ec2-001', required: ['iam:PassRole', 'ec2:RunInstances'], bound: ['iam:PassRole'], services: ['ec2.amazonaws.com'] },
  { id: 'ec2-003', required: ['iam:PassRole', 'ec2:RequestSpotInstances'], bound: ['iam:PassRole'], services: ['ec2.amazonaws.com'] },
  {
    id: 'ecs-003',
    required: ['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:CreateService'],
    bound: ['iam:PassRole'],
    services: ['ecs-tasks.amazonaws.com'],
  },
  {
    id: 'ecs-005',
    required: ['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:StartTask'],
    bound: ['iam:PassRole'],
    services: ['ecs-tasks.amazonaws.com'],
  },
  { id: 'glue-001', required: ['iam:PassRole', 'glue:CreateDevEndpoint'], bound: ['iam:PassRole'], services: ['glue.amazonaws.com'] },
  { id: 'glue-002', required: ['glue:UpdateDevEndpoint'], bound: ['glue:UpdateDevEndpoint'], services: [] },
  {
    id: 'glue-003',
    required: ['iam:PassRole', 'glue:CreateJob', 'glue:StartJobRun'],
    bound: ['iam:PassRole'],
    services: ['glue.amazonaws.com'],
  },
  {
    id: 'glue-004',
    required: ['iam:PassRole', 'glue:CreateJob', 'glue:CreateTrigger'],
    bound: ['iam:PassRole'],
    services: ['glue.amazonaws.com'],
  },
  {
    id: 'glue-005',
    required: ['iam:PassRole', 'glue:UpdateJob', 'glue:StartJobRun'],
    bound: ['glue:UpdateJob', 'iam:PassRole'],
    services: ['glue.amazonaws.com'],
  },
  {
    id: 'glue-006',
    required: ['iam:PassRole', 'glue:UpdateJob', 'glue:CreateTrigger'],
    bound: ['glue:UpdateJob', 'iam:PassRole'],
    services: ['glue.amazonaws.com'],
  },
  { id: 'iam-001', required: ['iam:CreatePolicyVersion'], bound: ['iam:CreatePolicyVersion'], services: [] },
  { id: 'iam-002', required: ['iam:CreateAccessKey'], bound: ['iam:CreateAccessKey'], services: [] },
  { id: 'iam-004', required: ['iam:CreateLoginProfile'], bound: ['iam:CreateLoginProfile'], services: [] },
  { id: 'iam-005', required: ['iam:PutRolePolicy'], bound: ['iam:PutRolePolicy'], services: [] },
  { id: 'iam-006', required: ['iam:UpdateLoginProfile'], bound: ['iam:UpdateLoginProfile'], services: [] },
  { id: 'iam-007', required: ['iam:PutUserPolicy'], bound: ['iam:PutUserPolicy'], services: [] },
  { id: 'iam-008', required: ['iam:AttachUserPolicy'], bound: ['iam:AttachUserPolicy'], services: [] },
  { id: 'iam-009', required: ['iam:AttachRolePolicy'], bound: ['iam:AttachRolePolicy'], services: [] },
  { id: 'iam-010', required: ['iam:AttachGroupPolicy'], bound: ['iam:AttachGroupPolicy'], services: [] },
  { id: 'iam-011', required: ['iam:PutGroupPolicy'], bound: ['iam:PutGroupPolicy'], services: [] },
  { id: 'iam-012', required: ['iam:UpdateAssumeRolePolicy'], bound: ['iam:UpdateAssumeRolePolicy'], services: [] },
  { id: 'iam-013', required: ['iam:AddUserToGroup'], bound: ['iam:AddUserToGroup'], services: [] },
  {
    id: 'lambda-001',
    required: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
    bound: ['iam:PassRole'],
    services: ['lambda.amazonaws.com'],
  },
  {
    id: 'lambda-002',
    required: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
    bound: ['iam:PassRole'],
    services: ['lambda.amazonaws.com'],
  },
  { id: 'lambda-003', required: ['lambda:UpdateFunctionCode'], bound: ['lambda:UpdateFunctionCode'], services: [] },
  {
    id: 'lambda-006',
    required: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:AddPermission'],
    bound: ['iam:PassRole'],
    services: ['lambda.amazonaws.com'],
  },
  {
    id: 'sagemaker-001',
    required: ['iam:PassRole', 'sagemaker:CreateNotebookInstance'],
    bound: ['iam:PassRole'],
    services: ['sagemaker.amazonaws.com'],
  },
  {
    id: 'sagemaker-002',
    required: ['iam:PassRole', 'sagemaker:CreateTrainingJob'],
    bound: ['iam:PassRole'],
    services: ['sagemaker.amazonaws.com'],
  },
  {
    id: 'sagemaker-003',
    required: ['iam:PassRole', 'sagemaker:CreateProcessingJob'],
    bound: ['iam:PassRole'],
    services: ['sagemaker.amazonaws.com'],
  },
  {
    id: 'sagemaker-005',
    required: [
      'sagemaker:CreateNotebookInstanceLifecycleConfig',
      'sagemaker:StopNotebookInstance',
      'sagemaker:UpdateNotebookInstance',
      'sagemaker:StartNotebookInstance',
    ],
    bound: ['sagemaker:UpdateNotebookInstance'],
    services: [],
  },
  {
    id: 'prowler:SetDefaultPolicyVersion',
    required: ['iam:SetDefaultPolicyVersion'],
    bound: ['iam:SetDefaultPolicyVersion'],
    services: [],
  },
  {
    id: 'prowler:PassRole+CreateAutoScaling',
    required: ['iam:PassRole', 'autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup'],
    bound: ['iam:PassRole'],
    services: ['ec2.amazonaws.com'],
  },
  {
    id: 'prowler:PassRole+SchedulerCreateSchedule',
    required: ['iam:PassRole', 'scheduler:CreateSchedule'],
    bound: ['iam:PassRole'],
    services: ['scheduler.amazonaws.com'],
  },
  {
    id: 'prowler:PassRole+StepFunctionsCreateStateMachine+StartExecution',
    required: ['iam:PassRole', 'states:CreateStateMachine', 'states:StartExecution'],
    bound: ['iam:PassRole'],
    services: ['states.amazonaws.com'],
  },
  {
    id: 'prowler:PassRole+EMRRunJobFlow',
    required: ['iam:PassRole', 'elasticmapreduce:RunJobFlow'],
    bound: ['iam:PassRole'],
    services: ['elasticmapreduce.amazonaws.com', 'ec2.amazonaws.com'],
  },
  {
    id: 'prowler:PassRole+BatchRegisterJobDef+SubmitJob',
    required: ['iam:PassRole', 'batch:RegisterJobDefinition', 'batch:SubmitJob'],
    bound: ['iam:PassRole'],
    services: ['ecs-tasks.amazonaws.com'],
  },
  {
    id: 'prowler:PassRole+SSMCreateDocument+StartAutomation',
    required: ['iam:PassRole', 'ssm:CreateDocument', 'ssm:StartAutomationExecution'],
    bound: ['iam:PassRole'],
    services: ['ssm.amazonaws.com'],
  },
  {
    id: 'prowler:PassRole+GlueCreateSession+RunStatement',
    required: ['iam:PassRole', 'glue:CreateSession', 'glue:RunStatement'],
    bound: ['iam:PassRole'],
    services: ['glue.amazonaws.com'],
  },
  {
    id: 'prowler:PassRole+ECS+RunTask',
    required: ['iam:PassRole', 'ecs:RunTask'],
    bound: ['iam:PassRole'],
    services: ['ecs-tasks.amazonaws.com'],
  },
  { id: 'prowler:sso:AttachManagedPolicyToPermissionSet', required: ['sso:AttachManagedPolicyToPermissionSet'], bound: [], services: [] },
  { id: 'prowler:sso:PutInlinePolicyToPermissionSet', required: ['sso:PutInlinePolicyToPermissionSet'], bound: [], services: [] },
];
