import type { AttrMap, Ref } from '../../../node.ts';
import type { PolicyDocument } from '../../../policy/index.ts';
import type { MetadataOptions } from '../launch-template/shape.ts';
import type { SecurityGroup } from '../security-group/shape.ts';

/** A virtual machine, with what its launch template and role add. Source: hashicorp/aws documentation of aws_instance, read 2026-11-22. */
export interface Instance {
  readonly metadata: MetadataOptions;
  /** See `publicAddressOf`. */
  readonly hasPublicAddress: boolean | undefined;
  /** Without any, the VPC's default group holds, which is not known. */
  readonly securityGroups: readonly Ref<SecurityGroup>[];
  /** An instance profile is attached. */
  readonly hasRole: boolean;
  /** Inline and customer managed policies of the role. */
  readonly rolePolicies: readonly PolicyDocument[];
  /** ARNs of the AWS managed policies of the role. */
  readonly roleManagedPolicies: readonly string[];
  /** Names, name patterns or public parameters by which the code finds the image. Outside: only the id of the image is known. */
  readonly imageNames: readonly string[];
  /** Metrics every minute. Default false. */
  readonly detailedMonitoring: boolean;
  /** It cannot be terminated through the API. Default false. */
  readonly terminationProtection: boolean;
  /** With the provider's default tags. */
  readonly tags: AttrMap<string>;
}
