import type { AttrMap } from '../../../node.ts';

/** A CodeBuild project. Source: hashicorp/aws documentation of aws_codebuild_project, AWS::CodeBuild::Project, read 2026-11-22. */
export interface CodeBuildProject {
  /** The primary ones first. */
  readonly artifacts: readonly BuildArtifact[];
  /** Default false: the key `alias/aws/s3`. */
  readonly hasCustomerKey: boolean;
  /** Builds are root on their host. Default false. */
  readonly isPrivileged: boolean;
  /** Variables of type `PLAINTEXT` that hold a credential → its kind. */
  readonly credentials: AttrMap<string>;
  /** The address of the source repository holds a user name and password or a token. */
  readonly sourceHoldsCredentials: boolean;
  /** `PRIVATE` (default) or `PUBLIC_READ`. */
  readonly visibility: string;
  /** `ENABLED` (default) or `DISABLED`. */
  readonly logsToCloudWatch: string;
  /** `DISABLED` (default) or `ENABLED`. */
  readonly logsToS3: string;
  /** Default false. */
  readonly s3LogsUnencrypted: boolean;
}

export interface BuildArtifact {
  /** `S3`, `CODEPIPELINE`, `NO_ARTIFACTS`. */
  readonly type: string | undefined;
  /** Default false. */
  readonly encryptionDisabled: boolean;
}
