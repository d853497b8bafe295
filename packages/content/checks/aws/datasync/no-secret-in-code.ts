/** What is in the code is in the state file, in every plan and in the history of the repository. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DataSync locations hold no secret key', ja: 'DataSync のロケーションにシークレットキーが書かれていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.datasync.object-storage-location',
  why: {
    en: 'The secret key of the storage can be read by everybody who may read the code or the state.',
    ja: 'コードやステートを読める全員が、ストレージのシークレットキーを読めます。',
  },
  fix: {
    summary: {
      en: 'Create the location with the key outside of code, or use a storage with roles.',
      ja: 'キーをコードの外で設定するか、ロールで認証できるストレージを使ってください。',
    },
    terraform: `resource "aws_datasync_location_object_storage" "orders" {
  server_hostname = "objects.example.com"
  bucket_name     = "orders-bucket"
  agent_arns      = ["arn:aws:datasync:ap-northeast-1:123456789012:agent/agent-0123456789abcdef0"]
}`,
  },
  references: ['https://docs.aws.amazon.com/datasync/latest/userguide/create-object-location.html'],
  equivalents: ['CKV_AWS_295'],
  noFramework: 'no control mapping yet',
  evaluate(location) {
    if (!location.hasSecretKey) return pass();
    return fail({
      en: `Location ${location.name} holds a secret key`,
      ja: `ロケーション ${location.name} にシークレットキーが書かれています`,
    });
  },
  examples: [
    fails(
      'written',
      `resource "aws_datasync_location_object_storage" "orders" {
  server_hostname = "objects.example.com"
  bucket_name     = "orders-bucket"
  agent_arns      = ["arn:aws:datasync:ap-northeast-1:123456789012:agent/agent-0123456789abcdef0"]
  access_key      = "orders"
  secret_key      = join("-", ["orders", "objects", "key"])
}`,
    ),
    passes(
      'none',
      `resource "aws_datasync_location_object_storage" "orders" {
  server_hostname = "objects.example.com"
  bucket_name     = "orders-bucket"
  agent_arns      = ["arn:aws:datasync:ap-northeast-1:123456789012:agent/agent-0123456789abcdef0"]
}`,
    ),
  ],
});
