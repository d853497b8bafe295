/** Positions say where people live and work. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Positions are encrypted with a customer managed key', ja: '位置情報がカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.location.resource',
  why: {
    en: 'Positions of vehicles say where people live and work; with a key of your own you decide who may decrypt them.',
    ja: '車両の位置からは人の住所や勤務先が分かります。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_id to a KMS key of your own; it is taken only at creation.',
      ja: 'kms_key_id に自社の KMS キーを指定してください。作成時にのみ設定できます。',
    },
    terraform: `resource "aws_location_tracker" "vans" {
  tracker_name = "vans"
  kms_key_id   = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Vans:
    Type: AWS::Location::Tracker
    Properties:
      TrackerName: vans
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/location/latest/developerguide/encryption-at-rest.html'],
  equivalents: ['cloudsploit:trackerDataEncrypted', 'cloudsploit:geoCollectionDataEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(resource) {
    if (resource.hasCustomerKey) return pass();
    return fail({
      en: `${resource.name} is not encrypted with a customer managed key`,
      ja: `${resource.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_location_tracker" "vans" {
  tracker_name = "vans"
}`,
      {
        cloudformation: `Resources:
  Vans:
    Type: AWS::Location::Tracker
    Properties:
      TrackerName: vans`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_location_tracker" "vans" {
  tracker_name = "vans"
  kms_key_id   = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Vans:
    Type: AWS::Location::Tracker
    Properties:
      TrackerName: vans
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
