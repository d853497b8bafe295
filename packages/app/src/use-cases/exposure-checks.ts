/** Checks about openness, and how what the internet reaches bears on them. */

/** `users`: judged is a rule, and what stands behind it counts; `self`: judged is the thing itself. */
export type Judged = 'users' | 'self';

const DATABASES = ['mariadb', 'mysql', 'postgresql', 'sql', 'synapse'] as const;
const SERVICES = [...DATABASES, 'appconfiguration', 'cognitive', 'cosmosdb', 'redis', 'search', 'storage'] as const;

/** What remote control or data behind a reachable port makes one step worse. */
export const WORSE: ReadonlySet<string> = new Set([
  ...['aws-ec2-sg-no-all-ports-from-internet', 'aws-ec2-sg-no-ssh-from-internet', 'aws-ec2-sg-no-rdp-from-internet'],
  ...['aws-ec2-sg-no-database-ports-from-internet', 'aws-rds-instance-not-public'],
  ...['azure-nsg-no-all-ports-from-internet', 'azure-nsg-no-ssh-from-internet', 'azure-nsg-no-rdp-from-internet'],
  'azure-nsg-no-database-ports-from-internet',
  ...['gcp-compute-firewall-no-all-ports-from-internet', 'gcp-compute-firewall-no-ssh-from-internet'],
  ...['gcp-compute-firewall-no-rdp-from-internet', 'gcp-compute-firewall-no-database-ports-from-internet'],
  ...['gcp-compute-firewall-no-mysql-from-internet', 'gcp-sql-no-public-ip'],
]);

const USERS: readonly string[] = [
  ...['aws-ec2-sg-no-all-ports-from-internet', 'aws-ec2-sg-no-ssh-from-internet', 'aws-ec2-sg-no-rdp-from-internet'],
  ...['aws-ec2-sg-no-database-ports-from-internet', 'aws-ec2-sg-no-cifs-from-internet', 'aws-ec2-sg-no-http-from-internet'],
  ...['aws-ec2-sg-no-high-risk-ports-from-internet', 'aws-ec2-sg-only-authorized-ports-from-internet'],
  ...['aws-ec2-nacl-no-admin-ports-from-internet', 'aws-ec2-nacl-no-all-ports', 'aws-ec2-nacl-no-ftp-from-internet'],
  ...['aws-ec2-nacl-no-rdp-from-internet', 'aws-ec2-nacl-no-ssh-from-internet', 'aws-ec2-subnet-no-auto-public-ip'],
  ...['azure-nsg-http-from-internet-reviewed', 'azure-nsg-no-all-ports-from-internet', 'azure-nsg-no-database-ports-from-internet'],
  ...['azure-nsg-no-high-risk-ports-from-internet', 'azure-nsg-no-rdp-from-internet', 'azure-nsg-no-ssh-from-internet'],
  ...['azure-nsg-no-udp-from-internet', 'azure-nsg-public-ingress-to-named-ports', 'azure-vm-no-public-ip'],
  ...DATABASES.map((each) => `azure-${each}-no-unrestricted-firewall`),
  ...['all-ports', 'database-ports', 'ftp', 'ftp-data', 'high-risk-ports', 'http', 'ingress', 'mysql', 'rdp', 'ssh'].map(
    (what) => `gcp-compute-firewall-no-${what}-from-internet`,
  ),
];

const SELF: readonly string[] = [
  ...['aws-ec2-instance-no-public-ip', 'aws-ec2-instance-internet-exposed-with-role', 'aws-rds-instance-not-public'],
  ...['aws-redshift-not-public', 'aws-ecs-service-no-public-ip', 'aws-msk-not-public'],
  ...['aws-elbv2-internet-facing-reviewed', 'aws-eks-endpoint-not-public', 'aws-opensearch-not-public'],
  ...SERVICES.map((each) => `azure-${each}-public-network-disabled`),
  ...['azure-acr-not-public', 'azure-aks-api-private', 'azure-cosmosdb-firewall', 'azure-keyvault-network-default-deny'],
  ...['azure-storage-default-network-deny', 'azure-sql-managed-instance-no-public-endpoint', 'azure-container-group-private-address'],
  ...['gcp-compute-instance-no-public-ip', 'gcp-sql-no-public-ip', 'gcp-sql-not-exposed', 'gcp-sql-no-open-authorized-networks'],
  ...['gcp-gke-control-plane-not-public', 'gcp-gke-authorized-networks', 'gcp-alloydb-no-public-ip'],
];

/** By id of the check. */
export const EXPOSURE_CHECKS: ReadonlyMap<string, Judged> = new Map([
  ...USERS.map((id) => [id, 'users'] as const),
  ...SELF.map((id) => [id, 'self'] as const),
]);
