import type { Ref } from '../../../node.ts';
import type { S3Bucket } from '../../s3/bucket/shape.ts';

/** A CloudTrail trail. Source: hashicorp/aws documentation of aws_cloudtrail, read 2026-11-22. */
export interface Trail {
  /** Default false. */
  readonly isMultiRegion: boolean;
  /** Default true. */
  readonly isLogging: boolean;
  /** Some event selector records the management events that change something; a trail without selectors does. */
  readonly recordsManagementEvents: boolean;
  /** Digest files are written. Default false. */
  readonly logFileValidation: boolean;
  /** A KMS key encrypts the files (otherwise SSE-S3). */
  readonly hasKmsKey: boolean;
  /** Events also go to a CloudWatch log group. */
  readonly hasLogGroup: boolean;
  /** A topic tells about each new file. */
  readonly hasTopic: boolean;
  /** Insights look for unusual rates of calls or errors. */
  readonly hasInsights: boolean;
  readonly dataEvents: readonly DataEvents[];
  readonly bucket: Ref<S3Bucket>;
}

/** What one selector records of the calls on data. */
export interface DataEvents {
  /** `AWS::S3::Object`, `AWS::Lambda::Function` … */
  readonly resourceType: string;
  /** All resources of that type, not only those it names. */
  readonly isWhole: boolean;
  readonly reads: boolean;
  readonly writes: boolean;
}
