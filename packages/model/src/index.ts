/** The vocabulary of kumomori: values, resources, checks, verdicts, findings. Pure; imports nothing. */
export * from './source.ts';
export * from './diagnostic.ts';
export * from './text.ts';
export * from './value.ts';
export * from './declared.ts';
export * from './resource.ts';
export * from './check/index.ts';
export * from './code/index.ts';
export * from './resource-types.generated.ts';
export * from './finding.ts';
export * from './framework.ts';
export * from './policy/index.ts';
export * from './net/index.ts';
export * from './secrets/index.ts';
export * from './aws/index.ts';
export * from './azure/index.ts';
export * from './kubernetes/index.ts';
