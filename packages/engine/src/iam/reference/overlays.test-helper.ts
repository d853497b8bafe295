/** What grants outside of policies: access control lists of S3 and grants of KMS. */
import type { Row } from './row.test-helper.ts';
import { isJson } from './row.test-helper.ts';
import { named } from './who.test-helper.ts';
import type { Who } from './who.test-helper.ts';

/** S3 guide, "Access control list (ACL) overview", mapping of ACL permissions and access policy permissions. */
const BY_ACL: Readonly<Record<string, readonly string[]>> = {
  'bucket READ': ['s3:listbucket', 's3:listbucketversions', 's3:listbucketmultipartuploads'],
  'bucket WRITE': ['s3:putobject'],
  'bucket READ_ACP': ['s3:getbucketacl'],
  'bucket WRITE_ACP': ['s3:putbucketacl'],
  'object READ': ['s3:getobject', 's3:getobjectversion'],
  'object READ_ACP': ['s3:getobjectacl', 's3:getobjectversionacl'],
  'object WRITE_ACP': ['s3:putobjectacl', 's3:putobjectversionacl'],
};

/** A public list counts for nothing while public access is blocked (IgnorePublicAcls). */
export function aclGrants({ request, settings }: Row, who: Who): boolean {
  return (settings?.acl ?? []).some(({ grantee, permission, on }) => {
    const permissions = permission === 'FULL_CONTROL' ? ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP'] : [permission];
    if (!permissions.some((each) => BY_ACL[`${on} ${each}`]?.includes(request.action.toLowerCase()))) return false;
    if (grantee === who.account) return true;
    if (settings?.s3BlockPublicAccess === true) return false;
    return grantee === 'AllUsers' || (grantee === 'AuthenticatedUsers' && who.kind !== 'anonymous');
  });
}

/** KMS guide, "Grants in AWS KMS": the grantee may do the operations, with the encryption context that the grant wants. */
export function kmsGrants({ request, settings }: Row, who: Who): boolean {
  return (settings?.kmsGrants ?? []).some(({ grantee, operations, encryptionContext }) => {
    if (!operations.some((operation) => `kms:${operation}`.toLowerCase() === request.action.toLowerCase())) return false;
    const element = who.kind === 'service' ? { Service: grantee } : { AWS: grantee };
    return named({ Principal: element }, who) !== null && hasEncryptionContext(request.context, encryptionContext);
  });
}

function hasEncryptionContext(context: Row['request']['context'], wanted: unknown): boolean {
  if (!isJson(wanted) || !isJson(wanted.pairs)) return true;
  const prefix = 'kms:EncryptionContext:';
  const given = Object.keys(context).filter((key) => key.startsWith(prefix));
  const pairs = Object.entries(wanted.pairs);
  return pairs.every(([key, value]) => context[prefix + key] === value) && (wanted.kind === 'subset' || given.length === pairs.length);
}
