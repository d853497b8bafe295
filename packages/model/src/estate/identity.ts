/** AWS identities and policies. Sources: IAM API reference, hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { SourcedDocument } from './documents.ts';
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';

export interface AwsRole extends EntityBase {
  readonly kind: 'aws.role';
  readonly name: string;
  readonly path: string;
  readonly trust: Known<SourcedDocument | undefined>;
  /** ARN of the managed policy that bounds it. */
  readonly boundary: Known<string | undefined>;
  /** Days since it was last used; undefined: never within the tracking period, or not told. */
  readonly idleDays: Known<number | undefined>;
  readonly maxSessionSeconds: Known<number | undefined>;
}

export interface AwsUser extends EntityBase {
  readonly kind: 'aws.user';
  readonly name: string;
  readonly path: string;
  readonly boundary: Known<string | undefined>;
  /** A console password. */
  readonly hasPassword: Known<boolean>;
  readonly hasMfa: Known<boolean>;
  /** Days since the password or a key was used; undefined: never, or not told. */
  readonly idleDays: Known<number | undefined>;
}

export interface AwsGroup extends EntityBase {
  readonly kind: 'aws.group';
  readonly name: string;
  readonly path: string;
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
  readonly holderKind: 'aws.user' | 'aws.role' | 'aws.group';
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
}

export type AwsIdentityEntity =
  | AwsRole
  | AwsUser
  | AwsGroup
  | AwsAccessKey
  | AwsMembership
  | AwsManagedPolicy
  | AwsGrant
  | AwsInstanceProfile
  | AwsResourcePolicy
  | AwsIdentityProvider
  | AwsOrganizationPolicy
  | AwsOrganizationAttachment
  | AwsOrganizationNode
  | AwsKeyGrant;
