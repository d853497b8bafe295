/** An address that starts a pipeline. Source: hashicorp/aws documentation of aws_codepipeline_webhook, AWS::CodePipeline::Webhook, read 2026-11-22. */
export interface PipelineWebhook {
  /** `GITHUB_HMAC`, `IP`, `UNAUTHENTICATED`. Required. */
  readonly authentication: string | undefined;
}
