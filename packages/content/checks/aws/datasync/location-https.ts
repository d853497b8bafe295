/** A copy job carries every object once through the network. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DataSync reaches object storage over HTTPS', ja: 'DataSync がオブジェクトストレージに HTTPS で接続している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.datasync.object-storage-location',
  why: {
    en: 'Over HTTP objects and signed requests can be read and changed on the way.',
    ja: 'HTTP では、オブジェクトや署名付きリクエストを経路上で読み書きできます。',
  },
  fix: {
    summary: { en: 'Remove server_protocol, or set it to HTTPS.', ja: 'server_protocol を削除するか HTTPS にしてください。' },
    terraform: `resource "aws_datasync_location_object_storage" "orders" {
  server_hostname = "objects.example.com"
  bucket_name     = "orders-bucket"
  agent_arns      = ["arn:aws:datasync:ap-northeast-1:123456789012:agent/agent-0123456789abcdef0"]
}`,
  },
  references: ['https://docs.aws.amazon.com/datasync/latest/userguide/create-object-location.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(location) {
    if (location.protocol !== 'HTTP') return pass();
    return fail({
      en: `Location ${location.name} is reached over plain HTTP`,
      ja: `ロケーション ${location.name} には平文の HTTP で接続します`,
    });
  },
  examples: [
    fails(
      'HTTP',
      `resource "aws_datasync_location_object_storage" "orders" {
  server_hostname = "objects.example.com"
  bucket_name     = "orders-bucket"
  agent_arns      = ["arn:aws:datasync:ap-northeast-1:123456789012:agent/agent-0123456789abcdef0"]
  server_protocol = "HTTP"
}`,
    ),
    passes(
      'the default',
      `resource "aws_datasync_location_object_storage" "orders" {
  server_hostname = "objects.example.com"
  bucket_name     = "orders-bucket"
  agent_arns      = ["arn:aws:datasync:ap-northeast-1:123456789012:agent/agent-0123456789abcdef0"]
}`,
    ),
  ],
});
