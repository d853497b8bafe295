/** Sigma's `logsource` → the logs of ours that a rule runs on. Sources: Sigma taxonomy appendix 2.1.0 and the log sources of SigmaHQ's cloud rules. */
import type { LogSource, SigmaLogSource } from '@kumomori/model';

type Table = Readonly<Record<string, readonly LogSource[]>>;

/** By product; the sources of a rule that names no service. */
const PRODUCTS: Table = {
  aws: ['aws.cloudtrail', 'aws.vpc-flow', 'aws.s3-access', 'aws.load-balancer', 'aws.cloudfront', 'aws.waf', 'aws.route53-resolver'],
  azure: ['azure.activity', 'azure.signin', 'azure.audit', 'azure.risk', 'azure.flow', 'azure.diagnostic'],
  gcp: ['gcp.audit', 'gcp.vpc-flow', 'google.workspace'],
  google_workspace: ['google.workspace'],
  kubernetes: ['kubernetes.audit'],
  github: ['github.audit'],
  okta: ['okta.system'],
  m365: ['m365.audit'],
  office365: ['m365.audit'],
  onelogin: ['onelogin.event'],
  cisco: ['duo.log'],
  duo: ['duo.log'],
  bitbucket: ['bitbucket.audit'],
};

/** By product and service. */
const SERVICES: Table = {
  'aws/cloudtrail': ['aws.cloudtrail'],
  'aws/vpcflow': ['aws.vpc-flow'],
  'aws/vpc_flow': ['aws.vpc-flow'],
  'aws/s3': ['aws.s3-access'],
  'aws/s3_access': ['aws.s3-access'],
  'aws/elb': ['aws.load-balancer'],
  'aws/alb': ['aws.load-balancer'],
  'aws/cloudfront': ['aws.cloudfront'],
  'aws/waf': ['aws.waf'],
  'aws/route53': ['aws.route53-resolver'],
  'aws/route53_resolver': ['aws.route53-resolver'],
  'azure/activitylogs': ['azure.activity'],
  'azure/signinlogs': ['azure.signin'],
  'azure/auditlogs': ['azure.audit'],
  'azure/azureactivity': ['azure.activity'],
  'azure/riskdetection': ['azure.risk'],
  'azure/pim': ['azure.audit', 'azure.risk'],
  'azure/microsoft365portal': ['m365.audit'],
  'azure/nsgflow': ['azure.flow'],
  'azure/diagnostic': ['azure.diagnostic'],
  'gcp/gcp.audit': ['gcp.audit'],
  'gcp/audit': ['gcp.audit'],
  'gcp/vpcflow': ['gcp.vpc-flow'],
  'gcp/google_workspace.admin': ['google.workspace'],
  'gcp/google_workspace.login': ['google.workspace'],
  'kubernetes/audit': ['kubernetes.audit'],
  'github/audit': ['github.audit'],
  'okta/okta': ['okta.system'],
  'onelogin/onelogin.events': ['onelogin.event'],
  'cisco/duo': ['duo.log'],
  'bitbucket/audit': ['bitbucket.audit'],
};

/** Rules that name a service only. */
const BY_SERVICE: Table = {
  cloudtrail: ['aws.cloudtrail'],
  'gcp.audit': ['gcp.audit'],
  okta: ['okta.system'],
  'onelogin.events': ['onelogin.event'],
};

/** Empty when no log of ours is meant (Windows, Linux, proxies …). */
export function logSourcesOf({ product, service }: Pick<SigmaLogSource, 'product' | 'service'>): readonly LogSource[] {
  const [p, s] = [product?.toLowerCase() ?? null, service?.toLowerCase() ?? null];
  if (p === null) return s === null ? [] : (own(BY_SERVICE, s) ?? []);
  if (s === null) return own(PRODUCTS, p) ?? [];
  const exact = own(SERVICES, `${p}/${s}`);
  if (exact) return exact;
  // Products whose services (m365: audit, exchange, threat_management …) all come in one log.
  const all = own(PRODUCTS, p) ?? [];
  return all.length === 1 ? all : s.startsWith('google_workspace') ? ['google.workspace'] : [];
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
