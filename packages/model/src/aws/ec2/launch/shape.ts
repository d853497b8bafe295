import type { TextCredential } from '../../../secrets/index.ts';

/** Whatever says how instances are launched: an instance, a spot request, a launch template, a launch configuration. */
export interface Launch {
  /** False for a launch template or configuration. */
  readonly isInstance: boolean;
  /** True also through an Elastic IP or the subnet. Undefined: a template that leaves it to the subnet. */
  readonly hasPublicAddress: boolean | undefined;
  /** The first credential in the user data; undefined when there is none. */
  readonly userDataCredential: TextCredential | undefined;
}
