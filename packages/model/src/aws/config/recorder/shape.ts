/** An AWS Config recorder with its switch. Source: hashicorp/aws documentation of aws_config_configuration_recorder and its status, read 2026-11-22. */
export interface Recorder {
  /** The status resource starts it; without one the recorder is defined but does not run: default false. */
  readonly isRecording: boolean;
  /** Records every supported resource type of the region. Default true. */
  readonly recordsAllTypes: boolean;
  /** IAM users, groups, roles and policies are recorded too. Default false. */
  readonly recordsGlobalTypes: boolean;
  /** ARN of its role; unknown parts are holes. */
  readonly roleArn: string;
}
