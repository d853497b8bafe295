/** One case for each kind of step that comes from an estate. */
import { admin, customers, exposed, OBJECTS, policy, READ, rights, role, SERVICE, user } from './parts.ts';
import type { PathCase } from './types.ts';

const web = role('web', SERVICE('ec2')) + rights('web', policy(READ));
const ci = `resource "aws_iam_access_key" "ci" {
  user = aws_iam_user.ci.name
}
${user('ci', policy({ Action: '*' }))}`;
const fn = (environment = ''): string => `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.runner.arn
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "orders.zip"
  ${environment}
}
${role('runner', SERVICE('lambda'))}`;
const inFunction = fn('environment {\n    variables = { AWS_SECRET_ACCESS_KEY = aws_iam_access_key.ci.secret }\n  }');

export const edgeCases: readonly PathCase[] = [
  {
    name: 'credentials of an exposed machine by its open metadata service',
    estate: exposed(443, { tokens: 'optional' }) + web + customers,
    tells: 'internet: NET_REACH aws_instance.web, CRED_THEFT_IMDS aws_iam_role.web, CAN_READ aws_s3_bucket.customers',
    closedBy: [['"optional"', '"required"']],
  },
  {
    name: 'a key in the environment of a function that somebody may look at',
    estate: ci + inFunction + user('alice', policy({ Action: 'lambda:GetFunctionConfiguration' })),
    tells: 'aws_iam_user.alice: LEAKS_CREDENTIAL aws_iam_user.ci, HAS_ADMIN admin',
    closedBy: [['AWS_SECRET_ACCESS_KEY = aws_iam_access_key.ci.secret', 'STAGE = "production"']],
  },
  {
    name: 'a key in the user data of a machine that somebody may look at',
    estate:
      ci +
      web +
      exposed(443, { open: '10.0.0.0/16', more: 'user_data = "export AWS_SECRET_ACCESS_KEY=${aws_iam_access_key.ci.secret}"' }) +
      user('alice', policy({ Action: 'ec2:DescribeInstanceAttribute' })),
    tells: 'aws_iam_user.alice: LEAKS_CREDENTIAL aws_iam_user.ci, HAS_ADMIN admin',
    closedBy: [['export AWS_SECRET_ACCESS_KEY=${aws_iam_access_key.ci.secret}', 'echo ready']],
  },
  {
    name: 'a key in an object of a bucket that somebody reads',
    estate: `${ci}resource "aws_s3_bucket" "handover" {
  bucket = "handover"
}
resource "aws_s3_object" "key" {
  bucket  = aws_s3_bucket.handover.id
  key     = "ci.txt"
  content = aws_iam_access_key.ci.secret
}
${user('alice', policy({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::handover/*' }))}`,
    tells: 'aws_iam_user.alice: CAN_READ aws_s3_bucket.handover, LEAKS_CREDENTIAL aws_iam_user.ci, HAS_ADMIN admin',
    closedBy: [['= aws_iam_access_key.ci.secret', '= "see the vault"']],
  },
  {
    name: 'a role passed to a new function',
    estate: admin('lambda') + user('alice', policy({ Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] })),
    tells: 'aws_iam_user.alice: CAN_LAUNCH aws_iam_role.admin, HAS_ADMIN admin',
    closedBy: [['"iam:PassRole",', '']],
  },
  {
    name: 'the code of a function replaced',
    estate:
      fn() +
      rights('runner', policy({ Action: '*' })) +
      user('alice', policy({ Action: ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'] })),
    tells: 'aws_iam_user.alice: CAN_UPDATE_CODE aws_lambda_function.orders, RUNS_AS aws_iam_role.runner, HAS_ADMIN admin',
    closedBy: [['"lambda:UpdateFunctionCode",', '']],
  },
  {
    name: 'a command on a machine by Systems Manager',
    estate:
      exposed(443, { open: '10.0.0.0/16' }) +
      role('web', SERVICE('ec2')) +
      rights('web', policy({ Action: '*' })) +
      user('alice', policy({ Action: 'ssm:SendCommand' })),
    tells: 'aws_iam_user.alice: CAN_EXEC aws_instance.web, RUNS_AS aws_iam_role.web, HAS_ADMIN admin',
    closedBy: [['ssm:SendCommand', 'ssm:ListCommands']],
  },
  {
    name: 'a command in a container by ECS Exec',
    estate: `resource "aws_ecs_cluster" "main" {
  name = "main"
}
resource "aws_ecs_task_definition" "api" {
  family                = "api"
  task_role_arn         = aws_iam_role.task.arn
  container_definitions = jsonencode([{ name = "api", image = "api:1" }])
}
resource "aws_ecs_service" "api" {
  name                   = "api"
  cluster                = aws_ecs_cluster.main.id
  task_definition        = aws_ecs_task_definition.api.arn
  enable_execute_command = true
}
${role('task', SERVICE('ecs-tasks'))}${rights('task', policy({ Action: '*' }))}${user('alice', policy({ Action: ['ecs:ExecuteCommand', 'ecs:DescribeTasks'] }))}`,
    tells: 'aws_iam_user.alice: CAN_EXEC aws_ecs_task_definition.api, RUNS_AS aws_iam_role.task, HAS_ADMIN admin',
    closedBy: [['"ecs:ExecuteCommand",', '']],
  },
  {
    name: 'a build started with another buildspec',
    estate: `resource "aws_codebuild_project" "deploy" {
  name         = "deploy"
  service_role = aws_iam_role.build.arn
  source {
    type = "NO_SOURCE"
  }
}
${role('build', SERVICE('codebuild'))}${rights('build', policy({ Action: '*' }))}${user('alice', policy({ Action: 'codebuild:StartBuild' }))}`,
    tells: 'aws_iam_user.alice: CAN_EXEC aws_codebuild_project.deploy, RUNS_AS aws_iam_role.build, HAS_ADMIN admin',
    closedBy: [['codebuild:StartBuild', 'codebuild:ListBuilds']],
  },
  {
    name: 'a boundary that its holder removes',
    estate: `resource "aws_iam_policy" "boundary" {
  name   = "boundary"
  policy = ${policy({ Action: ['s3:*', 'iam:DeleteUserPermissionsBoundary'] })}
}
${user('alice', policy({ Action: '*' }), 'permissions_boundary = aws_iam_policy.boundary.arn')}`,
    tells: 'aws_iam_user.alice: CAN_REMOVE_BOUNDARY admin',
    closedBy: [[',"iam:DeleteUserPermissionsBoundary"', '']],
  },
  {
    name: 'a tag that the attacker writes himself',
    estate:
      exposed(443, { open: '10.0.0.0/16' }) +
      role('web', SERVICE('ec2')) +
      rights('web', policy({ Action: '*' })) +
      user(
        'alice',
        policy(
          { Action: 'ssm:SendCommand', Condition: { StringEquals: { 'ssm:ResourceTag/team': 'orders' } } },
          { Action: 'ec2:CreateTags', Resource: '*' },
        ),
      ),
    tells: 'aws_iam_user.alice: CAN_EXEC aws_instance.web, RUNS_AS aws_iam_role.web, HAS_ADMIN admin',
    closedBy: [['ec2:CreateTags', 'ec2:DescribeTags']],
  },
  {
    name: 'data encrypted by a key that the reader may use',
    estate: `resource "aws_kms_key" "customers" {
}
resource "aws_s3_bucket_server_side_encryption_configuration" "customers" {
  bucket = aws_s3_bucket.customers.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.customers.arn
    }
  }
}
${customers}${exposed(22)}${role('web', SERVICE('ec2'))}${rights('web', policy(READ, { Action: 'kms:Decrypt' }))}`,
    tells: 'internet: NET_REACH aws_instance.web, RUNS_AS aws_iam_role.web, CAN_READ aws_s3_bucket.customers',
    closedBy: [['kms:Decrypt', 'kms:ListKeys']],
  },
  {
    name: 'only a folder of the bucket may be read',
    estate:
      customers +
      exposed(22) +
      role('web', SERVICE('ec2')) +
      rights('web', policy({ Action: 's3:GetObject', Resource: OBJECTS.replace('*', 'reports/*') })),
    tells: 'internet: NET_REACH aws_instance.web, RUNS_AS aws_iam_role.web, CAN_READ aws_s3_bucket.customers',
    closedBy: [['orders-bucket/reports/*', 'releases-bucket/reports/*']],
  },
];
