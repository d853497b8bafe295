/** When a bucket policy counts as public (S3 guide, "Blocking public access", "The meaning of public"). */
import { isJson, listOf, textsOf } from './row.test-helper.ts';
import type { Json, Statement } from './row.test-helper.ts';

const FIXING_KEYS = [
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  'aws:userid',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalarn',
  'aws:principalaccount',
];
const FIXING_OPERATORS = ['StringEquals', 'StringLike', 'StringEqualsIgnoreCase', 'ArnEquals', 'ArnLike'];

/** One public statement makes the whole policy public. */
export function isPublic(statements: readonly Statement[]): boolean {
  return statements.some(({ body }) => body.Effect === 'Allow' && opensToAll(body) && !isFixed(body));
}

function opensToAll(body: Json): boolean {
  if (body.NotPrincipal !== undefined || body.Principal === '*') return true;
  return isJson(body.Principal) && (listOf(body.Principal.AWS).includes('*') || body.Principal.Federated !== undefined);
}

function isFixed(body: Json): boolean {
  if (!isJson(body.Condition)) return false;
  return Object.entries(body.Condition).some(
    ([operator, keys]) => isJson(keys) && Object.entries(keys).some(([key, values]) => fixes(operator, key.toLowerCase(), textsOf(values))),
  );
}

function fixes(operator: string, key: string, values: readonly string[]): boolean {
  if (operator.replace('ForAnyValue:', '') === 'IpAddress') return key === 'aws:sourceip' && values.every(isNarrow);
  if (!FIXING_OPERATORS.includes(operator.replace('ForAnyValue:', '')) || !FIXING_KEYS.includes(key)) return false;
  // The name of an access point may be left open as long as its account is fixed.
  if (key === 's3:dataaccesspointarn') return values.every((value) => /^arn:aws:s3:[^:]*:\d{12}:accesspoint\//.test(value));
  return values.every((value) => !/[*?]|\$\{/.test(value));
}

function isNarrow(range: string): boolean {
  const [address = '', length] = range.split('/');
  const isSix = address.includes(':');
  return length === undefined || Number(length) >= (isSix ? 32 : 8);
}
