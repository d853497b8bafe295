/** A job that fails or leaks takes its output along unless it logs while it runs. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Glue jobs log while they run', ja: 'Glue ジョブが実行中のログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.glue.job-logging',
  why: {
    en: 'Without continuous logging nobody sees what a job does until it ends, and little of it afterwards.',
    ja: '継続的なログがないと、終了するまでジョブの動作が分からず、終了後に残る情報もわずかです。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'default_arguments{}.--enable-continuous-cloudwatch-log', value: 'true' }],
      cloudformation: [{ set: 'DefaultArguments.--enable-continuous-cloudwatch-log', value: 'true' }],
    },
    summary: {
      en: 'Set --enable-continuous-cloudwatch-log to true in default_arguments.',
      ja: 'default_arguments で --enable-continuous-cloudwatch-log を true にしてください。',
    },
    terraform: `resource "aws_glue_job" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://orders-scripts/job.py"
  }
  default_arguments = {
    "--enable-continuous-cloudwatch-log" = "true"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::Job
    Properties:
      Name: orders
      Role: arn:aws:iam::123456789012:role/glue
      Command:
        Name: glueetl
        ScriptLocation: s3://orders-scripts/job.py
      DefaultArguments:
        "--enable-continuous-cloudwatch-log": "true"`,
    cli: 'aws glue update-job --job-name NAME --job-update file://job.json',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/monitor-continuous-logging-enable.html'],
  equivalents: ['Glue.2', 'prowler:glue_etl_jobs_logging_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(job) {
    if (job.arguments.get('--enable-continuous-cloudwatch-log') === 'true') return pass();
    return fail({
      en: `Glue job ${job.name} does not log while it runs`,
      ja: `Glue ジョブ ${job.name} は実行中のログを出力していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_glue_job" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://orders-scripts/job.py"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::Job
    Properties:
      Name: orders
      Role: arn:aws:iam::123456789012:role/glue
      Command:
        Name: glueetl
        ScriptLocation: s3://orders-scripts/job.py`,
      },
    ),
    passes(
      'switched on',
      `resource "aws_glue_job" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://orders-scripts/job.py"
  }
  default_arguments = {
    "--enable-continuous-cloudwatch-log" = "true"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::Job
    Properties:
      Name: orders
      Role: arn:aws:iam::123456789012:role/glue
      Command:
        Name: glueetl
        ScriptLocation: s3://orders-scripts/job.py
      DefaultArguments:
        "--enable-continuous-cloudwatch-log": "true"`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "arguments" {}
resource "aws_glue_job" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://orders-scripts/job.py"
  }
  default_arguments = var.arguments
}`,
    ),
  ],
});
