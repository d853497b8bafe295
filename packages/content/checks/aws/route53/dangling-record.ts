/** A name that points at something released can be taken over by whoever claims it next. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

/** Host names of services where a released name can be claimed by anybody. Source: AWS documentation of each service, read 2026-11-22. */
function isClaimable(host: string): boolean {
  return /\.(?:s3-website[.-][a-z0-9-]+\.amazonaws\.com|elasticbeanstalk\.com|s3\.amazonaws\.com|s3\.[a-z0-9-]+\.amazonaws\.com)\.?$/i.test(
    host,
  );
}

export const check = defineCheck({
  title: { en: 'DNS records do not point at released resources', ja: 'DNS レコードが解放済みのリソースを指していない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.route53.record',
  why: {
    en: 'Bucket and environment names can be claimed by anyone once released; then your domain serves their pages.',
    ja: 'バケット名や環境名は解放されると誰でも取得でき、自社ドメインで他人のページが表示されます。',
  },
  fix: {
    summary: {
      en: 'Delete the record, or let it refer to a resource that this code owns.',
      ja: 'レコードを削除するか、コードが所有するリソースを参照させてください。',
    },
    terraform: `resource "aws_s3_bucket" "campaign" {
  bucket = "campaign.example.com"
}

resource "aws_s3_bucket_website_configuration" "campaign" {
  bucket = aws_s3_bucket.campaign.id
}

resource "aws_route53_record" "campaign" {
  zone_id = "Z0123456789"
  name    = "campaign.example.com"
  type    = "CNAME"
  ttl     = 300
  records = [aws_s3_bucket_website_configuration.campaign.website_endpoint]
}`,
    cli: 'aws route53 change-resource-record-sets --hosted-zone-id ZONE --change-batch file://delete.json',
    console: {
      en: 'Route 53 → Hosted zones → the zone → select the record → Delete.',
      ja: 'Route 53 → ホストゾーン → 対象 → レコードを選択 → 削除。',
    },
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/protection-from-dangling-dns.html'],
  equivalents: ['prowler:route53_dangling_ip_subdomain_takeover', 'cloudsploit:danglingDnsRecords'],
  evaluate(record) {
    const target = find(record.targets, (each) => isClaimable(each.value) && !each.isOwned);
    if (!target) return pass();
    return fail({
      en: `Record ${record.name} points at ${target.value}, which nothing in this code owns`,
      ja: `レコード ${record.name} は、コード内のどのリソースも所有していない ${target.value} を指しています`,
    });
  },
  examples: [
    fails(
      'a website bucket that is gone',
      `resource "aws_route53_record" "campaign" {
  zone_id = "Z0123456789"
  name    = "campaign.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["campaign.example.com.s3-website-ap-northeast-1.amazonaws.com"]
}
`,
    ),
    fails(
      'an environment that is gone',
      `resource "aws_route53_record" "campaign" {
  zone_id = "Z0123456789"
  name    = "campaign.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["minato-campaign.ap-northeast-1.elasticbeanstalk.com"]
}
`,
    ),
    passes(
      'the bucket is in this code',
      `resource "aws_s3_bucket" "campaign" {
  bucket = "campaign.example.com"
}
resource "aws_route53_record" "campaign" {
  zone_id = "Z0123456789"
  name    = "campaign.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["campaign.example.com.s3-website-ap-northeast-1.amazonaws.com"]
}
`,
    ),
    passes(
      "an address of one's own",
      `resource "aws_route53_record" "campaign" {
  zone_id = "Z0123456789"
  name    = "campaign.example.com"
  type    = "A"
  ttl     = 300
  records = ["198.51.100.7"]
}
`,
    ),
    isUnknown(
      'handed in',
      `variable "target" {}
resource "aws_route53_record" "campaign" {
  zone_id = "Z0123456789"
  name    = "campaign.example.com"
  type    = "CNAME"
  ttl     = 300
  records = [var.target]
}
`,
    ),
  ],
});
