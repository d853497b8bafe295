/** What AWS checks share: questions over several resource types of a service. The types themselves are in their folders. */
export * from './cloudwatch/index.ts';
export * from './collected/index.ts';
export * from './ec2/index.ts';
export * from './iam/index.ts';
export * from './rds/index.ts';
export * from './s3/index.ts';
export * from './wafv2/index.ts';
export * from './core/index.ts';
