/** Something that exists and has a role is made to act for the attacker. See catalogue/index.ts for where the paths come from. */
import type { ConditionId } from '../conditions.ts';
import type { EdgeKind } from '../edges.ts';
import type { Bound, EscalationPath } from './types.ts';

interface Control {
  readonly id: string;
  readonly title: string;
  readonly vehicle: string;
  /** Called on the thing itself. */
  readonly calls: readonly string[];
  /** Called on something else. */
  readonly others?: readonly (readonly [string, Bound])[];
  readonly flags?: readonly ConditionId[];
  readonly edge?: EdgeKind;
}

const INSTANCE = 'aws.ec2.instance';
const FUNCTION = 'aws.lambda.function';
const NOTEBOOK = 'aws.sagemaker.notebook';
const UPDATE: EdgeKind = 'CAN_UPDATE_CODE';

const controls: readonly Control[] = [
  {
    id: 'apprunner-002',
    title: 'Update an App Runner service',
    vehicle: 'aws.apprunner.service',
    calls: ['apprunner:UpdateService'],
    edge: UPDATE,
  },
  {
    ...{
      id: 'bedrock-002',
      title: 'Open a session in a code interpreter',
      vehicle: 'aws.bedrockagentcore.code-interpreter',
      flags: ['is-ready'],
    },
    calls: ['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'],
  },
  {
    id: 'cloudformation-002',
    title: 'Update a stack',
    vehicle: 'aws.cloudformation.stack',
    calls: ['cloudformation:UpdateStack'],
    edge: UPDATE,
  },
  {
    ...{ id: 'cloudformation-005', title: 'Make and execute a change set', vehicle: 'aws.cloudformation.stack', edge: UPDATE },
    calls: ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'],
  },
  {
    id: 'codebuild-002',
    title: 'Start a build with another buildspec',
    vehicle: 'aws.codebuild.project',
    calls: ['codebuild:StartBuild'],
    flags: ['allows-buildspec-override'],
  },
  {
    ...{ id: 'codebuild-003', title: 'Start a batch of builds with another buildspec', vehicle: 'aws.codebuild.project' },
    ...{ calls: ['codebuild:StartBuildBatch'], flags: ['has-batch-builds', 'allows-buildspec-override'] },
  },
  {
    ...{
      id: 'ec2instanceconnect-003',
      title: 'Sign in by EC2 Instance Connect',
      vehicle: INSTANCE,
      calls: ['ec2-instance-connect:SendSSHPublicKey'],
    },
    ...{ others: [['ec2:DescribeInstances', 'new']], flags: ['is-running', 'has-instance-connect', 'ssh-is-reachable'] },
  },
  {
    ...{ id: 'ec2-002', title: 'Replace the user data of an instance', vehicle: INSTANCE, edge: UPDATE },
    calls: ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'],
  },
  {
    ...{
      id: 'ec2-004',
      title: 'Give a launch template a new version',
      vehicle: 'aws.ec2.launch-template',
      flags: ['is-used-by-launcher'],
      edge: UPDATE,
    },
    calls: ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
  },
  {
    id: 'glue-002',
    title: 'Put a key on a Glue development endpoint',
    vehicle: 'aws.glue.dev-endpoint',
    calls: ['glue:UpdateDevEndpoint'],
  },
  {
    id: 'lambda-003',
    title: 'Replace the code of a function that is invoked',
    vehicle: FUNCTION,
    calls: ['lambda:UpdateFunctionCode'],
    flags: ['gets-invoked'],
    edge: UPDATE,
  },
  {
    id: 'lambda-004',
    title: 'Replace the code of a function and invoke it',
    vehicle: FUNCTION,
    calls: ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'],
    edge: UPDATE,
  },
  {
    id: 'lambda-005',
    title: 'Replace the code of a function and let others invoke it',
    vehicle: FUNCTION,
    calls: ['lambda:UpdateFunctionCode', 'lambda:AddPermission'],
    edge: UPDATE,
  },
  {
    id: 'sagemaker-004',
    title: 'Open a notebook',
    vehicle: NOTEBOOK,
    calls: ['sagemaker:CreatePresignedNotebookInstanceUrl'],
    flags: ['is-running'],
  },
  {
    ...{
      id: 'sagemaker-005',
      title: 'Give a notebook a start script',
      vehicle: NOTEBOOK,
      others: [['sagemaker:CreateNotebookInstanceLifecycleConfig', 'new']],
      edge: UPDATE,
    },
    calls: ['sagemaker:StopNotebookInstance', 'sagemaker:UpdateNotebookInstance', 'sagemaker:StartNotebookInstance'],
  },
  {
    id: 'ssm-001',
    title: 'Start a session on an instance',
    vehicle: INSTANCE,
    calls: ['ssm:StartSession'],
    flags: ['is-running', 'is-ssm-managed'],
  },
  {
    id: 'ssm-002',
    title: 'Run commands on an instance',
    vehicle: INSTANCE,
    calls: ['ssm:SendCommand'],
    flags: ['is-running', 'is-ssm-managed'],
  },
  {
    ...{ id: 'prowler:lambda:UpdateFunctionConfiguration', title: 'Give a function that is invoked another layer', vehicle: FUNCTION },
    ...{ calls: ['lambda:UpdateFunctionConfiguration'], flags: ['gets-invoked'], edge: UPDATE },
  },
  {
    ...{
      id: 'prowler:ECS+ExecuteCommand',
      title: 'Run commands in a task',
      vehicle: 'aws.ecs.task',
      calls: ['ecs:ExecuteCommand', 'ecs:DescribeTasks'],
    },
    flags: ['is-running', 'allows-execute-command'],
  },
  {
    ...{
      id: 'prowler:AgentCoreInvokeRuntimeCommand',
      title: 'Run commands in an AgentCore runtime',
      vehicle: 'aws.bedrock.runtime',
    },
    calls: ['bedrock-agentcore:InvokeAgentRuntimeCommand'],
  },
  {
    ...{ id: 'prowler:AgentCoreBrowserSessionConnect', title: 'Connect to an AgentCore browser', vehicle: 'aws.bedrockagentcore.browser' },
    calls: ['bedrock-agentcore:StartBrowserSession', 'bedrock-agentcore:ConnectBrowserAutomationStream'],
  },
  {
    id: 'prowler:BatchSubmitJob',
    title: 'Submit a batch job with another command',
    vehicle: 'aws.batch.job-definition',
    calls: ['batch:SubmitJob'],
  },
  {
    ...{
      id: 'prowler:CodeDeployCreateDeployment',
      title: "Deploy a revision of one's own",
      vehicle: 'aws.codedeploy.group',
      edge: UPDATE,
    },
    ...{
      calls: ['codedeploy:CreateDeployment'],
      others: [
        ['codedeploy:RegisterApplicationRevision', 'new'],
        ['codedeploy:GetDeploymentConfig', 'new'],
      ],
    },
  },
  {
    ...{
      id: 'prowler:StepFunctionsUpdateStateMachine+StartExecution',
      title: 'Change a state machine and start it',
      vehicle: 'aws.stepfunctions.state-machine',
    },
    ...{ calls: ['states:UpdateStateMachine', 'states:StartExecution'], edge: UPDATE },
  },
];

export const controlPaths: readonly EscalationPath[] = controls.map(
  ({ id, title, vehicle, calls, others = [], flags = [], edge = 'CAN_EXEC' }) => ({
    ...{ id, title, edge, required: [...calls, ...others.map(([action]) => action)] },
    mechanism: {
      ...{ kind: 'control' as const, vehicle, flags },
      needs: [...calls.map((action) => ({ actions: [[action, 'target'] as const] })), ...others.map((each) => ({ actions: [each] }))],
    },
  }),
);
