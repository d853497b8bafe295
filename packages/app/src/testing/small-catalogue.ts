import type { Check, CheckDefinition, Framework, Parameters, ResourceType } from '@kumomori/model';
import { defineCheck, fail, notApplicable, pass } from '@kumomori/model';
import { openCatalogue } from '../catalogue/index.ts';

type Given<K extends ResourceType, P extends Parameters> = Pick<CheckDefinition<K, P>, 'on' | 'evaluate'> & Partial<CheckDefinition<K, P>>;

/** A check of which only the type of resource and the question matter. */
export function testCheck<K extends ResourceType, const P extends Parameters = Parameters>(given: Given<K, P>): Check {
  const text = { en: 'as it should be', ja: 'あるべき姿' };
  return defineCheck<K, P>({
    title: text,
    severity: 'high',
    priority: 'P0',
    controlType: 'preventive',
    why: text,
    fix: { summary: text, terraform: '', cli: '', console: text },
    references: [],
    equivalents: [],
    examples: [],
    ...given,
  });
}

const versioning = testCheck({
  on: 'aws.s3.bucket',
  title: { en: 'Object versioning is on', ja: 'バージョニングが有効である' },
  severity: 'medium',
  equivalents: [
    'CKV_AWS_21',
    'AVD-AWS-0090',
    'tfsec:aws-s3-enable-versioning',
    'terrascan:AC_AWS_0214',
    'kics:568a4d22-3517-44a6-a7ad-6a7eed88722c',
  ],
  evaluate: ({ name, versioning: { status } }) =>
    status === 'Enabled' ? pass() : fail({ en: `Bucket ${name} has versioning ${status}`, ja: `${name}: ${status}` }),
});

const privateAcl = testCheck({
  on: 'aws.s3.bucket',
  title: { en: 'Bucket ACL is private', ja: 'ACL が private である' },
  severity: 'critical',
  equivalents: ['CKV_AWS_20'],
  aliases: ['s3-acl-private'],
  evaluate: ({ name, acl }) => (acl === 'private' ? pass() : fail({ en: `Bucket ${name} has the ACL ${acl}`, ja: `${name}: ${acl}` })),
});

const requiredTags = testCheck({
  on: 'aws.s3.bucket',
  title: { en: 'Required tags are set', ja: '必須タグがある' },
  severity: 'low',
  params: {
    keys: { type: 'strings', default: [], description: { en: 'tag keys', ja: 'タグキー' } },
    minimum: { type: 'number', default: 0, min: 0, description: { en: 'number of tags', ja: 'タグ数' } },
  },
  evaluate: ({ name, tags }, { keys }) => {
    if (keys.length === 0) return notApplicable({ en: 'no tags are required', ja: '必須タグなし' });
    const missing = keys.filter((key) => !tags.has(key));
    return missing.length === 0 ? pass() : fail({ en: `Bucket ${name} lacks ${missing.join(', ')}`, ja: `${name}: ${missing.join(', ')}` });
  },
});

const framework: Framework = {
  id: 'example-standard',
  version: '2.0',
  name: 'Example Standard',
  mapping: 'own',
  complete: true,
  controls: { '1.1': ['aws-s3-bucket-versioning'], '1.2': ['s3-acl-private'], '2.1': ['aws-s3-bucket-required-tags'], '3.1': [] },
};

/** Three checks on S3 buckets and one framework. */
export const smallCatalogue = openCatalogue(
  [
    { id: 'aws-s3-bucket-acl-private', check: privateAcl },
    { id: 'aws-s3-bucket-required-tags', check: requiredTags },
    { id: 'aws-s3-bucket-versioning', check: versioning },
  ],
  [framework],
);
