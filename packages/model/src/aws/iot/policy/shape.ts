import type { PolicyDocument } from '../../../policy/index.ts';

/** What devices may do. Source: hashicorp/aws documentation of aws_iot_policy, AWS::IoT::Policy, read 2026-11-22. */
export interface IotPolicy {
  readonly document: PolicyDocument | undefined;
}
