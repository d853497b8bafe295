/** Answers of the EFS API, in the words of CloudFormation. Source: Amazon EFS API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { jsonAt, Missing, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { arnOf } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'efs:DescribeFileSystems', items: 'FileSystems', types: ['AWS::EFS::FileSystem'], declare: fileSystem },
  { call: 'efs:DescribeAccessPoints', items: 'AccessPoints', types: ['AWS::EFS::AccessPoint'], declare: accessPoint },
];

function fileSystem(item: Json, context: LiveContext): LiveThing | null {
  const FileSystemId = textOf(item, 'FileSystemId');
  if (FileSystemId === undefined) return null;
  const ask = (operation: string): Json | Missing =>
    context.answer(`efs:${operation}`, { FileSystemId }, ['PolicyNotFound', 'FileSystemNotFound']);
  const backup = ask('DescribeBackupPolicy');
  return {
    type: 'AWS::EFS::FileSystem',
    id: textOf(item, 'FileSystemArn') ?? arnOf(context, 'elasticfilesystem', `file-system/${FileSystemId}`),
    name: textOf(item, 'Name') ?? FileSystemId,
    names: [FileSystemId],
    properties: {
      Encrypted: jsonAt(item, 'Encrypted') ?? false,
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      AvailabilityZoneName: textOf(item, 'AvailabilityZoneName'),
      BackupPolicy: backup instanceof Missing ? backup : { Status: textOf(backup, 'BackupPolicy.Status') ?? 'DISABLED' },
      FileSystemPolicy: whenKnown(ask('DescribeFileSystemPolicy'), (json) => policyJson(jsonAt(json, 'Policy'))),
      FileSystemTags: tagPairs(jsonAt(item, 'Tags') ?? []),
    },
  };
}

function accessPoint(item: Json, context: LiveContext): LiveThing | null {
  const pointId = textOf(item, 'AccessPointId');
  if (pointId === undefined) return null;
  return {
    type: 'AWS::EFS::AccessPoint',
    id: textOf(item, 'AccessPointArn') ?? arnOf(context, 'elasticfilesystem', `access-point/${pointId}`),
    name: textOf(item, 'Name') ?? pointId,
    names: [pointId],
    properties: {
      FileSystemId: textOf(item, 'FileSystemId'),
      RootDirectory: jsonAt(item, 'RootDirectory'),
      PosixUser: jsonAt(item, 'PosixUser'),
      AccessPointTags: tagPairs(jsonAt(item, 'Tags') ?? []),
    },
  };
}
