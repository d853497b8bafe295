/** Headers that CloudFront adds to answers. Source: hashicorp/aws documentation of aws_cloudfront_response_headers_policy, AWS::CloudFront::ResponseHeadersPolicy, read 2026-11-22. */
export interface ResponseHeadersPolicy {
  /** Default false. */
  readonly hasHsts: boolean;
  readonly hstsMaxAgeSeconds: number | undefined;
  /** Default false. */
  readonly hstsSubdomains: boolean;
  /** It wins over the header of the origin. Default false. */
  readonly hstsOverrides: boolean;
  /** Default false. */
  readonly hstsPreload: boolean;
}
