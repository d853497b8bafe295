/** Answers of Amazon Lightsail, in the words of CloudFormation. Source: Amazon Lightsail API reference, read 2026-11-22. */
import type { Json, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'lightsail:GetRelationalDatabases', items: 'relationalDatabases', types: ['AWS::Lightsail::Database'], declare: database },
];

function database(item: Json): LiveThing | null {
  const [arn, name] = [textOf(item, 'arn'), textOf(item, 'name')];
  if (arn === undefined) return null;
  return {
    type: 'AWS::Lightsail::Database',
    id: arn,
    name: name ?? arn,
    properties: {
      RelationalDatabaseName: name,
      PubliclyAccessible: jsonAt(item, 'publiclyAccessible') ?? false,
      BackupRetention: jsonAt(item, 'backupRetentionEnabled') ?? false,
      Tags: tagPairs(itemsAt(item, 'tags')),
    },
  };
}
