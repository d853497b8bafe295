import { defineArm } from '../../../code/index.ts';
import type { LogProfile } from './shape.ts';

export const arm = defineArm<LogProfile>({
  types: ['Microsoft.Insights/logprofiles'],
  identity: ['name'],
  read(profile) {
    const properties = profile.block('properties');
    return {
      categories: properties.strings('categories'),
      regions: properties.strings('locations'),
      hasRetention: properties.block('retentionPolicy').boolean('enabled', { default: false }),
      retentionDays: properties.block('retentionPolicy').number('days', { default: 0 }),
    };
  },
});
