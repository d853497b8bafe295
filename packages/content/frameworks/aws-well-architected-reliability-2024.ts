import type { Framework } from '@kumomori/model';

export const framework: Framework = {
  id: 'aws-well-architected-reliability',
  version: '2024',
  name: 'AWS Well-Architected, reliability pillar',
  mapping: 'inherited',
  complete: false,
  controls: {
    'REL06-BP01': [
      'aws-apigateway-rest-logging',
      'aws-apigatewayv2-access-logging',
      'aws-cloudtrail-cloudwatch-integration',
      'aws-cloudtrail-lambda-data-events',
      'aws-elb-access-logging',
      'aws-opensearch-audit-logging',
      'aws-rds-instance-enhanced-monitoring',
      'aws-rds-instance-logs-exported',
    ],
    'REL09-BP03': [
      'aws-backup-plan-exists',
      'aws-cloudformation-termination-protection',
      'aws-dynamodb-pitr-enabled',
      'aws-rds-instance-backup-retention',
      'aws-rds-instance-deletion-protection',
    ],
    'REL10-BP01': ['aws-rds-instance-multi-az'],
  },
};
