/** A name that points at something released can be taken over by whoever claims it next. */
import { HOLE, defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

/**
 * Host names of services where a released name can be claimed by anybody: S3 (websites and buckets) and Elastic Beanstalk with a chosen
 * prefix. A part that is not known (the region) does not matter. Source: general knowledge of the services' naming, to be confirmed.
 */
const claimable = new RegExp(
  `\\.(?:s3-website[.-][a-z0-9${HOLE}-]+\\.amazonaws\\.com|s3(?:[.-][a-z0-9${HOLE}-]+)?\\.amazonaws\\.com|elasticbeanstalk\\.com)(?:\\.cn)?\\.?$`,
  'i',
);

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
    // They lead nowhere, and what texts say is not kept.
    if (record.type === 'TXT' || record.type === 'CAA') return pass();
    const target = find(record.targets, (each) => claimable.test(each.value) && !each.isOwned);
    if (!target) return pass();
    return fail({
      en: `Record ${record.name} points at ${target.value}, which nothing here owns`,
      ja: `レコード ${record.name} は、ここにあるどのリソースも所有していない ${target.value} を指しています`,
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
      {
        cloudformation: `Resources:
  Campaign:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0123456789
      Name: campaign.example.com
      Type: A
      TTL: '300'
      ResourceRecords:
        - 198.51.100.7`,
      },
    ),
    fails(
      'an alias to the website endpoint, and no bucket of that name',
      `resource "aws_route53_record" "campaign" {
  zone_id = "Z0123456789"
  name    = "campaign.example.com"
  type    = "A"
  alias {
    name                   = "s3-website-ap-northeast-1.amazonaws.com"
    zone_id                = "Z2M4EHUR26P7ZW"
    evaluate_target_health = false
  }
}
`,
    ),
    fails(
      'the region is read from the cloud',
      `data "aws_region" "current" {}
resource "aws_route53_record" "campaign" {
  zone_id = "Z0123456789"
  name    = "campaign.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["campaign.example.com.s3-website-\${data.aws_region.current.region}.amazonaws.com"]
}
`,
    ),
    passes(
      'an alias to the website endpoint, name without its zone',
      `resource "aws_s3_bucket" "campaign" {
  bucket = "campaign.example.com"
}
resource "aws_route53_record" "campaign" {
  zone_id = "Z0123456789"
  name    = "campaign"
  type    = "A"
  alias {
    name                   = "s3-website-ap-northeast-1.amazonaws.com"
    zone_id                = "Z2M4EHUR26P7ZW"
    evaluate_target_health = false
  }
}
`,
    ),
    isUnknown(
      'the name of the bucket is handed in',
      `variable "site" {}
resource "aws_s3_bucket" "site" {
  bucket = var.site
}
resource "aws_route53_record" "site" {
  zone_id = "Z0123456789"
  name    = var.site
  type    = "CNAME"
  ttl     = 300
  records = ["\${var.site}.s3-website-ap-northeast-1.amazonaws.com"]
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
    fails('a website bucket that is gone, in a template', {
      cloudformation: `Resources:
  Campaign:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0123456789
      Name: campaign.example.com.
      Type: CNAME
      TTL: '300'
      ResourceRecords:
        - campaign.example.com.s3-website-ap-northeast-1.amazonaws.com`,
    }),
    fails('an environment that is gone, in a template', {
      cloudformation: `Resources:
  Campaign:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0123456789
      Name: campaign.example.com.
      Type: CNAME
      TTL: '300'
      ResourceRecords:
        - minato-campaign.ap-northeast-1.elasticbeanstalk.com`,
    }),
    passes('the bucket is in the template', {
      cloudformation: `Resources:
  Campaign:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0123456789
      Name: campaign.example.com.
      Type: CNAME
      TTL: '300'
      ResourceRecords:
        - campaign.example.com.s3-website-ap-northeast-1.amazonaws.com
  Site:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: campaign.example.com`,
    }),
    passes("an address of one's own, in a template", {
      cloudformation: `Resources:
  Campaign:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0123456789
      Name: campaign.example.com.
      Type: A
      TTL: '300'
      ResourceRecords:
        - 198.51.100.7`,
    }),
    fails('an alias of a template to the website endpoint, and no bucket of that name', {
      cloudformation: `Resources:
  Campaign:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0123456789
      Name: campaign.example.com.
      Type: A
      AliasTarget:
        DNSName: s3-website-ap-northeast-1.amazonaws.com
        HostedZoneId: Z2M4EHUR26P7ZW`,
    }),
  ],
});
