import type { LogSource } from '../sources.ts';
import { awsCloudTrail } from './mapping/aws-cloudtrail.ts';
import { awsCloudFront, awsLoadBalancer, awsRoute53Resolver, awsS3Access, awsVpcFlow, awsWaf } from './mapping/aws-network.ts';
import { azureActivity, azureAudit, azureDiagnostic, azureFlow, azureRisk, azureSignIn } from './mapping/azure.ts';
import { gcpAudit, gcpVpcFlow, googleWorkspace } from './mapping/google.ts';
import { bitbucketAudit, duoLog, gitHubAudit, kubernetesAudit, m365Audit, oktaSystem, oneLoginEvent } from './mapping/services.ts';
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
