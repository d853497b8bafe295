/** Answers of the KMS API → the keys that customers manage, in the words of CloudFormation. Source: AWS KMS API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { daysSince, itemsAt, jsonAt, lookUpAll, Missing, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'kms:DescribeKey',
    items: 'KeyMetadata',
    types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
    after: 'kms:ListKeys',
    declare: key,
  },
  { call: 'kms:ListGrants', items: 'Grants', types: ['aws.kms.grant'], after: ['kms:ListKeys', 'kms:DescribeKey'], declare: grant },
];

/** In the words of Terraform: templates have no grants. */
function grant(item: Json, { request }: LiveContext): LiveThing | null {
  const [id, key] = [textOf(item, 'GrantId'), textOf(item, 'KeyId') ?? textOf(request, 'KeyId')];
  if (id === undefined || key === undefined) return null;
  const constraints = jsonAt(item, 'Constraints');
  return {
    type: 'aws.kms.grant',
    id: `${key}:${id}`,
    name: textOf(item, 'Name') || id,
    properties: {
      key_id: key,
      grantee_principal: textOf(item, 'GranteePrincipal'),
      retiring_principal: textOf(item, 'RetiringPrincipal'),
      operations: itemsAt(item, 'Operations'),
      constraints:
        constraints === undefined
          ? undefined
          : {
              encryption_context_equals: jsonAt(constraints, 'EncryptionContextEquals'),
              encryption_context_subset: jsonAt(constraints, 'EncryptionContextSubset'),
            },
    },
  };
}

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
        ownPolicy(jsonAt(json, 'Policy')),
      ),
      Tags: whenKnown(context.answer('kms:ListResourceTags', { KeyId: id }), (json) => tagPairs(itemsAt(json, 'Tags'))),
    },
  };
}

/** Nothing for the policy that KMS gives to keys made without one. Source: AWS KMS developer guide, "Default key policy", read 2026-11-22. */
function ownPolicy(text: Json | undefined): LiveValue {
  const policy = policyJson(text);
  if (policy === undefined || policy instanceof Missing) return policy;
  const statements = itemsAt(policy as Json, 'Statement'); // parsed above
  const isDefault = statements.length === 1 && statements.some((each) => textOf(each, 'Sid') === 'Enable IAM User Permissions');
  return isDefault && statements.every(isForWholeAccount) ? undefined : policy;
}

function isForWholeAccount(statement: Json): boolean {
  const isUnconditional = textOf(statement, 'Effect') === 'Allow' && jsonAt(statement, 'Condition') === undefined;
  const isAll = textOf(statement, 'Action') === 'kms:*' && textOf(statement, 'Resource') === '*';
  return isUnconditional && isAll && /^arn:[^:]+:iam::\d{12}:root$/.test(textOf(statement, 'Principal.AWS') ?? '');
}
