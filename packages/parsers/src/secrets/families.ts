/**
 * The formats of credentials that are looked for in text. Facts of the providers' documentation, read 2026-11-22: AWS IAM (unique ID
 * prefixes) and Bedrock, Google Cloud (API keys, OAuth, service account keys), Azure (storage, service bus, Cosmos DB, App Configuration,
 * container registry, DevOps, Entra ID), and of each service named below. Every pattern is linear: bounded or disjoint repetitions, none
 * nested. A family without a telling beginning asks for a keyword nearby and for entropy.
 */
export interface SecretFamily {
  /** Ends the id of the check: `secrets-code-github-token`. */
  readonly id: string;
  /** Lower-case; one of them must stand in the text before the pattern is tried. */
  readonly keywords: readonly string[];
  /** With the `g` flag; the secret is the group `secret`, else the whole match. */
  readonly pattern: RegExp;
  /** Bits for each character that the secret must have at least. */
  readonly entropy?: number;
  /** More than the pattern can say. */
  accepts?(secret: string, text: string, at: number): boolean;
}

const START = '(?<![A-Za-z0-9])';
const END = '(?![A-Za-z0-9])';
/** `NAME = "value"`, `name: value`: what stands between a name and its value. */
const IS = '["\'`]?\\s{0,5}(?:=>|:=|[:=])\\s{0,5}["\'`]?';

const token = (pattern: string): RegExp => new RegExp(`${START}(?<secret>${pattern})${END}`, 'g');
const named = (name: string, value: string): RegExp => new RegExp(`${name}[\\w.-]{0,30}${IS}(?<secret>${value})(?![A-Za-z0-9/+_-])`, 'gi');

export const secretFamilies: readonly SecretFamily[] = [
  // AWS
  { id: 'aws-access-key', keywords: ['akia', 'asia'], pattern: token('(?:AKIA|ASIA)[A-Z2-7]{16}'), entropy: 2.5 },
  {
    id: 'aws-secret-key',
    keywords: ['secret', 'aws'],
    pattern: named('(?:aws_?)?secret_?(?:access_?)?key', '[A-Za-z0-9/+]{40}'),
    entropy: 4,
  },
  { id: 'aws-session-token', keywords: ['session'], pattern: named('session_?token', '(?:IQoJ|FwoG|FQoG)[A-Za-z0-9/+=]{100,2000}') },
  {
    id: 'aws-bedrock-key',
    keywords: ['absk', 'bedrock-api-key'],
    pattern: token('(?:ABSK[A-Za-z0-9+/]{100,140}={0,2}|bedrock-api-key-[A-Za-z0-9+/]{60,4000}={0,2})'),
  },
  // Google Cloud
  {
    id: 'gcp-service-account-key',
    keywords: ['service_account'],
    pattern: /"private_key"\s{0,5}:\s{0,5}"(?<secret>-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^"]{50,4000})"/g,
  },
  { id: 'gcp-api-key', keywords: ['aiza'], pattern: token('AIza[A-Za-z0-9_-]{35}'), entropy: 3 },
  { id: 'gcp-oauth-client-secret', keywords: ['gocspx-'], pattern: token('GOCSPX-[A-Za-z0-9_-]{28}') },
  { id: 'gcp-oauth-token', keywords: ['ya29.'], pattern: token('ya29\\.[A-Za-z0-9_-]{30,400}') },
  // Azure
  {
    id: 'azure-storage-key',
    keywords: ['accountkey', 'account_key', 'storage', 'access_key'],
    pattern:
      /(?:AccountKey\s{0,3}=\s{0,3}|(?:account|access|storage|primary|secondary)[\w.-]{0,30}key[\w.-]{0,20}["']?\s{0,5}[:=]\s{0,5}["']?)(?<secret>[A-Za-z0-9+/]{86}==)/gi,
    accepts: (_, text, at) => !/documents\.azure/i.test(text.slice(Math.max(0, at - 200), at)),
  },
  {
    id: 'azure-cosmos-key',
    keywords: ['documents.azure'],
    pattern:
      /AccountEndpoint\s{0,3}=\s{0,3}https:\/\/[\w.-]{1,100}documents\.azure[\w.]{0,20}[:/\d]{0,8};\s{0,3}AccountKey\s{0,3}=\s{0,3}(?<secret>[A-Za-z0-9+/]{86}==)/gi,
  },
  {
    id: 'azure-sas-token',
    keywords: ['sig='],
    pattern: /[?&](?:s[vrepts]|spr|srt|ss|st|se|sp)=[^\s"'<>]{0,300}&sig=(?<secret>[A-Za-z0-9%/+]{43,70}(?:%3D|=))/gi,
  },
  {
    id: 'azure-client-secret',
    keywords: ['8q~', '7q~'],
    pattern: /(?<![A-Za-z0-9_~.-])(?<secret>[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34})(?![A-Za-z0-9_~.-])/g,
    entropy: 3,
  },
  {
    id: 'azure-shared-access-key',
    keywords: ['sharedaccesskey'],
    pattern: /SharedAccessKey\s{0,3}=\s{0,3}(?<secret>[A-Za-z0-9+/]{43}=)/gi,
  },
  {
    id: 'azure-app-configuration',
    keywords: ['azconfig.io'],
    pattern: /azconfig\.io\s{0,3};\s{0,3}Id=[^;\s"']{1,100};\s{0,3}Secret=(?<secret>[A-Za-z0-9+/=]{36,90})/gi,
  },
  {
    id: 'azure-sql-connection',
    keywords: ['database.windows.net', 'data source', 'server='],
    pattern: /(?:Server|Data Source)\s{0,3}=[^;"'\n]{1,200};[^"'\n]{0,300}?(?:Password|Pwd)\s{0,3}=\s{0,3}(?<secret>[^;"'\n{}$<]{4,128})/gi,
    accepts: (secret) => isRealPassword(secret),
  },
  {
    id: 'azure-devops-token',
    keywords: ['azdo', 'azure_devops', 'azuredevops', 'dev.azure.com', 'visualstudio.com'],
    pattern:
      /(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}|(?<=(?:pat|token)["']?\s{0,5}[:=]\s{0,5}["']?)[a-z2-7]{52})(?![A-Za-z0-9])/gi,
    entropy: 3.5,
  },
  {
    id: 'azure-container-registry-key',
    keywords: ['+acr'],
    pattern: /(?<![A-Za-z0-9+/])(?<secret>[A-Za-z0-9+/]{42}\+ACR[A-D][A-Za-z0-9]{5})(?![A-Za-z0-9+/])/g,
  },
  { id: 'azure-service-key', keywords: ['jqqj99'], pattern: token('[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{24,60}') },
  // Kubernetes
  {
    id: 'kubernetes-client-key',
    keywords: ['client-key-data'],
    pattern: /client-key-data["']?\s{0,5}:\s{0,5}["']?(?<secret>[A-Za-z0-9+/]{100,8000}={0,2})/g,
  },
  {
    id: 'kubernetes-service-account-token',
    keywords: ['eyj'],
    pattern: token('eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{16,2000}'),
    accepts: isServiceAccountToken,
  },
  // Keys
  {
    id: 'private-key',
    keywords: ['private key'],
    pattern: /(?<secret>-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s)[A-Za-z0-9+/=\\\s:,.-]{60,8000})/g,
    accepts: (secret, text, at) =>
      !/Proc-Type: 4,ENCRYPTED/.test(secret) &&
      !/"private_key"\s{0,5}:\s{0,5}"$/.test(text.slice(Math.max(0, at - 30), at)) &&
      !/ENCRYPTED PRIVATE/.test(secret),
  },
  { id: 'age-key', keywords: ['age-secret-key-1'], pattern: token('AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}') },
  // Databases and the web
  {
    id: 'url-password',
    keywords: ['://'],
    pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"<>]{1,100}:(?<secret>[^\s/@'"<>]{3,200})@[\w.[-]/gi,
    accepts: (secret) => isRealPassword(secret),
  },
  {
    id: 'basic-auth-header',
    keywords: ['basic '],
    pattern: /Authorization["']?\s{0,5}[:=]\s{0,5}["']?Basic\s{1,3}(?<secret>[A-Za-z0-9+/]{12,400}={0,2})/gi,
    entropy: 3,
  },
  {
    id: 'jwt',
    keywords: ['eyj'],
    pattern: token('eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{16,2000}'),
    accepts: (secret) => !isServiceAccountToken(secret),
  },
  // Code hosting and packages
  {
    id: 'github-token',
    keywords: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: token('(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})'),
    entropy: 3,
  },
  {
    id: 'gitlab-token',
    keywords: ['glpat-', 'gldt-', 'glrt-', 'glcbt-', 'glptt-', 'glft-', 'glsoat-', 'glagent-'],
    pattern: token('gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[A-Za-z0-9_-]{20,64}'),
    entropy: 3,
  },
  {
    id: 'atlassian-token',
    keywords: ['atatt3', 'atbb', 'bitbucket'],
    pattern: token('(?:ATATT3[A-Za-z0-9_=-]{100,200}|ATBB[A-Za-z0-9]{24,40})'),
  },
  {
    id: 'npm-token',
    keywords: ['npm_', '_authtoken'],
    pattern:
      /(?<![A-Za-z0-9])(?<secret>npm_[A-Za-z0-9]{36}|(?<=:_authToken\s{0,3}=\s{0,3})[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/g,
  },
  { id: 'pypi-token', keywords: ['pypi-'], pattern: token('pypi-AgE[A-Za-z0-9_-]{50,400}') },
  { id: 'rubygems-token', keywords: ['rubygems_'], pattern: token('rubygems_[a-f0-9]{48}') },
  { id: 'artifactory-token', keywords: ['akcp', 'cmvmdgtu'], pattern: token('(?:AKCp[A-Za-z0-9]{60,80}|cmVmdGtu[A-Za-z0-9]{50,70})') },
  { id: 'docker-hub-token', keywords: ['dckr_'], pattern: token('dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,40}') },
  {
    id: 'docker-config-auth',
    keywords: ['"auths"', 'auths:'],
    pattern: /"auth"\s{0,5}:\s{0,5}"(?<secret>[A-Za-z0-9+/]{16,2000}={0,2})"/g,
    entropy: 3,
  },
  // Tools
  { id: 'terraform-token', keywords: ['.atlasv1.'], pattern: token('[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,80}') },
  {
    id: 'vault-token',
    keywords: ['hvs.', 'hvb.', 'vault_token', 'vault-token'],
    pattern:
      /(?<![A-Za-z0-9])(?<secret>hv[sbr]\.[A-Za-z0-9_-]{24,300}|(?<=vault[_-]token["']?\s{0,5}[:=]\s{0,5}["']?)s\.[A-Za-z0-9]{24})(?![A-Za-z0-9_-])/gi,
  },
  { id: 'databricks-token', keywords: ['dapi'], pattern: token('dapi[a-f0-9]{32}(?:-\\d)?') },
  {
    id: 'grafana-token',
    keywords: ['glsa_', 'glc_'],
    pattern: token('(?:glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}|glc_[A-Za-z0-9+/]{32,400}={0,2})'),
  },
  {
    id: 'datadog-key',
    keywords: ['datadog', 'dd_'],
    pattern: named('(?:datadog|dd)[_-]?(?:api|app)?[_-]?key', '[a-f0-9]{32}(?:[a-f0-9]{8})?'),
    entropy: 3,
  },
  { id: 'newrelic-key', keywords: ['nrak-', 'nral'], pattern: token('(?:NRAK-[A-Z0-9]{27}|[a-f0-9]{36}NRAL)') },
  {
    id: 'pagerduty-token',
    keywords: ['pagerduty', 'pd_'],
    pattern: named('(?:pagerduty|pd)[_-]?(?:api[_-]?)?(?:key|token)', '[A-Za-z0-9_+-]{20}'),
    entropy: 3.5,
  },
  { id: 'digitalocean-token', keywords: ['dop_v1_', 'doo_v1_', 'dor_v1_'], pattern: token('do[opr]_v1_[a-f0-9]{64}') },
  {
    id: 'cloudflare-token',
    keywords: ['cloudflare'],
    pattern: named('cloudflare[\\w-]{0,20}(?:key|token)', '(?:[A-Za-z0-9_-]{40}|[a-f0-9]{37})'),
    entropy: 3.5,
  },
  {
    id: 'heroku-key',
    keywords: ['heroku'],
    pattern: named('heroku[\\w-]{0,20}(?:key|token)', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
  },
  // Messages and mail
  {
    id: 'slack-token',
    keywords: ['xox', 'xapp-'],
    pattern: token('(?:xox[abeoprs]-[A-Za-z0-9-]{20,200}|xapp-\\d-[A-Za-z0-9-]{20,200})'),
    entropy: 2.5,
  },
  {
    id: 'slack-webhook',
    keywords: ['hooks.slack.com'],
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[A-Z0-9]{6,14}\/[A-Za-z0-9]{6,20}\/[A-Za-z0-9/]{16,60})/g,
  },
  {
    id: 'teams-webhook',
    keywords: ['webhook.office.com'],
    pattern:
      /[\w-]{1,60}\.webhook\.office\.com\/webhookb2\/(?<secret>[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[a-f0-9]{32}\/[0-9a-f-]{36})/gi,
  },
  {
    id: 'discord-webhook',
    keywords: ['discord'],
    pattern: /discord(?:app)?\.com\/api\/webhooks\/(?<secret>\d{17,20}\/[A-Za-z0-9_-]{60,80})/g,
  },
  {
    id: 'telegram-token',
    keywords: ['telegram', 'bot'],
    pattern: /(?<![A-Za-z0-9:])(?<secret>\d{8,10}:AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])/g,
  },
  { id: 'sendgrid-key', keywords: ['sg.'], pattern: token('SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}') },
  { id: 'mailgun-key', keywords: ['mailgun'], pattern: /(?<![A-Za-z0-9])(?<secret>key-[a-f0-9]{32})(?![A-Za-z0-9])/g },
  { id: 'mailchimp-key', keywords: ['-us'], pattern: token('[a-f0-9]{32}-us\\d{1,2}'), entropy: 3 },
  {
    id: 'twilio-key',
    keywords: ['twilio'],
    pattern: /(?<![A-Za-z0-9])(?<secret>SK[a-f0-9]{32}|(?<=auth[_-]?token["']?\s{0,5}[:=]\s{0,5}["']?)[a-f0-9]{32})(?![A-Za-z0-9])/gi,
    entropy: 3,
  },
  // Payments and models
  {
    id: 'stripe-key',
    keywords: ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'whsec_'],
    pattern: token('(?:[rs]k_(?:live|test)_[A-Za-z0-9]{16,120}|whsec_[A-Za-z0-9]{32,64})'),
    entropy: 3,
  },
  { id: 'square-token', keywords: ['sq0', 'eaaa'], pattern: token('(?:sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43}|EAAA[A-Za-z0-9_-]{60})') },
  { id: 'shopify-token', keywords: ['shpat_', 'shpca_', 'shppa_', 'shpss_'], pattern: token('shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}') },
  {
    id: 'openai-key',
    keywords: ['t3blbkfj'],
    pattern: token('sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}'),
  },
  { id: 'anthropic-key', keywords: ['sk-ant-'], pattern: token('sk-ant-(?:api|admin)\\d{2}-[A-Za-z0-9_-]{80,120}') },
  { id: 'huggingface-token', keywords: ['hf_'], pattern: token('hf_[A-Za-z]{34}'), entropy: 3 },
];

function isServiceAccountToken(secret: string): boolean {
  const [, payload = ''] = secret.split('.');
  // `kubernetes/serviceaccount` and `system:serviceaccount:` in Base64, at each of three offsets.
  return /a3ViZXJuZXRlcy9zZXJ2aWNlYWNjb3Vud|t1YmVybmV0ZXMvc2VydmljZWFjY291bn|rdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50|c3lzdGVtOnNlcnZpY2VhY2NvdW50|N5c3RlbTpzZXJ2aWNlYWNjb3Vud|zeXN0ZW06c2VydmljZWFjY291bn/.test(
    payload,
  );
}

/** No variable, placeholder or word of documentation. */
function isRealPassword(secret: string): boolean {
  return (
    !/^(?:\$|%|<|\{|\*|x{3,}|pass(?:word|wd)?\d{0,3}$|secret$|changeme|your|example|user|pwd$|token$|\.{3})/i.test(secret) &&
    !secret.includes('${') &&
    !secret.includes('{{')
  );
}
