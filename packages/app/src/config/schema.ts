/** What kumomori.yaml may say. Names of checks are resolved later, with the catalogue at hand. */
import { severities } from '@kumomori/model';
import { z } from 'zod';
import { isCalendarDate } from '../dates.ts';

const text = z.string().min(1);
const texts = z.array(text);

export const exceptionSchema = z.strictObject({
  checks: texts.min(1).describe('ids, wildcards (`aws-s3-*`) or ids of other scanners'),
  resources: texts.optional().describe('wildcards over address or name'),
  paths: texts.optional().describe('path patterns over the file of the resource or of a module block that made it'),
  tags: z.record(z.string(), text).optional().describe('tag key → wildcard over its value; all must match'),
  environments: texts.optional().describe('name of a folder of the root module, value of the tag Environment, or workspace'),
  reason: text,
  owner: text,
  expires: z.string().refine(isCalendarDate).describe('last day it holds, YYYY-MM-DD'),
});

const driftKinds = ['changed', 'missing', 'unmanaged', 'code-ahead'] as const;

export const expectedDriftSchema = z.strictObject({
  kinds: z.array(z.enum(driftKinds)).min(1).optional().describe('changed, missing, unmanaged, code-ahead'),
  types: texts.min(1).optional().describe('wildcards over the resource type (`aws.s3.bucket`)'),
  resources: texts.min(1).optional().describe('wildcards over the address in the code, the id or ARN, or the name'),
  attributes: texts.min(1).optional().describe('wildcards over the path of the attribute (`tags.*`)'),
  reason: text,
  owner: text,
  expires: z.string().refine(isCalendarDate).describe('last day it holds, YYYY-MM-DD'),
});

export const configSchema = z.strictObject({
  version: z.literal(1),
  failOn: z.enum([...severities, 'none']).optional(),
  include: texts.optional().describe('path patterns: only findings in these files'),
  exclude: texts.optional().describe('path patterns: no findings in these files'),
  checks: z
    .strictObject({
      select: texts.optional(),
      skip: texts.optional(),
      folders: texts.optional().describe('folders with checks of your own, relative to kumomori.yaml'),
    })
    .optional(),
  frameworks: texts.optional().describe('files of frameworks of your own, relative to kumomori.yaml'),
  severity: z.record(z.string(), z.enum(severities)).optional(),
  parameters: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  terraform: z
    .strictObject({
      varFiles: texts.optional(),
      variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
      workspace: text.optional(),
    })
    .optional(),
  exceptions: z.array(exceptionSchema).optional(),
  expectedDrift: z.array(expectedDriftSchema).optional(),
});

export type RawConfig = z.infer<typeof configSchema>;

/** Keys by the path of the object they are in, numbers written as `*`: for spelling help. */
export const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(configSchema.shape),
  checks: Object.keys(configSchema.shape.checks.unwrap().shape),
  terraform: Object.keys(configSchema.shape.terraform.unwrap().shape),
  'exceptions.*': Object.keys(exceptionSchema.shape),
  'expectedDrift.*': Object.keys(expectedDriftSchema.shape),
};
