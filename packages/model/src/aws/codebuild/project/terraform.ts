import type { BlockReader, ListNode, MapNode, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { sourceCredentials, variableCredentials } from './credentials.ts';
import type { CodeBuildProject, BuildArtifact } from './shape.ts';

export const terraform = defineTerraform<CodeBuildProject>({
  types: ['aws_codebuild_project'],
  identity: ['name'],
  read: (project) => ({
    artifacts: artifacts(project),
    hasCustomerKey: customerKey(project, 'encryption_key'),
    isPrivileged: project.block('environment').boolean('privileged_mode', { default: false }),
    credentials: credentials(project),
    sourceHoldsCredentials: sourceCredentials(project.block('source'), 'location'),
    visibility: project.string('project_visibility', { default: 'PRIVATE' }),
    logsToCloudWatch: project.block('logs_config').block('cloudwatch_logs').string('status', { default: 'ENABLED' }),
    logsToS3: project.block('logs_config').block('s3_logs').string('status', { default: 'DISABLED' }),
    s3LogsUnencrypted: project.block('logs_config').block('s3_logs').boolean('encryption_disabled', { default: false }),
  }),
});

function artifacts(project: BlockReader): ListNode<BuildArtifact> {
  const primary = project.list<BuildArtifact>('artifacts', artifact);
  const secondary = project.list<BuildArtifact>('secondary_artifacts', artifact);
  return { ...primary, items: [...primary.items, ...secondary.items], rest: primary.rest ?? secondary.rest };
}

function artifact(block: BlockReader): NodeOf<BuildArtifact> {
  return object<BuildArtifact>(
    { type: block.string('type'), encryptionDisabled: block.boolean('encryption_disabled', { default: false }) },
    block.place,
  );
}

function credentials(project: BlockReader): MapNode<string> {
  const environment = project.block('environment');
  return variableCredentials(environment.blocks('environment_variable'), { name: 'name', value: 'value', type: 'type' }, environment.place);
}
