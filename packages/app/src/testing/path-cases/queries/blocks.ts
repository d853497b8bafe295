/** Blocks that several questions share. */
import { policy } from '../parts.ts';

/** A service control policy on the account of the code: everything but these actions. */
export function scp(...denied: readonly string[]): string {
  return `resource "aws_organizations_policy" "guard" {
  name    = "guard"
  type    = "SERVICE_CONTROL_POLICY"
  content = ${policy({ Effect: 'Deny', Action: denied })}
}
resource "aws_organizations_policy_attachment" "guard" {
  policy_id = aws_organizations_policy.guard.id
  target_id = "123456789012"
}
`;
}

export function bucketPolicy(bucket: string, document: string): string {
  return `resource "aws_s3_bucket_policy" "${bucket}" {
  bucket = aws_s3_bucket.${bucket}.id
  policy = ${document}
}
`;
}

export function boundary(document: string): string {
  return `resource "aws_iam_policy" "boundary" {
  name   = "boundary"
  policy = ${document}
}
`;
}

/** A function whose code is a local archive, or what is given. */
export function lambda(more = 'filename = "orders.zip"'): string {
  return `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.runner.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  ${more}
}
`;
}
