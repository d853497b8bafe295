/** Inside a VPC a function reaches what its security group and routes allow, and no more. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function runs inside a VPC', ja: '関数が VPC 内で動く' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.lambda.function',
  why: {
    en: 'Outside of a VPC the function reaches the whole internet and no private service; nothing filters or records its traffic.',
    ja: 'VPC の外の関数はインターネット全体に接続でき、通信の制限も記録もできません。',
  },
  fix: {
    summary: {
      en: 'Attach the function to private subnets.',
      ja: '関数をプライベートサブネットに接続してください。',
    },
    terraform: `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  vpc_config {
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Runtime: nodejs24.x
      Code:
        S3Bucket: orders-code
        S3Key: orders.zip
      VpcConfig:
        SubnetIds: [subnet-0123456789abcdef0, subnet-0fedcba9876543210]
        SecurityGroupIds: [sg-0123456789abcdef0]`,
    cli: 'aws lambda update-function-configuration --function-name NAME --vpc-config SubnetIds=SUBNET,SecurityGroupIds=GROUP',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html'],
  equivalents: ['CKV_AWS_117', 'Lambda.3', 'prowler:awslambda_function_inside_vpc', 'cloudsploit:lambdaVpcConfig'],
  evaluate(lambda) {
    if (lambda.inVpc) return pass();
    return fail({
      en: `Function ${lambda.name} runs outside of a VPC`,
      ja: `関数 ${lambda.name} は VPC の外で動いています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Runtime: nodejs24.x
      Code:
        S3Bucket: orders-code
        S3Key: orders.zip`,
      },
    ),
    passes(
      'in two subnets',
      `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  vpc_config {
    subnet_ids         = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Runtime: nodejs24.x
      Code:
        S3Bucket: orders-code
        S3Key: orders.zip
      VpcConfig:
        SubnetIds: [subnet-0123456789abcdef0, subnet-0fedcba9876543210]
        SecurityGroupIds: [sg-0123456789abcdef0]`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "subnets" {}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  vpc_config {
    subnet_ids         = var.subnets
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}`,
    ),
  ],
});
