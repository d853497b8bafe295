/** A runtime past its end gets no security updates, and one day AWS refuses to deploy the fix of your own code too. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

/**
 * Runtimes whose deprecation date lies before 2026-11-22. Source: AWS Lambda Developer Guide, "Lambda runtimes", in copies of 2025 and 2026,
 * and AWS's notices of 2026 for provided.al2 (2026-07-31) and python3.10 (2026-10-31), read 2026-11-22. The dates of ruby3.2 and of the runtimes
 * before 2022 are general knowledge, to be confirmed. Still supported: nodejs22.x, python3.11 (extended into 2027), java8.al2, java11, java17
 * (likewise), dotnet10, ruby3.3, provided.al2023 and whatever is newer.
 */
const deprecated: Readonly<Record<string, string>> = {
  nodejs: '2016-10-31',
  'nodejs4.3': '2020-03-05',
  'nodejs4.3-edge': '2020-03-05',
  'nodejs6.10': '2019-08-12',
  'nodejs8.10': '2020-03-06',
  'nodejs10.x': '2021-07-30',
  'nodejs12.x': '2023-03-31',
  'nodejs14.x': '2023-12-04',
  'nodejs16.x': '2024-06-12',
  'nodejs18.x': '2025-09-01',
  'nodejs20.x': '2026-04-30',
  'python2.7': '2021-07-15',
  'python3.6': '2022-07-18',
  'python3.7': '2023-12-04',
  'python3.8': '2024-10-14',
  'python3.9': '2025-12-15',
  'python3.10': '2026-10-31',
  'ruby2.5': '2021-07-30',
  'ruby2.7': '2023-12-07',
  'ruby3.2': '2026-03-31',
  java8: '2024-01-08',
  'go1.x': '2024-01-08',
  'dotnetcore1.0': '2019-06-27',
  'dotnetcore2.0': '2019-05-30',
  'dotnetcore2.1': '2022-01-05',
  'dotnetcore3.1': '2023-04-03',
  'dotnet5.0': '2022-05-10',
  dotnet6: '2024-12-20',
  dotnet7: '2024-05-14',
  dotnet8: '2026-11-10',
  provided: '2024-01-08',
  'provided.al2': '2026-07-31',
};

export const check = defineCheck({
  title: { en: 'Function runtime is supported', ja: '関数のランタイムがサポートされている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.lambda.function',
  why: {
    en: 'AWS no longer patches a deprecated runtime, and later blocks creating and updating functions that use it.',
    ja: '非推奨のランタイムには修正が提供されず、やがて関数の作成や更新もできなくなります。',
  },
  fix: {
    summary: { en: 'Move the function to a current runtime of its language.', ja: '関数を同じ言語の現行ランタイムに移行してください。' },
    terraform: `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders-function"
  handler       = "index.handler"
  filename      = "orders.zip"
  runtime       = "nodejs24.x"
}`,
    cli: 'aws lambda update-function-configuration --function-name NAME --runtime nodejs24.x',
    console: {
      en: 'Lambda → the function → Code → Runtime settings → Edit → Runtime → Save.',
      ja: 'Lambda → 対象の関数 → コード → ランタイム設定 → 編集 → ランタイムを選択 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
  equivalents: ['CKV_AWS_363', 'Lambda.2', 'prowler:awslambda_function_using_supported_runtimes', 'cloudsploit:lambdaOldRuntimes'],
  params: {
    alsoDeprecated: {
      type: 'strings',
      default: [],
      description: {
        en: 'Runtimes that count as deprecated besides the built-in table',
        ja: '組み込みの表に加えて非推奨とみなすランタイム',
      },
    },
    accepted: {
      type: 'strings',
      default: [],
      description: { en: 'Runtimes of the table that are accepted all the same', ja: '表にあっても許容するランタイム' },
    },
  },
  evaluate(lambda, { alsoDeprecated, accepted }) {
    if (lambda.packageType === 'Image')
      return notApplicable({ en: 'The image brings its own runtime', ja: 'ランタイムはイメージに含まれます' });
    const { runtime } = lambda;
    if (runtime === undefined) return notApplicable({ en: 'No runtime is written', ja: 'ランタイムの記述がありません' });
    const since = deprecated[runtime];
    if ((since === undefined && !alsoDeprecated.includes(runtime)) || accepted.includes(runtime)) return pass();
    return fail(
      {
        en: `Function ${lambda.name} uses the runtime ${runtime}, deprecated ${since ? `since ${since}` : 'by your settings'}`,
        ja: `関数 ${lambda.name} のランタイム ${runtime} は${since ? ` ${since} に` : '設定により'}非推奨です`,
      },
      { at: ['runtime'] },
    );
  },
  examples: [
    fails('past its end', `resource "aws_lambda_function" "orders" {\n  function_name = "orders"\n  runtime       = "python3.8"\n}`),
    fails(
      'default of a variable',
      `variable "runtime" {\n  default = "nodejs18.x"\n}\nresource "aws_lambda_function" "orders" {\n  function_name = "orders"\n  runtime       = var.runtime\n}`,
    ),
    fails('announced since', `resource "aws_lambda_function" "orders" {\n  function_name = "orders"\n  runtime       = "nodejs22.x"\n}`, {
      params: { alsoDeprecated: ['nodejs22.x'] },
    }),
    passes('current', `resource "aws_lambda_function" "orders" {\n  function_name = "orders"\n  runtime       = "python3.13"\n}`),
    passes(
      'accepted for now',
      `resource "aws_lambda_function" "orders" {\n  function_name = "orders"\n  runtime       = "provided.al2"\n}`,
      {
        params: { accepted: ['provided.al2'] },
      },
    ),
    isUnknown(
      'handed in',
      `variable "runtime" {}\nresource "aws_lambda_function" "orders" {\n  function_name = "orders"\n  runtime       = var.runtime\n}`,
    ),
    isNotApplicable(
      'container image',
      `resource "aws_lambda_function" "orders" {\n  function_name = "orders"\n  package_type  = "Image"\n  image_uri     = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/orders:1"\n}`,
    ),
    fails('past its end (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Code:
        S3Bucket: orders-code
        S3Key: orders.zip
      Runtime: python3.8`,
    }),
    passes('current (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Code:
        S3Bucket: orders-code
        S3Key: orders.zip
      Runtime: python3.13`,
    }),
  ],
});
