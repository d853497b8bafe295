import type { BlockReader, ListNode, MapNode, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { sourceCredentials, variableCredentials } from './credentials.ts';
import type { CodeBuildProject, BuildArtifact } from './shape.ts';

export const cloudformation = defineCloudFormation<CodeBuildProject>({
  types: ['AWS::CodeBuild::Project'],
  identity: ['Name'],
  read: (project) => ({
    artifacts: artifacts(project),
    hasCustomerKey: customerKey(project, 'EncryptionKey'),
    isPrivileged: project.block('Environment').boolean('PrivilegedMode', { default: false }),
    credentials: credentials(project),
    sourceHoldsCredentials: sourceCredentials(project.block('Source'), 'Location'),
    visibility: project.string('Visibility', { default: 'PRIVATE' }),
    logsToCloudWatch: project.block('LogsConfig').block('CloudWatchLogs').string('Status', { default: 'ENABLED' }),
    logsToS3: project.block('LogsConfig').block('S3Logs').string('Status', { default: 'DISABLED' }),
    s3LogsUnencrypted: project.block('LogsConfig').block('S3Logs').boolean('EncryptionDisabled', { default: false }),
  }),
});

function artifacts(project: BlockReader): ListNode<BuildArtifact> {
  const primary = project.list<BuildArtifact>('Artifacts', artifact);
  const secondary = project.list<BuildArtifact>('SecondaryArtifacts', artifact);
  return { ...primary, items: [...primary.items, ...secondary.items], rest: primary.rest ?? secondary.rest };
}

function artifact(block: BlockReader): NodeOf<BuildArtifact> {
  return object<BuildArtifact>(
    { type: block.string('Type'), encryptionDisabled: block.boolean('EncryptionDisabled', { default: false }) },
    block.place,
  );
}

function credentials(project: BlockReader): MapNode<string> {
  const environment = project.block('Environment');
  return variableCredentials(environment.blocks('EnvironmentVariables'), { name: 'Name', value: 'Value', type: 'Type' }, environment.place);
}
