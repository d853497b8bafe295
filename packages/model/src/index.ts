/** The vocabulary of kumomori: values, resources, checks, verdicts, findings. Pure; imports nothing. */
export * from './source.ts';
export * from './diagnostic.ts';
export * from './value.ts';
export * from './terraform-block.ts';
