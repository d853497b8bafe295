/** KMS beside its policies: grants and aliases. Source: AWS KMS developer guide, "Grants in AWS KMS", read 2026-11-22. */
import { HOLE } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import type { AwsIdentityEntity, AwsKeyGrant } from '../identity.ts';
import { known } from '../undecided.ts';
import { Fields } from './fields.ts';

const grants: EntityReader<AwsIdentityEntity> = {
  types: ['aws_kms_grant', 'aws.kms.grant'],
  read(block, context) {
    const fields = Fields.of(block, context);
    return [
      {
        ...context.base,
        kind: 'aws.key-grant',
        key: fields.text('key_id'),
        grantee: fields.text('grantee_principal'),
        operations: fields.list('operations'),
        encryptionContext: contextOf(fields),
      },
    ];
  },
};

function contextOf(fields: Fields): AwsKeyGrant['encryptionContext'] {
  const constraints = fields.nested('constraints');
  for (const [attribute, kind] of [
    ['encryption_context_equals', 'equals'],
    ['encryption_context_subset', 'subset'],
  ] as const) {
    if (!constraints.has(attribute)) continue;
    const { entries, rest } = constraints.block.stringMap(attribute);
    if (rest) return { undecided: rest.reason ?? { code: 'computed', detail: 'the constraints are not known' } };
    const pairs = [...entries].map(([key, leaf]) => {
      const value = known(leaf);
      return [key, typeof value === 'string' ? value : HOLE] as const;
    });
    return { kind, pairs: Object.fromEntries(pairs) };
  }
  return undefined;
}

const aliases: EntityReader<AwsIdentityEntity> = {
  types: ['aws_kms_alias', 'AWS::KMS::Alias'],
  read(block, context) {
    const fields = Fields.of(block, context);
    return [{ ...context.base, kind: 'aws.key-alias', key: fields.text('target_key_id', 'TargetKeyId') }];
  },
};

export const keyAccessReaders: readonly EntityReader<AwsIdentityEntity>[] = [grants, aliases];
