/** One table for each source; what tables can say is `../types.ts`. */
export { awsCloudTrail } from './aws-cloudtrail.ts';
export { awsCloudFront, awsLoadBalancer, awsRoute53Resolver, awsS3Access, awsVpcFlow, awsWaf } from './aws-network.ts';
export { azureActivity, azureAudit, azureDiagnostic, azureFlow, azureRisk, azureSignIn } from './azure.ts';
export { gcpAudit, gcpVpcFlow, googleWorkspace } from './google.ts';
export { bitbucketAudit, duoLog, gitHubAudit, kubernetesAudit, m365Audit, oktaSystem, oneLoginEvent } from './services.ts';
