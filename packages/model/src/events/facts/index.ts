/** What a record says, in the words that all logs share. One reader for each source; nothing here decides whether it is bad. */
import type { EventFacts, LogEvent } from '../event.ts';
import type { LogSource } from '../sources.ts';
import { cloudTrailFacts } from './aws-cloudtrail.ts';
import { cloudFrontFacts, loadBalancerFacts, resolverFacts, s3AccessFacts, vpcFlowFacts, wafFacts } from './aws-network.ts';
import { azureActivityFacts, azureDiagnosticFacts, azureFlowFacts } from './azure.ts';
import { directoryAuditFacts, riskFacts, signInFacts } from './entra.ts';
import { gcpAuditFacts, gcpFlowFacts, workspaceFacts } from './google.ts';
import { kubernetesFacts } from './kubernetes.ts';
import { bitbucketFacts, duoFacts, gitHubFacts, m365Facts, oktaFacts, oneLoginFacts } from './services.ts';

const READERS: Readonly<Record<LogSource, (event: LogEvent) => EventFacts>> = {
  'aws.cloudtrail': cloudTrailFacts,
  'aws.vpc-flow': vpcFlowFacts,
  'aws.s3-access': s3AccessFacts,
  'aws.load-balancer': loadBalancerFacts,
  'aws.cloudfront': cloudFrontFacts,
  'aws.waf': wafFacts,
  'aws.route53-resolver': resolverFacts,
  'azure.activity': azureActivityFacts,
  'azure.signin': signInFacts,
  'azure.audit': directoryAuditFacts,
  'azure.risk': riskFacts,
  'azure.flow': azureFlowFacts,
  'azure.diagnostic': azureDiagnosticFacts,
  'gcp.audit': gcpAuditFacts,
  'gcp.vpc-flow': gcpFlowFacts,
  'google.workspace': workspaceFacts,
  'kubernetes.audit': kubernetesFacts,
  'github.audit': gitHubFacts,
  'okta.system': oktaFacts,
  'm365.audit': m365Facts,
  'onelogin.event': oneLoginFacts,
  'duo.log': duoFacts,
  'bitbucket.audit': bitbucketFacts,
};

/** The facts of an event. Never throws; a record that says nothing of something has null there. About a microsecond for CloudTrail. */
export function eventFacts(event: LogEvent): EventFacts {
  return READERS[event.source](event);
}
export { auditLogOf } from './google.ts';
export type { Raw } from './read.ts';
export { child, first, list, text } from './read.ts';
