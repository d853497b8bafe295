/** Answers of Amazon WorkSpaces, in the words of CloudFormation. Source: Amazon WorkSpaces API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { jsonAt, textOf } from '../../live/index.ts';
import { unaskedTags } from '../core/unasked-tags.ts';

export const live: readonly LiveSource[] = [
  { call: 'workspaces:DescribeWorkspaces', items: 'Workspaces', types: ['AWS::WorkSpaces::Workspace'], declare: workspace },
];

function workspace(item: Json, { partition, region, account }: LiveContext): LiveThing | null {
  const [id, user] = [textOf(item, 'WorkspaceId'), textOf(item, 'UserName')];
  if (id === undefined || textOf(item, 'State') === 'TERMINATED') return null;
  return {
    type: 'AWS::WorkSpaces::Workspace',
    id: `arn:${partition}:workspaces:${region}:${account}:workspace/${id}`,
    name: user ?? id,
    names: [id],
    properties: {
      UserName: user,
      UserVolumeEncryptionEnabled: jsonAt(item, 'UserVolumeEncryptionEnabled') ?? false,
      RootVolumeEncryptionEnabled: jsonAt(item, 'RootVolumeEncryptionEnabled') ?? false,
      Tags: unaskedTags,
    },
  };
}
