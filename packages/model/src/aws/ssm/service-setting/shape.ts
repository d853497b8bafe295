/** A setting of Systems Manager for the account and region. Source: hashicorp/aws documentation of aws_ssm_service_setting, read 2026-11-22. */
export interface ServiceSetting {
  /** `/ssm/documents/console/public-sharing-permission` …, as a path or at the end of an ARN. */
  readonly settingId: string;
  readonly value: string;
}
