import type { PolicyDocument } from '../../../policy/index.ts';

/** Who may use an event bus: a policy document, or one permission in short form. Source: hashicorp/aws documentation of aws_cloudwatch_event_bus_policy and aws_cloudwatch_event_permission, AWS::Events::EventBusPolicy, read 2026-11-22. */
export interface BusPolicy {
  /** Undefined: the short form. */
  readonly document: PolicyDocument | undefined;
  /** Of the short form: an account, or `*`. */
  readonly principal: string | undefined;
  /** The short form holds for one organization only. Default false. */
  readonly isLimited: boolean;
}
