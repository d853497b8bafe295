/** A CodeArtifact domain. Source: hashicorp/aws documentation of aws_codeartifact_domain, AWS::CodeArtifact::Domain, read 2026-11-22. */
export interface ArtifactDomain {
  /** Default false: a key that AWS manages. */
  readonly hasCustomerKey: boolean;
}
