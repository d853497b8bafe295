import { defineCheck, fail, fails, pass, passes } from 'kumomori/checks';

/** What a condition cannot say well: a name that has to fit another attribute. */
export const check = defineCheck({
  title: { en: 'S3 bucket name begins with its team', ja: 'S3 バケット名が担当チームで始まる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: { en: 'Bills and alarms name the bucket only.', ja: '請求や警告にはバケット名しか出ません。' },
  fix: { summary: { en: 'Begin the name with the value of the tag team.', ja: '名前を team タグの値で始めてください。' } },
  references: [],
  equivalents: [],
  evaluate(bucket) {
    const team = bucket.tags.get('team');
    if (team === undefined || bucket.bucketName?.startsWith(`${team}-`)) return pass();
    return fail({
      en: `Bucket ${bucket.name} does not begin with ${team}-`,
      ja: `バケット ${bucket.name} の名前が ${team}- で始まっていません`,
    });
  },
  examples: [
    fails('another name', `resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n  tags   = { team = "web" }\n}`),
    passes('the name of the team', `resource "aws_s3_bucket" "orders" {\n  bucket = "web-orders-bucket"\n  tags   = { team = "web" }\n}`),
  ],
});
