/** CloudWatch questions that several checks ask: alerts on audit events. */
export * from './audit-alert.ts';
