/** What starts the builds of a project. Source: hashicorp/aws documentation of aws_codebuild_webhook, read 2026-11-22. */
export interface BuildWebhook {
  readonly filters: readonly BuildFilter[];
}

export interface BuildFilter {
  /** `EVENT`, `ACTOR_ACCOUNT_ID`, `HEAD_REF`, `BASE_REF`, `REPOSITORY_NAME` … */
  readonly type: string | undefined;
  /** A regular expression, found anywhere in the text. */
  readonly pattern: string | undefined;
  /** Builds are started when it does not match. Default false. */
  readonly excludes: boolean;
}
