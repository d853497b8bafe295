import type { Ref } from '../../../node.ts';
import type { LogGroup } from '../../logs/group/shape.ts';

/** A flow log of a VPC, subnet or interface. Source: hashicorp/aws documentation of aws_flow_log, read 2026-11-22. */
export interface VpcFlowLog {
  /** `cloud-watch-logs`, `s3`, `kinesis-data-firehose`. Default `cloud-watch-logs`. */
  readonly destinationType: string;
  readonly logGroup: Ref<LogGroup> | undefined;
}
