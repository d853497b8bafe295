import type { PolicyDocument } from '../../../policy/index.ts';

/** An OpenSearch or Elasticsearch domain. Source: hashicorp/aws documentation of aws_opensearch_domain and aws_elasticsearch_domain, read 2026-11-22. */
export interface SearchDomain {
  /** Default false. */
  readonly encryptionAtRest: boolean;
  /** The endpoint lies inside a VPC. */
  readonly isInVpc: boolean;
  readonly accessPolicy: PolicyDocument | undefined;
  readonly hasCustomerKey: boolean;
  /** Default false. */
  readonly nodeToNodeEncryption: boolean;
  /** Default false. Terraform: true as soon as `domain_endpoint_options` is written. */
  readonly enforcesHttps: boolean;
  /** Default `Policy-Min-TLS-1-0-2019-07`. */
  readonly tlsPolicy: string;
  /** Log types that are published: `AUDIT_LOGS`, `INDEX_SLOW_LOGS`, `SEARCH_SLOW_LOGS`, `ES_APPLICATION_LOGS`. */
  readonly publishedLogs: readonly string[];
  /** Users and roles inside of the domain. Default false. */
  readonly fineGrainedAccess: boolean;
  /** Default false. */
  readonly dedicatedMasters: boolean;
  /** Undefined: not written. */
  readonly dedicatedMasterCount: number | undefined;
  /** Data nodes. Default 1. */
  readonly dataNodes: number;
  /** Default false. */
  readonly zoneAwareness: boolean;
  /** Security groups are chosen; else the VPC's default group holds. */
  readonly hasSecurityGroups: boolean;
  /** Service software is updated by itself. Default false. */
  readonly autoSoftwareUpdate: boolean;
}
