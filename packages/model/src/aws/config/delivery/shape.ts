/** Whether what AWS Config records arrives. Only a live account says it. Source: AWS Config API reference, DeliveryChannelStatus, read 2026-11-22. */
export interface ConfigDelivery {
  /** Of the files of changes in the bucket: `Success`, `Failure`, `Not_Applicable`. Undefined: none was due yet. */
  readonly historyStatus: string | undefined;
  readonly historyError: string | undefined;
  /** Of the messages to the topic. */
  readonly streamStatus: string | undefined;
  readonly streamError: string | undefined;
}
