/** Answers of the KMS API → the keys that customers manage, in the words of CloudFormation. Source: AWS KMS API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { daysSince, itemsAt, jsonAt, lookUpAll, Missing, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'kms:DescribeKey',
    items: 'KeyMetadata',
    types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
    after: 'kms:ListKeys',
    declare: key,
  },
];

function key(item: Json, context: LiveContext): LiveThing | null {
  const [id, arn] = [textOf(item, 'KeyId'), textOf(item, 'Arn')];
  if (id === undefined || arn === undefined || textOf(item, 'KeyManager') !== 'CUSTOMER') return null;
  const aliases = lookUpAll(context, { call: 'kms:ListAliases', items: 'Aliases', key: 'TargetKeyId' }, id);
  const names = aliases.flatMap((alias) =>
    alias instanceof Missing ? [] : [textOf(alias, 'AliasName') ?? id, textOf(alias, 'AliasArn') ?? id],
  );
  const isSymmetric = textOf(item, 'KeySpec') === 'SYMMETRIC_DEFAULT';
  const rotation = isSymmetric ? context.answer('kms:GetKeyRotationStatus', { KeyId: id }, ['UnsupportedOperationException']) : null;
  const left = daysSince(jsonAt(item, 'DeletionDate'), context.at);
  return {
    type: textOf(item, 'MultiRegionConfiguration.MultiRegionKeyType') === 'REPLICA' ? 'AWS::KMS::ReplicaKey' : 'AWS::KMS::Key',
    id: arn,
    name: names[0] ?? id,
    names: [id, ...names],
    properties: {
      KeyUsage: textOf(item, 'KeyUsage'),
      KeySpec: textOf(item, 'KeySpec'),
      Origin: textOf(item, 'Origin'),
      Enabled: jsonAt(item, 'Enabled') ?? true,
      MultiRegion: jsonAt(item, 'MultiRegion') ?? false,
      KeyState: textOf(item, 'KeyState'),
      DaysUntilDeletion: left === undefined ? undefined : -left,
      EnableKeyRotation: whenKnown(rotation, (json) => jsonAt(json, 'KeyRotationEnabled') ?? false),
      KeyPolicy: whenKnown(context.answer('kms:GetKeyPolicy', { KeyId: id, PolicyName: 'default' }), (json) =>
        policyJson(jsonAt(json, 'Policy')),
      ),
      Tags: whenKnown(context.answer('kms:ListResourceTags', { KeyId: id }), (json) => tagPairs(itemsAt(json, 'Tags'))),
    },
  };
}
