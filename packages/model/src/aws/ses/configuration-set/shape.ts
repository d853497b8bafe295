/** How Amazon SES sends mail. Source: hashicorp/aws documentation of aws_ses_configuration_set and aws_sesv2_configuration_set, AWS::SES::ConfigurationSet, read 2026-11-22. */
export interface MailConfigurationSet {
  /** `Require` or `Optional` (default), in any case. */
  readonly tlsPolicy: string;
}
