import { defineCloudFormation } from '../../../code/index.ts';
import type { GlueJob } from './shape.ts';

export const cloudformation = defineCloudFormation<GlueJob>({
  types: ['AWS::Glue::Job'],
  identity: ['Name'],
  read: (job, context) => ({
    hasSecurityConfiguration: job.isSet('SecurityConfiguration'),
    securityConfiguration: context.ref(job, 'SecurityConfiguration', 'aws.glue.security-configuration'),
    command: job.block('Command').string('Name', { default: 'glueetl' }),
    glueVersion: job.string('GlueVersion', { default: '0.9' }),
  }),
});
