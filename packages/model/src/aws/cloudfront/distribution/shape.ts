import type { Ref } from '../../../node.ts';
import type { WebAcl } from '../../wafv2/web-acl/shape.ts';

/** A CloudFront distribution. Source: hashicorp/aws documentation of aws_cloudfront_distribution, AWS::CloudFront::Distribution, read 2026-11-22. */
export interface Distribution {
  /** The default behavior first. */
  readonly behaviors: readonly CacheBehavior[];
  readonly origins: readonly Origin[];
  readonly originGroups: readonly OriginGroup[];
  /** A web ACL is attached. */
  readonly hasWebAcl: boolean;
  readonly webAcl: Ref<WebAcl> | undefined;
  /** Access logs of the old kind, in a bucket. Default false. */
  readonly logsRequests: boolean;
  readonly hasDefaultRootObject: boolean;
  /** A certificate of the account. Default false: that of `*.cloudfront.net`. */
  readonly hasOwnCertificate: boolean;
  /** `TLSv1` (default, and always with the certificate of CloudFront) … `TLSv1.2_2021`, `TLSv1.3_2025`. */
  readonly minimumTls: string;
  /** `sni-only`, `vip`, `static-ip`; undefined with the certificate of CloudFront. */
  readonly certificateSupport: string | undefined;
  /** `none`, `whitelist`, `blacklist`. */
  readonly geoRestriction: string;
}

export interface CacheBehavior {
  /** `*` for the default behavior. */
  readonly pathPattern: string;
  /** `allow-all`, `https-only`, `redirect-to-https`. Required. */
  readonly viewerProtocolPolicy: string | undefined;
  /** Default false. */
  readonly hasResponseHeadersPolicy: boolean;
}

export interface Origin {
  readonly label: string | undefined;
  /** A bucket by its REST address; a website of a bucket is a custom origin. */
  readonly isBucket: boolean;
  /** By origin access control or an origin access identity. */
  readonly hasOriginAccess: boolean;
  /** `http-only`, `match-viewer`, `https-only`; undefined: no custom origin. */
  readonly protocolPolicy: string | undefined;
  /** `SSLv3`, `TLSv1`, `TLSv1.1`, `TLSv1.2`. */
  readonly tlsVersions: readonly string[];
}

export interface OriginGroup {
  /** Each is one; two are needed. */
  readonly members: readonly OriginGroupMember[];
  /** Answers of the first member after which the second is asked. */
  readonly failoverCodes: readonly string[];
}

export interface OriginGroupMember {
  readonly originId: string | undefined;
}
