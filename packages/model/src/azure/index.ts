/** What Azure checks share: questions over several resource types of a service. The types themselves are in their folders. */
export * from './network/rules.ts';
export * from './app/versions.ts';
export * from './core/firewall.ts';
export * from './live/index.ts';
