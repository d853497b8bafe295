import type { FieldsOf } from '../../../code/index.ts';
import { defineLive, explicit, mapLeaf, object } from '../../../code/index.ts';
import { accountBlock } from '../public-access-block.ts';
import { cloudformation } from './cloudformation.ts';
import type { AclGrant, S3Bucket } from './shape.ts';

/** Like CloudFormation's bucket, with what templates cannot say: the grants that the ACL really holds, the account's block, MFA delete. */
export const live = defineLive<S3Bucket>({
  ...cloudformation,
  read(bucket, context): FieldsOf<S3Bucket> {
    const versioning = bucket.block('VersioningConfiguration');
    return {
      ...cloudformation.read(bucket, context),
      accountBlock: accountBlock(bucket, context),
      hasOlderGrants: explicit(true, bucket.place),
      policyIsPublic: bucket.boolean('PolicyIsPublic'),
      acl: explicit('private', bucket.placeOf('Grants')),
      grants: bucket.list<AclGrant>('Grants', (grant) =>
        object<AclGrant>({ uri: grant.string('Uri'), permission: grant.string('Permission', { required: true }) }, grant.place),
      ),
      // No controls: the bucket is older than they are, and its ACLs count (S3 User Guide, "Controlling ownership of objects").
      objectOwnership: bucket.block('OwnershipControls').block('Rules').string('ObjectOwnership', { default: 'ObjectWriter' }),
      versioning: object<S3Bucket['versioning']>(
        {
          status: versioning.string('Status', { default: 'Disabled' }),
          mfaDelete: mapLeaf(versioning.string('MFADelete', { default: 'Disabled' }), (value) => value),
        },
        versioning.place,
      ),
    };
  },
});
