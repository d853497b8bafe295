import type { LogSource } from '../sources.ts';
import {
  awsCloudFront,
  awsCloudTrail,
  awsLoadBalancer,
  awsRoute53Resolver,
  awsS3Access,
  awsVpcFlow,
  awsWaf,
  azureActivity,
  azureAudit,
  azureDiagnostic,
  azureFlow,
  azureRisk,
  azureSignIn,
  bitbucketAudit,
  duoLog,
  gcpAudit,
  gcpVpcFlow,
  gitHubAudit,
  googleWorkspace,
  kubernetesAudit,
  m365Audit,
  oktaSystem,
  oneLoginEvent,
} from './mapping/index.ts';
import type { OcsfMapping } from './types.ts';

/** The mapping of each source to OCSF 1.8.0. */
export const OCSF_MAPPINGS: ReadonlyMap<LogSource, OcsfMapping> = new Map(
  [
    ...[awsCloudTrail, awsVpcFlow, awsS3Access, awsLoadBalancer, awsCloudFront, awsWaf, awsRoute53Resolver],
    ...[azureActivity, azureSignIn, azureAudit, azureRisk, azureFlow, azureDiagnostic],
    ...[gcpAudit, gcpVpcFlow, googleWorkspace, kubernetesAudit],
    ...[gitHubAudit, oktaSystem, m365Audit, oneLoginEvent, duoLog, bitbucketAudit],
  ].map((mapping) => [mapping.source, mapping] as const),
);
