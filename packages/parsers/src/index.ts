/** Readers of user text: syntax trees with positions, never throwing. No evaluation, no I/O. */
export * from './hcl/index.ts';
export * from './json/index.ts';
export * from './terraform/index.ts';
