/**
 * What scripts/import-frameworks.ts changes in the inherited mappings: the checks of reviewed-checks.ts were compared by hand with what each
 * control number is about (2026-11). Ids, numbers and reasons in our own words; no text of a standard. Links of other checks pass unchanged.
 */

/** Corrects the links between some controls of one framework version and the reviewed checks. */
export interface Correction {
  /** `keep`: of the reviewed checks only these stay (none, when empty). */
  readonly change: 'keep' | 'remove' | 'add';
  readonly controls: readonly string[];
  readonly checks: readonly string[];
  /** At most ten words. */
  readonly reason: string;
}

/** Public answers about stored data and functions: not about routes, ports or addresses. */
const publicData = [
  'aws-ec2-ebs-snapshot-not-public',
  'aws-rds-snapshot-not-public',
  'aws-lambda-not-public',
  'aws-lambda-url-auth-required',
  'aws-s3-account-public-access-block',
  'aws-s3-bucket-no-public-read',
  'aws-s3-bucket-no-public-write',
];

/** Reachability over the network. */
const reachable = [
  'aws-ec2-default-sg-closed',
  'aws-ec2-instance-no-public-ip',
  'aws-ec2-nacl-no-admin-ports-from-internet',
  'aws-ec2-sg-no-ssh-from-internet',
  'aws-rds-instance-not-public',
  'aws-redshift-not-public',
];

const openPorts = [
  'aws-ec2-default-sg-closed',
  'aws-ec2-nacl-no-admin-ports-from-internet',
  'aws-ec2-sg-no-all-ports-from-internet',
  'aws-ec2-sg-no-database-ports-from-internet',
  'aws-ec2-sg-no-high-risk-ports-from-internet',
  'aws-ec2-sg-no-rdp-from-internet',
  'aws-ec2-sg-no-ssh-from-internet',
  'aws-ec2-sg-only-authorized-ports-from-internet',
];

const administration = ['aws-iam-inline-policy-no-admin-star', 'aws-iam-policy-no-admin-star'];

/** Each language has a check of its own beside azure-appservice-supported-runtime. */
const appRuntimes = [
  'azure-appservice-supported-dotnet',
  'azure-appservice-supported-java',
  'azure-appservice-supported-php',
  'azure-appservice-supported-python',
];

const transit = ['aws-cloudfront-https-only', 'aws-elbv2-https-redirect', 'aws-elbv2-tls-policy', 'aws-rds-instance-tls-required'];

/** By `framework@version`; applied in this order. */
export const corrections: Readonly<Record<string, readonly Correction[]>> = {
  'cis-aws@3.0': [add('2.2.1', 'the recommendation is the default of the region', ['aws-ec2-ebs-default-encryption'])],

  'aws-fsbp@2024': [
    add('EC2.19', 'SSH and RDP are among its ports', [
      'aws-ec2-sg-no-all-ports-from-internet',
      'aws-ec2-sg-no-rdp-from-internet',
      'aws-ec2-sg-no-ssh-from-internet',
    ]),
  ],

  'aws-well-architected-security@2024': [
    remove('SEC02-BP05', 'an encryption key is not a credential', ['aws-kms-key-rotation-enabled']),
    add('SEC08-BP01', 'life and access of encryption keys', [
      'aws-kms-key-not-pending-deletion',
      'aws-kms-key-not-public',
      'aws-kms-key-rotation-enabled',
    ]),
    remove('SEC02-BP06', 'about groups, not about what a policy grants', ['aws-iam-policy-no-privilege-escalation']),
    add('SEC03-BP02', 'least privilege', [
      'aws-iam-policy-no-privilege-escalation',
      'aws-iam-role-no-administrator-access',
      'aws-iam-user-no-administrator-access',
    ]),
    remove('SEC03-BP01', 'who needs access, not how metadata is served', ['aws-ec2-instance-imdsv2-required']),
    remove('SEC03-BP06', 'life of accounts, not of logs', ['aws-logs-group-retention']),
    add('SEC03-BP07', 'public and cross-account access', [
      'aws-apigateway-rest-authorizer',
      'aws-iam-access-analyzer-enabled',
      'aws-iam-role-trust-no-wildcard-principal',
      'aws-s3-bucket-public-access-block',
      'aws-secretsmanager-not-public',
    ]),
    add('SEC04-BP01', "the account's own log and how long logs stay", ['aws-cloudtrail-multi-region-enabled', 'aws-logs-group-retention']),
    remove('SEC04-BP03', 'a source of logs does not answer alerts', ['aws-cloudtrail-multi-region-enabled', 'aws-vpc-flow-logs-enabled']),
    remove('SEC05-BP01', 'not a network layer', ['aws-cloudfront-waf', 'aws-lambda-not-public']),
    remove('SEC05-BP02', 'not network traffic', ['aws-apigateway-rest-authorizer', 'aws-ec2-ebs-snapshot-not-public']),
    add('SEC05-BP02', 'ports and sources are traffic control', [...openPorts]),
    remove('SEC05-BP03', 'a static rule is neither automation nor inspection', [...openPorts]),
    remove('SEC05-BP04', 'authorization does not inspect traffic', ['aws-apigateway-rest-authorizer']),
    add('SEC05-BP04', 'a web application firewall inspects', ['aws-cloudfront-waf']),
    remove('SEC06-BP01', 'not vulnerability management', [
      'aws-cloudtrail-log-file-validation',
      'aws-ec2-instance-imdsv2-required',
      'aws-ec2-instance-internet-exposed-with-role',
    ]),
    add('SEC06-BP01', 'scanning and supported versions', [
      'aws-ecr-scan-on-push',
      'aws-eks-version-supported',
      'aws-lambda-runtime-supported',
    ]),
    remove('SEC06-BP02', 'access to a function, not its attack surface', ['aws-lambda-not-public']),
    add('SEC06-BP02', 'hardening of compute', [
      'aws-ec2-instance-imdsv2-required',
      'aws-ec2-launch-template-imdsv2-required',
      'aws-ecs-task-no-privileged',
    ]),
    remove('SEC06-BP06', 'integrity of software, not of logs', ['aws-cloudtrail-log-file-validation']),
    add('SEC08-BP02', 'encryption at rest, left out by the source', [
      'aws-rds-cluster-encrypted',
      'aws-redshift-encrypted',
      'aws-s3-bucket-default-encryption',
    ]),
    add('SEC09-BP02', 'encryption in transit, left out by the source', ['aws-rds-instance-tls-required']),
    remove('SEC09-BP04', 'recording traffic does not authenticate it', ['aws-vpc-flow-logs-enabled']),
  ],

  'aws-well-architected-reliability@2024': [add('REL09-BP03', 'automatic backups', ['aws-backup-plan-exists'])],

  'cis-azure@3.0': [
    add('9.7', 'the recommendation on PHP', ['azure-appservice-supported-php']),
    add('9.8', 'the recommendation on Python', ['azure-appservice-supported-python']),
    add('9.9', 'the recommendation on Java', ['azure-appservice-supported-java']),
  ],

  'pci-dss@4.0': [
    add('6.3.3', 'supported runtimes get security fixes', [...appRuntimes]),
    remove('1.2.5', 'about allowed ports, not about encryption', ['aws-cloudfront-https-only', 'aws-s3-bucket-tls-only']),
    keep('1.2.8', 'protects configuration files of network controls'),
    add('1.3.1 1.4.2', 'inbound traffic from untrusted networks', [
      'aws-ec2-default-sg-closed',
      'aws-ec2-sg-no-all-ports-from-internet',
      'aws-ec2-sg-no-database-ports-from-internet',
      'aws-ec2-sg-no-high-risk-ports-from-internet',
      'aws-ec2-sg-no-rdp-from-internet',
      'aws-ec2-subnet-no-auto-public-ip',
    ]),
    keep('1.3.2', 'outbound traffic; these checks look at inbound'),
    keep('1.5.1', "about people's devices on two networks"),
    keep('2.2.7', "encrypted administration, not visitors' traffic"),
    remove('3.2.1', 'backups do not dispose of data', ['aws-dynamodb-pitr-enabled']),
    keep('3.3.1.1 3.3.1.3 3.3.2 3.3.3', 'sensitive authentication data cannot be seen in settings'),
    remove('3.5.1', 'card numbers, not passwords', ['aws-ecs-task-no-secrets-in-env', 'aws-secretsmanager-rotation-enabled']),
    keep('3.5.1.1', 'keyed hashes of card numbers'),
    keep('3.5.1.3', 'logical access to disk encryption, not public access'),
    add('3.6.1', 'protection of keys', ['aws-kms-key-not-public']),
    keep('3.6.1.2 3.6.1.3 3.6.1.4 3.7.1 3.7.2 3.7.6 3.7.7', 'key custody; pending deletion says nothing about it'),
    remove('3.7.4', 'key change at period end, not deletion', ['aws-kms-key-not-pending-deletion']),
    add('4.2.1', 'strong cryptography in transit', ['aws-elbv2-https-redirect', 'aws-elbv2-tls-policy', 'aws-rds-instance-tls-required']),
    keep('4.2.1.1', 'an inventory of trusted keys and certificates'),
    keep('5.3.4', 'logs of anti-malware tools only'),
    add('6.3.3', 'supported versions get security patches', ['aws-lambda-runtime-supported']),
    remove('7.2.1 7.2.2 7.2.3', "about people's access rights, not container isolation", ['aws-ecs-task-no-privileged']),
    add('7.2.1 7.2.2', 'least privilege', ['aws-iam-inline-policy-no-admin-star', 'aws-iam-policy-no-admin-star']),
    add('7.2.5', 'system accounts act through roles', [
      'aws-iam-inline-policy-no-admin-star',
      'aws-iam-policy-no-admin-star',
      'aws-iam-role-no-administrator-access',
    ]),
    remove('8.2.2 8.3.5 8.3.7 8.3.9 8.3.10.1', "people's passwords, not stored application secrets", [
      'aws-secretsmanager-rotation-enabled',
    ]),
    remove('8.2.2', 'shared accounts, not secrets in settings', ['aws-ecs-task-no-secrets-in-env']),
    remove('8.2.7 8.3.4', 'third-party sessions and lockout, not rights', ['aws-iam-user-no-administrator-access']),
    remove('8.2.8', 'idle sessions', ['aws-ec2-instance-imdsv2-required', 'aws-iam-user-no-administrator-access']),
    keep('8.3.2', 'storage and transport of passwords, not every disk', [
      'aws-cloudfront-https-only',
      'aws-ecs-task-no-secrets-in-env',
      'aws-eks-secrets-encrypted',
    ]),
    add('8.3.6', 'length of passwords', ['aws-iam-password-policy-min-length']),
    remove('10.2.1.1 10.6.3', 'findings are not audit logs', ['aws-securityhub-enabled']),
    remove('10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7', 'flow logs name no user and no action', [
      'aws-vpc-flow-logs-enabled',
    ]),
    remove('10.2.1.2 10.2.1.5 10.2.1.6 10.2.1.7', 'object reads are not administration', ['aws-s3-bucket-access-logging']),
    remove('10.2.1.3 10.2.1.6', 'cluster logs do not record access to audit logs', ['aws-eks-control-plane-logging']),
    keep('10.3.1', 'reading of logs, not writing them'),
    add('10.3.1', 'who may read the logs', ['aws-cloudtrail-bucket-not-public']),
    keep('10.3.2', 'log files against change, not other data', [
      'aws-cloudtrail-log-file-validation',
      'aws-s3-account-public-access-block',
      'aws-s3-bucket-no-public-write',
    ]),
    add('10.3.2', 'log files against change', ['aws-cloudtrail-bucket-immutable', 'aws-cloudtrail-bucket-not-public']),
    keep('10.3.3', 'logs sent to one safe place'),
    add('10.3.3', 'one trail gathers every region', ['aws-cloudtrail-multi-region-enabled']),
    remove('10.3.4', 'detecting change, not hiding content', ['aws-cloudtrail-cmk-encryption', 'aws-s3-bucket-no-public-read']),
    remove('10.5.1', 'backups of tables are not logs', ['aws-dynamodb-pitr-enabled']),
    keep('10.6.3', 'settings of the clock'),
    keep('A1.1.3', 'separates customers, not the internet'),
    remove('A1.2.1', 'that logs exist, not how they are kept', [
      'aws-cloudtrail-cmk-encryption',
      'aws-cloudtrail-log-file-validation',
      'aws-s3-bucket-no-public-read',
    ]),
    keep('A3.4.1', "review of people's access"),
  ],

  'iso-27001@2022': [
    remove('A.5.1', 'written policies', ['aws-securityhub-enabled']),
    remove('A.5.16 A.5.22', 'identities and suppliers, not settings of resources', ['aws-config-recorder-all-regions']),
    add('A.5.31', 'approved places are a legal requirement', ['aws-data-residency-region']),
    add('A.5.17', 'passwords and how secrets are handled', ['aws-iam-password-policy-min-length', 'aws-ec2-instance-user-data-no-secrets']),
    remove('A.5.19 A.5.21 A.5.28 A.5.29 A.8.9', 'threat detection is another subject', ['aws-guardduty-enabled']),
    add('A.5.28', 'evidence that can be trusted', ['aws-cloudtrail-log-file-validation']),
    keep('A.8.1', "people's devices, not cloud resources"),
    add('A.8.3', 'restricting access, found under A.8.1', [
      'aws-cloudtrail-bucket-not-public',
      'aws-ec2-ami-not-public',
      'aws-ecr-not-public',
      'aws-eks-endpoint-not-public',
      'aws-kms-key-not-public',
      'aws-opensearch-not-public',
      'aws-rds-instance-not-public',
      'aws-redshift-not-public',
      'aws-sns-not-public',
      'aws-sqs-not-public',
      ...publicData,
    ]),
    remove('A.8.3', 'old versions do not restrict access', ['aws-s3-bucket-versioning']),
    remove('A.8.5', 'signing in, not encryption', ['aws-eks-secrets-encrypted', 'aws-kms-key-rotation-enabled']),
    add('A.8.9', 'configuration and hardening', [
      'aws-config-recorder-all-regions',
      'aws-ec2-instance-imdsv2-required',
      'aws-ec2-launch-template-imdsv2-required',
    ]),
    remove('A.8.10', 'keeps what should be deleted', ['aws-s3-bucket-versioning']),
    add('A.8.10', 'deletes after a period', ['aws-logs-group-retention']),
    keep('A.8.11', 'masking hides fields; storage encryption does not'),
    remove('A.8.16', 'watching, not keeping logs', [
      'aws-cloudtrail-bucket-not-public',
      'aws-cloudtrail-cmk-encryption',
      'aws-cloudtrail-log-file-validation',
      'aws-logs-group-retention',
    ]),
    add('A.8.16', 'detects anomalies', ['aws-guardduty-enabled']),
    remove('A.8.20 A.8.21 A.8.22', 'not about networks', [
      'aws-data-residency-region',
      'aws-ec2-instance-imdsv2-required',
      'aws-ec2-instance-user-data-no-secrets',
      'aws-ec2-launch-template-imdsv2-required',
    ]),
    remove('A.8.21 A.8.22', "neither a service's terms nor segregation", [
      'aws-ec2-instance-internet-exposed-with-role',
      'aws-vpc-flow-logs-enabled',
    ]),
    remove('A.8.21', 'addresses are not a network service', ['aws-ec2-instance-no-public-ip', 'aws-ec2-subnet-no-auto-public-ip']),
    remove('A.8.23', 'filtering of browsing', ['aws-securityhub-enabled', 'aws-vpc-flow-logs-enabled']),
  ],

  'iso-27001@2022-objective': [
    add('A.8.8', 'supported runtimes get security fixes', [...appRuntimes]),
    remove('A.8.23', 'filtering of browsing, not of incoming requests', ['aws-cloudfront-waf']),
  ],

  'soc2@2017': [
    remove('A1.2', 'availability and recovery, not logging', [
      'aws-cloudtrail-multi-region-enabled',
      'aws-elbv2-access-logging',
      'aws-s3-bucket-access-logging',
    ]),
    add('A1.2', 'recovery infrastructure', ['aws-backup-plan-exists', 'aws-rds-instance-multi-az']),
    remove('C1.2', 'disposal; versions keep data', ['aws-s3-bucket-versioning']),
    remove('CC1.3', 'lines of reporting in the organization', ['aws-iam-inline-policy-no-admin-star', 'aws-iam-policy-no-admin-star']),
    keep('CC3.1', 'objectives of the organization'),
    remove('CC3.3', 'risk of fraud, not rights in policies', ['aws-iam-policy-no-privilege-escalation']),
    add('CC6.1', 'sign-in, keys and protected data', [
      'aws-iam-password-policy-min-length',
      'aws-iam-user-mfa-enabled',
      'aws-kms-key-not-public',
      'aws-kms-key-rotation-enabled',
      'aws-s3-account-public-access-block',
      'aws-s3-bucket-no-public-write',
    ]),
    remove('CC6.2', 'registering users, not addresses of databases', ['aws-rds-instance-not-public']),
    add('CC6.3', 'least privilege', ['aws-iam-policy-no-privilege-escalation', 'aws-iam-user-no-administrator-access']),
    add('CC6.6', 'reachable from outside', [
      'aws-eks-endpoint-not-public',
      'aws-opensearch-not-public',
      'aws-rds-instance-not-public',
      'aws-redshift-not-public',
    ]),
    add('CC6.7', 'data in transit', [
      'aws-cloudfront-https-only',
      'aws-elbv2-https-redirect',
      'aws-elbv2-tls-policy',
      'aws-rds-instance-tls-required',
      'aws-s3-bucket-tls-only',
    ]),
    remove('CC6.8', 'does not detect malicious software', ['aws-securityhub-enabled']),
    add('CC7.1', 'changes and vulnerabilities', ['aws-config-recorder-all-regions', 'aws-ecr-scan-on-push']),
    remove('CC7.2', 'prevention, not monitoring', ['aws-ec2-instance-imdsv2-required', 'aws-ec2-sg-no-ssh-from-internet']),
    remove('CC7.3', 'judging events, not protecting files', ['aws-cloudtrail-log-file-validation']),
    remove('CC7.4', 'response; recovery is CC7.5', [
      'aws-dynamodb-pitr-enabled',
      'aws-rds-instance-backup-retention',
      'aws-s3-bucket-versioning',
    ]),
    add('CC7.5', 'recovery', [
      'aws-backup-plan-exists',
      'aws-dynamodb-pitr-enabled',
      'aws-rds-instance-backup-retention',
      'aws-s3-bucket-versioning',
    ]),
    remove('PI1.2 PI1.3 PI1.4', 'correct processing, not logs or encryption', [
      'aws-config-recorder-all-regions',
      'aws-elbv2-access-logging',
      'aws-s3-bucket-default-encryption',
    ]),
    remove('PI1.5', 'stored data, not age of keys', ['aws-kms-key-rotation-enabled']),
  ],

  'hipaa@2013': [
    remove('164.308(a)(1)(ii)(D)', 'review of records, not their encryption', ['aws-cloudtrail-cmk-encryption']),
    remove('164.308(a)(3)(ii)(A)', 'supervision of staff, not of traffic', [
      'aws-elbv2-access-logging',
      'aws-securityhub-enabled',
      'aws-vpc-flow-logs-enabled',
    ]),
    keep('164.308(a)(4)(ii)(A)', 'separates a clearinghouse within a company'),
    remove('164.308(a)(4)(ii)(B)', 'granting access, not changing secrets', ['aws-secretsmanager-rotation-enabled']),
    remove('164.308(a)(5)(ii)(C)', 'sign-in attempts', ['aws-securityhub-enabled']),
    add('164.308(a)(5)(ii)(C)', 'records sign-ins', ['aws-cloudtrail-multi-region-enabled']),
    remove('164.308(a)(7)(ii)(A)', 'a standby is no backup', ['aws-rds-instance-multi-az']),
    add('164.308(a)(7)(ii)(A)', 'backups', ['aws-backup-plan-exists']),
    remove('164.308(a)(8)', 'periodic evaluation, not threats', ['aws-guardduty-enabled']),
    keep('164.312(a)(2)(i)', 'one identity per person'),
    remove('164.312(a)(2)(iv)', 'data at rest', ['aws-s3-bucket-tls-only']),
    add('164.312(a)(2)(iv)', 'data at rest', ['aws-rds-cluster-encrypted', 'aws-redshift-encrypted']),
    remove('164.312(c)(1) 164.312(c)(2)', 'encryption hides data, it does not prove integrity', [
      'aws-cloudtrail-cmk-encryption',
      'aws-ec2-ebs-volume-encrypted',
      'aws-s3-bucket-default-encryption',
    ]),
    remove('164.312(c)(2)', 'traffic records do not prove integrity', ['aws-vpc-flow-logs-enabled']),
    remove('164.312(e)(1)', 'access to a function, not transmission', ['aws-lambda-not-public']),
    add('164.312(e)(1)', 'data in transit', ['aws-elbv2-https-redirect', 'aws-elbv2-tls-policy', 'aws-rds-instance-tls-required']),
    keep('164.312(e)(2)(i)', 'integrity in transit, not logging', ['aws-s3-bucket-tls-only']),
    keep('164.312(e)(2)(ii)', 'transmission, not storage', ['aws-s3-bucket-tls-only']),
    add('164.312(e)(2)(ii)', 'data in transit', [...transit]),
  ],

  'nist-800-171@r2': [
    remove('3.1.14', 'routes of remote access only', ['aws-iam-user-mfa-enabled', ...publicData]),
    remove('3.3.1 3.3.2', 'findings are not audit logs', ['aws-guardduty-enabled']),
    remove('3.3.1', 'findings are not audit logs', ['aws-securityhub-enabled']),
    keep('3.3.4', 'alerts when logging itself fails'),
    add('3.3.8', 'protection of audit logs', ['aws-cloudtrail-bucket-immutable', 'aws-cloudtrail-bucket-not-public']),
    keep('3.4.1', 'baseline and inventory of the configuration'),
    add('3.4.1', 'inventory of the configuration', ['aws-config-recorder-all-regions']),
    remove('3.4.6', 'public sharing is not needless functionality', ['aws-redshift-not-public', ...publicData]),
    add('3.4.7', 'needless ports', ['aws-ec2-sg-no-high-risk-ports-from-internet', 'aws-ec2-sg-no-rdp-from-internet']),
    keep('3.5.10', 'passwords in transit, not disks and buckets', ['aws-elbv2-tls-policy']),
    keep('3.11.2', 'scanning for vulnerabilities, not for threats'),
    add('3.11.2', 'scans for vulnerabilities', ['aws-ecr-scan-on-push']),
    keep('3.11.3 3.14.1', 'correcting flaws, not detecting threats'),
    add('3.14.1', 'flaws are corrected by updates', [
      'aws-eks-version-supported',
      'aws-lambda-runtime-supported',
      'aws-rds-instance-auto-minor-upgrade',
    ]),
    keep('3.12.4', 'a written plan'),
    remove('3.13.1', "the network's edge, not the account's log", [
      'aws-cloudtrail-log-file-validation',
      'aws-cloudtrail-multi-region-enabled',
      'aws-s3-bucket-access-logging',
      'aws-securityhub-enabled',
    ]),
    remove('3.13.2', 'architecture, not backups and logs', [
      'aws-cloudtrail-multi-region-enabled',
      'aws-dynamodb-pitr-enabled',
      'aws-rds-instance-backup-retention',
      'aws-rds-instance-multi-az',
    ]),
    remove('3.13.5', 'subnets of public components', ['aws-s3-bucket-tls-only', ...publicData]),
    add('3.13.5', 'subnets of public components', ['aws-ec2-subnet-no-auto-public-ip']),
    add('3.13.6', 'deny by default', ['aws-ec2-default-sg-closed', 'aws-ec2-sg-no-all-ports-from-internet']),
    add('3.13.8', 'data in transit', [...transit]),
    remove('3.13.16', 'data at rest', ['aws-s3-bucket-tls-only']),
    remove('3.14.2', 'does not detect malicious code', ['aws-securityhub-enabled']),
  ],

  'gdpr@2016-679': [keep('Art.30', 'a written register of processing')],

  'nist-800-53@r5-objective': [
    add('SI-2 SI-2(2)', 'supported runtimes get security fixes', [...appRuntimes]),
    remove('AC-4 SC-7', 'identity, not flow or boundary', [
      'aws-iam-role-oidc-subject-restricted',
      'aws-iam-role-trust-no-wildcard-principal',
      'aws-kms-key-not-public',
      'aws-secretsmanager-not-public',
    ]),
    remove('CM-3 SC-5(2)', 'neither change control nor capacity', ['aws-kms-key-not-pending-deletion']),
    add('SC-12', 'life of keys', ['aws-kms-key-not-pending-deletion']),
    remove('RA-5', 'neither looks for vulnerabilities', ['aws-config-recorder-all-regions', 'aws-iam-access-analyzer-enabled']),
    remove('SC-7', 'place and names, not the boundary', ['aws-data-residency-region', 'aws-route53-dangling-record']),
    remove('SI-3', 'requests, not malicious code', ['aws-cloudfront-waf']),
  ],

  'nist-800-53@r5': [
    keep('AC-2(1)', 'automation of account management'),
    remove(
      'AC-2(3) AC-2(3)(a) AC-2(3)(b) AC-2(3)(c) AC-2(3)(d) AC-2(d)(1) CM-12(b) IA-4(d) IA-8(2)(b) MA-4(c)',
      'accounts and their life, not passwords',
      ['aws-iam-password-policy-min-length'],
    ),
    remove('IA-5(b) IA-5(d) IA-5(f) IA-5(h) IA-5(1)(f) IA-5(1)(g) IA-5(18)(a) IA-5(18)(b)', 'handling of authenticators, not length', [
      'aws-iam-password-policy-min-length',
    ]),
    remove('AC-2(4) AC-6(9) SI-4(20) SI-4(2)', 'records requests, not account changes', ['aws-s3-bucket-access-logging']),
    keep('AC-3(1) AC-3(10) SI-1(1)(c) SI-3(8)(b) SI-10(1)(c)', 'withdrawn or another subject than API logging'),
    keep('AC-2(6)', 'rights that change while running'),
    keep('AC-3(7)', 'access by role', [...administration]),
    remove('MP-2', 'media, so only stored data', [
      'aws-ec2-instance-imdsv2-required',
      'aws-ec2-instance-no-public-ip',
      'aws-iam-inline-policy-no-admin-star',
      'aws-iam-policy-no-admin-star',
    ]),
    remove(
      'AC-3(12)(b) CM-8(3)(a) PE-6(2) PE-6(4) RA-1(a) RA-1(a)(1) RA-1(a)(2) RA-5(4) RA-5(a) SC-5(1) SC-5(a) SC-5(b) SC-43(b) SI-4(10) SI-4(14) SI-4(23) SI-5(1) SI-5(b)',
      'threat detection is another subject',
      ['aws-guardduty-enabled'],
    ),
    keep('AC-3(2)', 'approval by two people'),
    keep(
      'AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e)',
      'a kind of policy AWS settings do not show',
    ),
    keep('AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) SC-23(3)', 'another subject than passwords and policies'),
    keep('AC-24 CM-5(1)(a)', 'decisions on access, not passwords', [...administration]),
    remove('AC-4 AC-4(22) AC-24(1) CA-9(b) IA-5(1)(c) SC-7(4)(g) SC-8(2) SC-8(5)', 'not encryption in transit', ['aws-s3-bucket-tls-only']),
    remove('AC-4(21)', 'separate flows, so only the network', [...publicData]),
    keep('AC-17(1) AC-17(b) SC-7(11) SC-7(16) SC-7(21) SC-7(c)', 'network access, not sharing of data', [...reachable]),
    keep('AC-17(4)(a) AC-17(9) AC-17(10) SC-7(12) SC-7(24)(b)', 'another subject than public resources'),
    keep('AC-4(26) AU-12(4) AU-14(3) IA-3(3)(b) SI-7(8)', 'another kind of record'),
    keep('CM-5(1)(b) MA-4(1)(a)', "administrators' actions, not traffic", ['aws-cloudtrail-multi-region-enabled']),
    keep('AC-7(4) AC-7(4)(a)', 'other factors after failed sign-ins'),
    remove('AC-16(b) PM-21(b) SC-28(2)', 'labels, disclosures and offline storage', ['aws-logs-group-retention']),
    remove('AU-3(1)', 'content of audit records', ['aws-guardduty-enabled']),
    remove('AU-3(f)', 'names no user', ['aws-elbv2-access-logging']),
    keep('SC-7(9)(b)', 'outgoing harmful traffic'),
    keep('AU-6(6) AU-6(9)', 'joins with records of buildings and people'),
    remove('AU-9(2)', 'versions stay in the same place', ['aws-s3-bucket-versioning']),
    keep('AU-9(3)', 'audit records, not every disk', ['aws-cloudtrail-cmk-encryption']),
    keep('SC-8(3) SC-8(4)', 'conceals headers and patterns of traffic'),
    remove('SA-1(1) SA-10(1) SI-4(d)', 'not the integrity of logs', ['aws-cloudtrail-log-file-validation']),
    keep('AU-10', 'only records that name the actor', ['aws-cloudtrail-multi-region-enabled', 'aws-s3-bucket-access-logging']),
    keep('AU-12(3) AU-14(a) AU-14(b) PM-14(a)(1) PM-14(b) PM-31', 'sessions, plans and programs, not logging'),
    remove('CM-2(2) CM-2(a) CM-8(6)', 'baselines and inventories, not open ports', ['aws-ec2-nacl-no-admin-ports-from-internet']),
    add('CM-7(b)', 'needless ports', ['aws-ec2-sg-no-ssh-from-internet']),
    keep('CM-9(b)', 'a plan for configuration items'),
    keep('CP-1(2) CP-6(1) CP-6(a)', 'neither a policy nor a second site'),
    remove(
      'CP-1(a)(1)(b) CP-1(a)(2) CP-2(6) CP-2(a) CP-2(a)(6) CP-2(a)(7) CP-2(d) CP-2(e) SC-6 SC-22',
      'plans, priorities and name service',
      ['aws-rds-instance-multi-az'],
    ),
    keep('SC-5(2) SI-13(5)', 'spare capacity and failover, not backups', ['aws-rds-instance-multi-az']),
    remove('CP-9(d)', 'backups, not logs', ['aws-cloudtrail-cmk-encryption']),
    keep('SI-19(4)', 'removing names from data'),
    keep('PM-11(b) PM-17(b) SC-16(1) SI-1(a)(2)', 'policies and labels, not settings'),
    remove('SC-12(6)', 'physical control of keys', ['aws-kms-key-rotation-enabled']),
    keep('SC-7(2) SC-7(9)(a) SC-7(20)', 'withdrawn, outgoing or dynamic isolation'),
    remove('SC-7(3) SC-7(b)', 'access points and subnets', [...publicData]),
    remove('SC-7(5)', 'deny by default, not encryption', ['aws-s3-bucket-tls-only']),
    keep('SC-7(7) SC-7(25) SC-7(26) SC-7(27) SC-7(28)', 'split tunnels and national networks'),
    remove('SC-23(5)', 'which authorities issue certificates', ['aws-elbv2-tls-policy']),
    keep('SC-25', 'thin clients'),
  ],
};

function keep(controls: string, reason: string, checks: readonly string[] = []): Correction {
  return { change: 'keep', controls: controls.split(' '), checks, reason };
}

function remove(controls: string, reason: string, checks: readonly string[]): Correction {
  return { change: 'remove', controls: controls.split(' '), checks, reason };
}

function add(controls: string, reason: string, checks: readonly string[]): Correction {
  return { change: 'add', controls: controls.split(' '), checks, reason };
}
