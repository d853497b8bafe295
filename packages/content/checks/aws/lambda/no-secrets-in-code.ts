/** Code is copied, cached and read by more people than a secret store. */
import { defineCheck, describeCredential, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Deployed code holds no credentials', ja: 'デプロイされるコードに認証情報がない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.lambda.function',
  why: {
    en: 'Everybody who may read the template or download the function reads the credential; it stays in every version.',
    ja: 'テンプレートを参照できる人や関数をダウンロードできる人に読まれ、全バージョンに残り続けます。',
  },
  fix: {
    summary: {
      en: 'Read the value from Secrets Manager or Parameter Store when the function runs, and change the one that leaked.',
      ja: '実行時に Secrets Manager かパラメータストアから読み、漏れた値は変更してください。',
    },
    terraform: `data "archive_file" "orders" {
  type        = "zip"
  output_path = "orders.zip"
  source {
    filename = "index.py"
    content  = <<-EOT
      def handler(event, context):
          return connect(read_secret("orders-db"))
    EOT
  }
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  filename      = data.archive_file.orders.output_path
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Runtime: python3.13
      Code:
        ZipFile: |
          def handler(event, context):
              return connect(read_secret("orders-db"))`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html'],
  equivalents: ['prowler:awslambda_function_no_secrets_in_code'],
  evaluate(lambda) {
    const credential = lambda.codeCredential;
    if (!credential) return pass();
    const { line } = credential;
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `The code of function ${lambda.name} holds ${en} (line ${line})`,
      ja: `関数 ${lambda.name} のコードに${ja}が含まれています (${line} 行目)`,
    });
  },
  examples: [
    fails(
      'a password in a file of the package',
      `data "archive_file" "orders" {
  type        = "zip"
  output_path = "orders.zip"
  source {
    filename = "index.py"
    content  = <<-EOT
      db_password = "Winter2026-orders"
      def handler(event, context):
          return connect(db_password)
    EOT
  }
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  filename      = data.archive_file.orders.output_path
}`,
    ),
    passes(
      'read when it runs',
      `data "archive_file" "orders" {
  type        = "zip"
  output_path = "orders.zip"
  source {
    filename = "index.py"
    content  = <<-EOT
      def handler(event, context):
          return connect(read_secret("orders-db"))
    EOT
  }
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  filename      = data.archive_file.orders.output_path
}`,
    ),
    isNotApplicable(
      'a package',
      `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  filename      = "orders.zip"
}`,
    ),
    fails('a password in the code', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Runtime: python3.13
      Code:
        ZipFile: |
          db_password = "Winter2026-orders"
          def handler(event, context):
              return connect(db_password)`,
    }),
    passes('read when it runs', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Runtime: python3.13
      Code:
        ZipFile: |
          def handler(event, context):
              return connect(read_secret("orders-db"))`,
    }),
  ],
});
