/** Where test reports of builds go. Source: hashicorp/aws documentation of aws_codebuild_report_group, AWS::CodeBuild::ReportGroup, read 2026-11-22. */
export interface ReportGroup {
  /** Of exports to S3. Default false. */
  readonly encryptionDisabled: boolean;
}
