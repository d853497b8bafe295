import { defineTerraform } from '../../../code/index.ts';
import type { GlueJob } from './shape.ts';

export const terraform = defineTerraform<GlueJob>({
  types: ['aws_glue_job'],
  identity: ['name'],
  read: (job, context) => ({
    hasSecurityConfiguration: job.isSet('security_configuration'),
    securityConfiguration: context.ref(job, 'security_configuration', 'aws.glue.security-configuration'),
    command: job.block('command').string('name', { default: 'glueetl' }),
    glueVersion: job.string('glue_version', { default: '0.9' }),
  }),
});
