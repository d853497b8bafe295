/** AWS identities and policies. Sources: IAM API reference, hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { SourcedDocument } from './documents.ts';
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';

/** Somebody whose ARN stands in policies. */
interface AwsPrincipalBase extends EntityBase {
  readonly name: string;
  /** Begins and ends with `/`. */
  readonly path: string;
  /** Only named here (a data source): what it holds beyond the grants that were read is not known. */
  readonly isStub: boolean;
}

export interface AwsRole extends AwsPrincipalBase {
  readonly kind: 'aws.role';
  readonly trust: Known<SourcedDocument | undefined>;
  /** ARN of the managed policy that bounds it. */
  readonly boundary: Known<string | undefined>;
  /** Days since it was last used; undefined: never within the tracking period, or not told. */
  readonly idleDays: Known<number | undefined>;
  readonly maxSessionSeconds: Known<number | undefined>;
}

export interface AwsUser extends AwsPrincipalBase {
  readonly kind: 'aws.user';
  readonly boundary: Known<string | undefined>;
  /** A console password, as far as the user's own block says: one of Terraform's login profiles is an {@link AwsLoginProfile}. */
  readonly hasPassword: Known<boolean>;
  /** Undecided in code: devices are assigned by their owners. */
  readonly hasMfa: Known<boolean>;
  /** Days since the password or a key was used; undefined: never, or not told. */
  readonly idleDays: Known<number | undefined>;
}

export interface AwsGroup extends AwsPrincipalBase {
  readonly kind: 'aws.group';
}

/** A console password of a user, where it is a block of its own. */
export interface AwsLoginProfile extends EntityBase {
  readonly kind: 'aws.login-profile';
  readonly user: Known<string | undefined>;
}

/** One key of a user. */
export interface AwsAccessKey extends EntityBase {
  readonly kind: 'aws.access-key';
  /** Name of the user as written. */
  readonly user: Known<string | undefined>;
  readonly isActive: Known<boolean>;
  readonly ageDays: Known<number | undefined>;
  readonly idleDays: Known<number | undefined>;
}

export interface AwsMembership extends EntityBase {
  readonly kind: 'aws.membership';
  readonly users: Texts;
  readonly groups: Texts;
}

/** A policy of the account or of AWS, by ARN. */
export interface AwsManagedPolicy extends EntityBase {
  readonly kind: 'aws.managed-policy';
  readonly document: Known<SourcedDocument | undefined>;
}

/** A policy held by principals: inline (`document`) or by name (`policy`). */
export interface AwsGrant extends EntityBase {
  readonly kind: 'aws.grant';
  readonly holderKind: 'aws.user' | 'aws.role' | 'aws.group' | 'aws.permission-set';
  /** Names or ARNs of the holders. */
  readonly holders: Texts;
  /** ARN of a managed policy; undefined for an inline one. */
  readonly policy: Known<string | undefined>;
  readonly document: Known<SourcedDocument | undefined>;
}

export interface AwsInstanceProfile extends EntityBase {
  readonly kind: 'aws.instance-profile';
  readonly roles: Texts;
}

/** The policy of a resource; all of one resource together are its policy. */
export interface AwsResourcePolicy extends EntityBase {
  readonly kind: 'aws.resource-policy';
  /** What it is the policy of, as written: ARN, name or id. */
  readonly resource: Known<string | undefined>;
  /** `s3.bucket`, `kms.key`, `sqs.queue`, `lambda.function` … */
  readonly resourceKind: string;
  readonly document: Known<SourcedDocument | undefined>;
  /** What the service gives to a thing without policy: only counts when nothing else says what its policy is. */
  readonly isDefault: boolean;
}

/** S3 Block Public Access of an account, a bucket or an access point. */
export interface AwsS3PublicAccess extends EntityBase {
  readonly kind: 'aws.s3-public-access';
  /** Bucket or access point as written; undefined: the whole account. */
  readonly resource: Known<string | undefined>;
  readonly blockAcls: Known<boolean>;
  readonly ignoreAcls: Known<boolean>;
  readonly blockPolicy: Known<boolean>;
  readonly restrictBuckets: Known<boolean>;
}

/** The access control list of a bucket, or who owns its objects. */
export interface AwsS3Acl extends EntityBase {
  readonly kind: 'aws.s3-acl';
  readonly bucket: Known<string | undefined>;
  /** `BucketOwnerEnforced`: lists do not count. Undefined: this block does not say. */
  readonly ownership: Known<string | undefined>;
  /** Entries beyond the owner's own; undefined: this block does not say. */
  readonly grants: Known<readonly AwsS3AclGrant[] | undefined>;
}

export interface AwsS3AclGrant {
  /** A canonical user id, or `AllUsers`, `AuthenticatedUsers`, `LogDelivery`. */
  readonly grantee: string;
  readonly permission: 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';
}

/** An identity provider that roles may trust. */
export interface AwsIdentityProvider extends EntityBase {
  readonly kind: 'aws.identity-provider';
  readonly protocol: 'oidc' | 'saml';
  /** Host and path of the issuer. */
  readonly url: Known<string | undefined>;
  readonly audiences: Texts;
}

/** A service or resource control policy, and where it hangs. */
export interface AwsOrganizationPolicy extends EntityBase {
  readonly kind: 'aws.organization-policy';
  readonly policyType: Known<string>;
  readonly document: Known<SourcedDocument | undefined>;
}

export interface AwsOrganizationAttachment extends EntityBase {
  readonly kind: 'aws.organization-attachment';
  readonly policy: Known<string | undefined>;
  /** Root, organizational unit or account. */
  readonly target: Known<string | undefined>;
}

/** Root, organizational unit or account, and what it lies under. */
export interface AwsOrganizationNode extends EntityBase {
  readonly kind: 'aws.organization-node';
  readonly parent: Known<string | undefined>;
  readonly isManagementAccount: Known<boolean>;
}

/** KMS grant: beyond policies. */
export interface AwsKeyGrant extends EntityBase {
  readonly kind: 'aws.key-grant';
  readonly key: Known<string | undefined>;
  readonly grantee: Known<string | undefined>;
  readonly operations: Texts;
  /** Undefined: in every encryption context. */
  readonly encryptionContext: Known<{ readonly kind: 'subset' | 'equals'; readonly pairs: Readonly<Record<string, string>> } | undefined>;
}

/** A second name of a key. */
export interface AwsKeyAlias extends EntityBase {
  readonly kind: 'aws.key-alias';
  readonly key: Known<string | undefined>;
}

/** A permission set of Identity Center: a role in each account it is assigned in. */
export interface AwsPermissionSet extends EntityBase {
  readonly kind: 'aws.permission-set';
  readonly name: string;
  /** ARN of a managed policy; a customer's as `~customer-policy/PATH/NAME`, which is one of each account. */
  readonly boundary: Known<string | undefined>;
}

/** The boundary of a permission set, where it is a block of its own. */
export interface AwsPermissionSetBoundary extends EntityBase {
  readonly kind: 'aws.permission-set-boundary';
  readonly permissionSet: Known<string | undefined>;
  readonly boundary: Known<string | undefined>;
}

export interface AwsPermissionSetAssignment extends EntityBase {
  readonly kind: 'aws.permission-set-assignment';
  readonly permissionSet: Known<string | undefined>;
  /** Id of the account the people get in. */
  readonly target: Known<string | undefined>;
  /** Id of the user or group. */
  readonly principal: Known<string | undefined>;
  readonly principalType: Known<string | undefined>;
}

/** Who of AWS is who in a cluster: an access entry, or a line of the ConfigMap aws-auth. */
export interface AwsEksAccess extends EntityBase {
  readonly kind: 'aws.eks-access';
  /** Name of the cluster; undefined: the one the manifest is for. */
  readonly cluster: Known<string | undefined>;
  readonly principal: Known<string | undefined>;
  /** Groups of Kubernetes. */
  readonly groups: Texts;
  /** ARN of an access policy of EKS (`…/AmazonEKSClusterAdminPolicy`). */
  readonly policy: Known<string | undefined>;
  /** Namespaces the policy holds in; empty: all of the cluster. */
  readonly namespaces: Texts;
}

/** A service account of a cluster that acts as a role (EKS Pod Identity). */
export interface AwsPodIdentity extends EntityBase {
  readonly kind: 'aws.pod-identity';
  readonly cluster: Known<string | undefined>;
  readonly namespace: Known<string | undefined>;
  readonly serviceAccount: Known<string | undefined>;
  readonly role: Known<string | undefined>;
}

export type AwsIdentityEntity =
  | AwsRole
  | AwsUser
  | AwsGroup
  | AwsLoginProfile
  | AwsAccessKey
  | AwsMembership
  | AwsManagedPolicy
  | AwsGrant
  | AwsInstanceProfile
  | AwsResourcePolicy
  | AwsS3PublicAccess
  | AwsS3Acl
  | AwsIdentityProvider
  | AwsOrganizationPolicy
  | AwsOrganizationAttachment
  | AwsOrganizationNode
  | AwsKeyGrant
  | AwsKeyAlias
  | AwsPermissionSet
  | AwsPermissionSetBoundary
  | AwsPermissionSetAssignment
  | AwsEksAccess
  | AwsPodIdentity;
