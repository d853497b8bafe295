/** Answers of the FSx API, in the words of CloudFormation. Source: Amazon FSx API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf } from '../../live/index.ts';
import { arnOf } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'fsx:DescribeFileSystems', items: 'FileSystems', types: ['AWS::FSx::FileSystem'], declare: fileSystem },
];

const CONFIGURATIONS: Readonly<Record<string, string>> = {
  LUSTRE: 'LustreConfiguration',
  ONTAP: 'OntapConfiguration',
  OPENZFS: 'OpenZFSConfiguration',
  WINDOWS: 'WindowsConfiguration',
};

function fileSystem(item: Json, context: LiveContext): LiveThing | null {
  const fileSystemId = textOf(item, 'FileSystemId');
  if (fileSystemId === undefined) return null;
  const type = textOf(item, 'FileSystemType') ?? '';
  const configuration = CONFIGURATIONS[type];
  const name = itemsAt(item, 'Tags').find((tag) => textOf(tag, 'Key') === 'Name');
  return {
    type: 'AWS::FSx::FileSystem',
    id: textOf(item, 'ResourceARN') ?? arnOf(context, 'fsx', `file-system/${fileSystemId}`),
    name: textOf(name, 'Value') ?? fileSystemId,
    names: [fileSystemId],
    properties: {
      FileSystemType: type,
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      ...(configuration !== undefined && { [configuration]: settings(jsonAt(item, configuration)) }),
      Tags: tagPairs(jsonAt(item, 'Tags') ?? []),
    },
  };
}

/** Scratch file systems of Lustre have no backups, and nothing is said of them. */
function settings(configuration: Json | undefined): LiveValue {
  return {
    AutomaticBackupRetentionDays: jsonAt(configuration, 'AutomaticBackupRetentionDays') ?? 0,
    CopyTagsToBackups: jsonAt(configuration, 'CopyTagsToBackups') ?? false,
    DeploymentType: textOf(configuration, 'DeploymentType'),
  };
}
