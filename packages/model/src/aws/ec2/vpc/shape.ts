import type { AttrMap } from '../../../node.ts';

/** A VPC with the flow logs that name it. Source: hashicorp/aws documentation of aws_vpc and aws_flow_log, read 2026-11-22. */
export interface Vpc {
  readonly isDefault: boolean;
  readonly flowLogs: readonly FlowLog[];
  readonly tags: AttrMap<string>;
}

export interface FlowLog {
  /** `ALL`, `ACCEPT`, `REJECT`. Required unless the log is for a transit gateway. */
  readonly trafficType: string | undefined;
}
