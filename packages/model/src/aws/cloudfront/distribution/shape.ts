/** A CloudFront distribution. Source: hashicorp/aws documentation of aws_cloudfront_distribution, read 2026-11-22. */
export interface Distribution {
  /** The default behavior first. */
  readonly behaviors: readonly CacheBehavior[];
  /** A web ACL is attached. */
  readonly hasWebAcl: boolean;
}

export interface CacheBehavior {
  /** `*` for the default behavior. */
  readonly pathPattern: string;
  /** `allow-all`, `https-only`, `redirect-to-https`. Required. */
  readonly viewerProtocolPolicy: string | undefined;
}
