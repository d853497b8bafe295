import type { Framework } from '@kumomori/model';

export const framework: Framework = {
  id: 'aws-well-architected-reliability',
  version: '2024',
  name: 'AWS Well-Architected, reliability pillar',
  mapping: 'inherited',
  complete: false,
  controls: {
    'REL06-BP01': [],
    'REL09-BP03': ['aws-backup-plan-exists', 'aws-dynamodb-pitr-enabled', 'aws-rds-instance-backup-retention'],
    'REL10-BP01': ['aws-rds-instance-multi-az'],
  },
};
