import type { PolicyDocument } from '../../../policy/index.ts';

/** An OpenSearch or Elasticsearch domain. Source: hashicorp/aws documentation of aws_opensearch_domain and aws_elasticsearch_domain, read 2026-11-22. */
export interface SearchDomain {
  /** Default false. */
  readonly encryptionAtRest: boolean;
  /** The endpoint lies inside a VPC. */
  readonly isInVpc: boolean;
  readonly accessPolicy: PolicyDocument | undefined;
}
