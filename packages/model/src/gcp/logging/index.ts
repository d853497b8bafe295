/** Cloud Logging: which changes are watched. */
export * from './alerts.ts';
