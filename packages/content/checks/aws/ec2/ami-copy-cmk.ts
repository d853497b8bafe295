/** An image encrypted with the key of AWS cannot be shared at all, or withdrawn. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Image copies use a customer managed key', ja: 'イメージのコピーがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.image',
  why: {
    en: 'With the key of AWS the account can neither limit who launches from the copy nor withdraw that right later.',
    ja: 'AWS 管理キーでは、コピーから起動できる人を制限することも、後から取り消すこともできません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id on the copy.', ja: 'コピーに kms_key_id を指定してください。' },
    terraform: `resource "aws_ami_copy" "golden" {
  name              = "golden"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "ap-northeast-1"
  encrypted         = true
  kms_key_id        = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html'],
  equivalents: ['CKV_AWS_236'],
  noFramework: 'no control mapping yet',
  evaluate(image) {
    if (!aside(() => image.isCopy)) return notApplicable({ en: `${image.name} is not a copy`, ja: `${image.name} はコピーではありません` });
    if (image.hasCustomerKey) return pass();
    return fail({
      en: `Image copy ${image.name} is not encrypted with a customer managed key`,
      ja: `イメージのコピー ${image.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'the key of AWS',
      `resource "aws_ami_copy" "golden" {
  name              = "golden"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "ap-northeast-1"
  encrypted         = true
}`,
    ),
    passes(
      'a key',
      `resource "aws_ami_copy" "golden" {
  name              = "golden"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "ap-northeast-1"
  encrypted         = true
  kms_key_id        = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
    isNotApplicable(
      'not a copy',
      `resource "aws_ami" "golden" {
  name = "golden"
}`,
    ),
  ],
});
