/** Is a role worth stealing? Narrower than "may do anything", wider than "least privilege is violated". */
import { any, none } from '../../check/index.ts';
import type { PolicyDocument, PolicyStatement } from '../../policy/index.ts';
import { coversAction, coversAllResources, findStatement } from '../../policy/index.ts';
import { isEffective } from './administration.ts';

/** AWS managed policies that administer, or read or change all data of a service. Source: AWS managed policy reference, read 2026-11-22. */
const powerfulPolicies = new Set([
  ...['AdministratorAccess', 'PowerUserAccess', 'IAMFullAccess', 'SecretsManagerReadWrite', 'ReadOnlyAccess'],
  ...['AmazonS3FullAccess', 'AmazonS3ReadOnlyAccess', 'AmazonDynamoDBFullAccess', 'AmazonDynamoDBReadOnlyAccess', 'AmazonRDSFullAccess'],
  ...['AmazonEC2FullAccess', 'AWSLambda_FullAccess', 'AmazonSSMFullAccess', 'AWSKeyManagementServicePowerUser', 'AmazonSQSFullAccess'],
  ...['AmazonEC2ContainerRegistryFullAccess', 'AmazonRedshiftFullAccess', 'AmazonOpenSearchServiceFullAccess', 'AmazonECS_FullAccess'],
]);

/** By ARN; paths such as `job-function/` do not matter. */
export function isPowerfulManagedPolicy(arn: string): boolean {
  return powerfulPolicies.has(arn.slice(arn.lastIndexOf('/') + 1));
}

/**
 * The statement that gives all actions of a service beyond named resources, that changes rights, or that reads the data of a whole store;
 * undefined when certainly none does.
 */
export function powerfulStatement(policy: PolicyDocument): PolicyStatement | undefined {
  return findStatement(
    policy,
    (statement) =>
      statement.effect === 'Allow' &&
      (isServiceWide(statement) || raisesRights(statement) || readsStore(statement)) &&
      none(statement.conditions, isEffective),
  );
}

/** `s3:*` or `*` on more than named resources. */
function isServiceWide(statement: PolicyStatement): boolean {
  return (
    any(statement.actions, (action) => /^(?:\*+|[a-z0-9-]+:\*+)$/i.test(action)) &&
    any(statement.resources, (resource) => resource.endsWith('*'))
  );
}

const rightsActions = ['iam:PutRolePolicy', 'iam:AttachRolePolicy', 'iam:CreateAccessKey', 'iam:PassRole', 'sts:AssumeRole'];

function raisesRights(statement: PolicyStatement): boolean {
  return coversAllResources(statement) && rightsActions.some((action) => coversAction(statement, action));
}

/** Every object of a bucket, every item of a table, every secret, every key. */
function readsStore(statement: PolicyStatement): boolean {
  if (coversAction(statement, 's3:GetObject')) return any(statement.resources, (resource) => resource === '*' || resource.endsWith('/*'));
  if (coversAction(statement, 'dynamodb:Scan')) return true;
  return (
    coversAllResources(statement) && ['secretsmanager:GetSecretValue', 'kms:Decrypt'].some((action) => coversAction(statement, action))
  );
}
